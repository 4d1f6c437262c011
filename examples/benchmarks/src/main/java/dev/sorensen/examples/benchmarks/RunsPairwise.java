package dev.sorensen.examples.benchmarks;

import dev.sorensen.DiceEvaluator;
import dev.sorensen.Overlap;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
 * The IoU of every prediction with every truth in an image of 640 by 480, the matrix that instances
 * are matched by, and the sum of its entries: ellipses as counts of COCO.
 */
@Workload(kernel = "runs × runs, IoU of all pairs")
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
public class RunsPairwise {

  private static final MethodHandle MERGE = Integers.pairwise("runs_pairwise_merge");

  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;

  /** How many predictions and truths. */
  @Param({"10", "100"})
  public String size;

  private final DiceEvaluator<LungCounts, LungCounts> counts = LungCountsDice.evaluator();
  private final DiceEvaluator<LungRuns, LungRuns> runs = LungRunsDice.evaluator();
  private List<LungCounts> predictions;
  private List<LungCounts> truths;
  private List<LungRuns> predictedRuns;
  private List<LungRuns> trueRuns;
  private double[] ious;
  private RoaringBitmap[] roaringA;
  private RoaringBitmap[] roaringB;
  private MemorySegment countsA;
  private MemorySegment countsB;
  private MemorySegment offsetsA;
  private MemorySegment offsetsB;
  private MemorySegment iousSegment;

  /** Makes the masks. */
  @Setup
  public void setUp() {
    int masks = Integer.parseInt(size);
    SplittableRandom random = new SplittableRandom(1);
    predictions = ellipses(masks, random);
    truths = ellipses(masks, random);
    predictedRuns = startsAndLengths(predictions);
    trueRuns = startsAndLengths(truths);
    ious = new double[masks * masks];
    roaringA = roaring(predictions);
    roaringB = roaring(truths);
    countsA = counts(predictions);
    countsB = counts(truths);
    offsetsA = offsets(predictions);
    offsetsB = offsets(truths);
    iousSegment = MemorySegment.ofArray(ious);
  }

  /** The generated evaluator, on counts. */
  @Benchmark
  public double sorensen() {
    return sumOfIous(counts.pairwise(predictions, truths));
  }

  /** The generated evaluator, on starts and lengths. */
  @Benchmark
  public double startsAndLengths() {
    return sumOfIous(runs.pairwise(predictedRuns, trueRuns));
  }

  private double sumOfIous(Overlap[][] overlaps) {
    double sum = 0;
    int i = 0;
    for (Overlap[] row : overlaps) {
      for (Overlap overlap : row) {
        ious[i] = overlap.jaccard();
        sum += ious[i++];
      }
    }
    return sum;
  }

  /** Bitmaps of runs, all pairs. */
  @Benchmark
  public double roaringRuns() {
    double sum = 0;
    int i = 0;
    for (RoaringBitmap a : roaringA) {
      for (RoaringBitmap b : roaringB) {
        long intersection = RoaringBitmap.andCardinality(a, b);
        long union = a.getLongCardinality() + b.getLongCardinality() - intersection;
        ious[i] = (double) intersection / union;
        sum += ious[i++];
      }
    }
    return sum;
  }

  /** Bounding boxes first, then merges. */
  @Benchmark
  @CFunction(library = Integers.LIBRARY, symbol = "runs_pairwise_merge")
  public double cMerge() throws Throwable {
    return (double)
        MERGE.invokeExact(
            countsA,
            offsetsA,
            (long) predictions.size(),
            countsB,
            offsetsB,
            (long) truths.size(),
            (long) HEIGHT,
            iousSegment);
  }

  private static List<LungCounts> ellipses(int masks, SplittableRandom random) {
    List<LungCounts> ellipses = new ArrayList<>();
    for (int i = 0; i < masks; i++) {
      double halfWidth = random.nextDouble(10, 80);
      double halfHeight = random.nextDouble(10, 80);
      double centreX = random.nextDouble(WIDTH);
      double centreY = random.nextDouble(HEIGHT);
      ellipses.add(ellipse(centreX, centreY, halfWidth, halfHeight));
    }
    return ellipses;
  }

  private static LungCounts ellipse(
      double centreX, double centreY, double halfWidth, double halfHeight) {
    int[] counts = new int[2 * WIDTH + 1];
    int size = 0;
    int end = 0; // of the last run
    for (int x = 0; x < WIDTH; x++) {
      double part = (x - centreX) / halfWidth;
      double half = part * part < 1 ? halfHeight * Math.sqrt(1 - part * part) : 0;
      int top = (int) Math.max(0, centreY - half);
      int bottom = (int) Math.min(HEIGHT, centreY + half);
      if (top < bottom) {
        counts[size++] = x * HEIGHT + top - end;
        counts[size++] = bottom - top;
        end = x * HEIGHT + bottom;
      }
    }
    counts[size++] = WIDTH * HEIGHT - end;
    return new LungCounts(Arrays.copyOf(counts, size), HEIGHT, WIDTH);
  }

  private static List<LungRuns> startsAndLengths(List<LungCounts> masks) {
    return masks.stream()
        .map(mask -> new LungRuns(Runs.startsAndLengths(mask.counts()), HEIGHT, WIDTH))
        .toList();
  }

  private static RoaringBitmap[] roaring(List<LungCounts> masks) {
    return masks.stream().map(mask -> Runs.roaring(mask.counts())).toArray(RoaringBitmap[]::new);
  }

  private static MemorySegment counts(List<LungCounts> masks) {
    return MemorySegment.ofArray(
        masks.stream().flatMapToInt(mask -> Arrays.stream(mask.counts())).toArray());
  }

  private static MemorySegment offsets(List<LungCounts> masks) {
    long[] offsets = new long[masks.size() + 1];
    for (int i = 0; i < masks.size(); i++) {
      offsets[i + 1] = offsets[i] + masks.get(i).counts().length;
    }
    return MemorySegment.ofArray(offsets);
  }
}
