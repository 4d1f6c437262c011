package dev.sorensen.examples.benchmarks;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.roaringbitmap.RoaringBitmap;

/**
 * The Dice coefficient of two masks of so many runs each. Pairs take turns, so many that a
 * processor's branch prediction does not learn them by heart, as it would one pair.
 */
@Workload(kernel = "runs × runs, Dice")
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
public class RunsDice {

  private static final MethodHandle MERGE = Integers.runs("runs_dice_merge");

  /** Runs of all pairs together, in each of both masks. */
  private static final int ALL_RUNS = 200_000;

  private static final int FEWEST_PAIRS = 4;

  /** The runs of each mask. */
  @Param({"10", "100", "1000", "100000"})
  public String size;

  private int next;
  private int[][] a;
  private int[][] b;
  private LungCounts[] predictions;
  private LungCounts[] truths;
  private LungRuns[] predictedRuns;
  private LungRuns[] trueRuns;
  private RoaringBitmap[] roaringA;
  private RoaringBitmap[] roaringB;
  private MemorySegment[] segmentsA;
  private MemorySegment[] segmentsB;

  /** Makes the pairs. */
  @Setup
  public void setUp() {
    int runs = Integer.parseInt(size);
    int pairs = Math.max(FEWEST_PAIRS, ALL_RUNS / runs);
    SplittableRandom random = new SplittableRandom(1);
    a = new int[pairs][];
    b = new int[pairs][];
    predictions = new LungCounts[pairs];
    truths = new LungCounts[pairs];
    predictedRuns = new LungRuns[pairs];
    trueRuns = new LungRuns[pairs];
    roaringA = new RoaringBitmap[pairs];
    roaringB = new RoaringBitmap[pairs];
    segmentsA = new MemorySegment[pairs];
    segmentsB = new MemorySegment[pairs];
    int pixels = Runs.pixels(runs);
    for (int i = 0; i < pairs; i++) {
      a[i] = Runs.random(runs, random);
      b[i] = Runs.random(runs, random);
      predictions[i] = new LungCounts(a[i], pixels, 1);
      truths[i] = new LungCounts(b[i], pixels, 1);
      predictedRuns[i] = new LungRuns(Runs.startsAndLengths(a[i]), pixels, 1);
      trueRuns[i] = new LungRuns(Runs.startsAndLengths(b[i]), pixels, 1);
      roaringA[i] = Runs.roaring(a[i]);
      roaringB[i] = Runs.roaring(b[i]);
      segmentsA[i] = MemorySegment.ofArray(a[i]);
      segmentsB[i] = MemorySegment.ofArray(b[i]);
    }
  }

  private int next() {
    next = next + 1 < a.length ? next + 1 : 0;
    return next;
  }

  /** The generated evaluator, on counts. */
  @Benchmark
  public double sorensen() {
    int i = next();
    return LungCountsDice.dice(predictions[i], truths[i]);
  }

  /** The generated evaluator, on starts and lengths. */
  @Benchmark
  public double startsAndLengths() {
    int i = next();
    return LungRunsDice.dice(predictedRuns[i], trueRuns[i]);
  }

  /** The loop that one writes: take the smaller of what is left of both runs. */
  @Benchmark
  public double plainLoop() {
    int pair = next();
    int[] countsA = a[pair];
    int[] countsB = b[pair];
    long intersection = 0;
    long sum = 0;
    int i = 0;
    int j = 0;
    int leftA = countsA[0];
    int leftB = countsB[0];
    while (i < countsA.length && j < countsB.length) {
      int step = Math.min(leftA, leftB);
      boolean inA = (i & 1) == 1;
      boolean inB = (j & 1) == 1;
      if (inA) {
        sum += step;
      }
      if (inB) {
        sum += step;
      }
      if (inA && inB) {
        intersection += step;
      }
      leftA -= step;
      leftB -= step;
      if (leftA == 0 && ++i < countsA.length) {
        leftA = countsA[i];
      }
      if (leftB == 0 && ++j < countsB.length) {
        leftB = countsB[j];
      }
    }
    return Scores.dice(intersection, sum);
  }

  /** Bitmaps of runs. */
  @Benchmark
  public double roaringRuns() {
    int i = next();
    return Scores.dice(
        RoaringBitmap.andCardinality(roaringA[i], roaringB[i]),
        roaringA[i].getLongCardinality() + roaringB[i].getLongCardinality());
  }

  /** The same merge in C. */
  @Benchmark
  @CFunction(library = Integers.LIBRARY, symbol = "runs_dice_merge")
  public double cMerge() throws Throwable {
    int i = next();
    return (double)
        MERGE.invokeExact(segmentsA[i], (long) a[i].length, segmentsB[i], (long) b[i].length);
  }
}
