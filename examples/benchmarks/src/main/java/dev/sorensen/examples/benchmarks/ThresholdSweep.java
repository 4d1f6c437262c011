package dev.sorensen.examples.benchmarks;

import dev.sorensen.Overlap;
import dev.sorensen.SoftDiceEvaluator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The overlaps at the thresholds 0.01 to 0.99, beside the overlap at one of them. All return the
 * Dice coefficient at 1/2.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
public abstract class ThresholdSweep {

  private static final int THRESHOLDS = 99;

  /** The index of 0.5. */
  private static final int MIDDLE = 49;

  private static final SoftDiceEvaluator<Probabilities, TruthBits, float[]> EVALUATOR =
      ProbabilitiesDice.againstTruthBits();

  /** The masks' size. */
  @Param({Sizes.SMALL, Sizes.IMAGE, Sizes.VOLUME})
  public String size;

  private final float[] thresholds = new float[THRESHOLDS];
  private float[] probabilities;
  private long[] words;
  private Probabilities prediction;
  private TruthBits truth;

  /** Makes the masks. */
  @Setup
  public void setUp() {
    for (int k = 0; k < THRESHOLDS; k++) {
      thresholds[k] = (k + 1) / 100f;
    }
    Extents extents = Extents.parse(size);
    words = new SoftPhantoms(extents, 1).bits();
    probabilities = probabilities(extents);
    prediction = new Probabilities(probabilities);
    truth = new TruthBits(words, extents.pixels());
  }

  abstract float[] probabilities(Extents extents);

  /** The generated evaluator, at all thresholds. */
  @Benchmark
  public double sorensen() {
    return EVALUATOR.sweep(prediction, truth, thresholds)[MIDDLE].dice();
  }

  /** The generated evaluator, at one threshold. */
  @Benchmark
  public double overlap() {
    return EVALUATOR.overlap(prediction, truth).dice();
  }

  /** Loads both masks. */
  @Benchmark
  public double read() {
    return FloatReads.or(probabilities) | FloatReads.or(words);
  }

  /** The loop that one writes, at all thresholds. */
  @Benchmark
  public double plainLoop() {
    Overlap[] overlaps = new Overlap[THRESHOLDS];
    for (int k = 0; k < THRESHOLDS; k++) {
      overlaps[k] = overlapAbove(thresholds[k]);
    }
    return overlaps[MIDDLE].dice();
  }

  private Overlap overlapAbove(float threshold) {
    long intersection = 0;
    long predictionSize = 0;
    long truthSize = 0;
    for (int i = 0; i < probabilities.length; i++) {
      int p = probabilities[i] > threshold ? 1 : 0;
      int t = (int) (words[i >>> 6] >>> i) & 1;
      intersection += p & t;
      predictionSize += p;
      truthSize += t;
    }
    return new Overlap(intersection, predictionSize, truthSize, probabilities.length);
  }
}
