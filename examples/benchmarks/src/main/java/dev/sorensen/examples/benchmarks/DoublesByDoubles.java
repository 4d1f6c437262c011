package dev.sorensen.examples.benchmarks;

import java.lang.foreign.MemorySegment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Soft sums of probabilities in doubles. */
@Workload(kernel = "double × double, soft Dice loss", bytesPerPixel = 16, tolerance = 1e-5)
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
public class DoublesByDoubles {

  private static final LossInC VECTORS = LossInC.of("floats", "soft_doubles");
  private static final LossInC FAST_MATH = LossInC.of("fastmath", "soft_doubles");

  /** The masks' size. */
  @Param({Sizes.SMALL, Sizes.IMAGE, Sizes.VOLUME, Sizes.PAST_CACHE})
  public String size;

  double[] probabilities;
  double[] softTruth;
  private int pixels;
  private DoubleProbabilities prediction;
  private DoubleProbabilities truth;
  private MemorySegment probabilitiesMemory;
  private MemorySegment softTruthMemory;

  /** Makes the masks. */
  @Setup
  public void setUp() {
    Extents extents = Sizes.extents(DoublesByDoubles.class, size);
    SoftPhantoms phantoms = new SoftPhantoms(extents, 1);
    pixels = extents.pixels();
    probabilities = SoftPhantoms.widened(phantoms.probabilities());
    softTruth = SoftPhantoms.widened(phantoms.softTruth());
    prediction = new DoubleProbabilities(probabilities);
    truth = new DoubleProbabilities(softTruth);
    probabilitiesMemory = MemorySegment.ofArray(probabilities);
    softTruthMemory = MemorySegment.ofArray(softTruth);
  }

  /** The generated evaluator. */
  @Benchmark
  public double sorensen() {
    return DoubleProbabilitiesDice.diceLoss(prediction, truth);
  }

  /** Loads both masks. */
  @Benchmark
  public double read() {
    return FloatReads.or(probabilities) | FloatReads.or(softTruth);
  }

  /** Vectors by hand. */
  @Benchmark
  @CFunction(library = "floats", symbol = "soft_doubles")
  public double cVectors() {
    return VECTORS.loss(probabilitiesMemory, softTruthMemory, pixels);
  }

  /** What a C compiler makes of plain loops. */
  @Benchmark
  @CFunction(library = "fastmath", symbol = "soft_doubles")
  public double cFastMath() {
    return FAST_MATH.loss(probabilitiesMemory, softTruthMemory, pixels);
  }

  /** The loop that one writes, with sums in doubles, as sums of floats are not right. */
  @Benchmark
  public double plainLoop() {
    double intersection = 0;
    double predictionSum = 0;
    double truthSum = 0;
    for (int i = 0; i < pixels; i++) {
      double p = probabilities[i];
      double t = softTruth[i];
      intersection += p * t;
      predictionSum += p;
      truthSum += t;
    }
    return SoftDice.loss(intersection, predictionSum, truthSum);
  }
}
