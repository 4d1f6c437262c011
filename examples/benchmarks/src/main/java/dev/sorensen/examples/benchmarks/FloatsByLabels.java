package dev.sorensen.examples.benchmarks;

import java.lang.foreign.MemorySegment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Soft sums of probabilities against one label of a map. */
@Workload(kernel = "float × byte label, soft Dice loss", bytesPerPixel = 5, tolerance = 1e-5)
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
public class FloatsByLabels {

  private static final LossInC VECTORS = LossInC.of("floats", "soft_floats_labels");
  private static final LossInC FAST_MATH = LossInC.of("fastmath", "soft_floats_labels");

  /** The masks' size. */
  @Param({Sizes.SMALL, Sizes.IMAGE, Sizes.VOLUME, Sizes.PAST_CACHE})
  public String size;

  float[] probabilities;
  byte[] labels;
  private int pixels;
  private Probabilities prediction;
  private TruthLabels truth;
  private MemorySegment probabilitiesMemory;
  private MemorySegment labelsMemory;

  /** Makes the masks. */
  @Setup
  public void setUp() {
    Extents extents = Sizes.extents(FloatsByLabels.class, size);
    SoftPhantoms phantoms = new SoftPhantoms(extents, 1);
    pixels = extents.pixels();
    probabilities = phantoms.probabilities();
    labels = phantoms.labels();
    prediction = new Probabilities(probabilities);
    truth = new TruthLabels(labels);
    probabilitiesMemory = MemorySegment.ofArray(probabilities);
    labelsMemory = MemorySegment.ofArray(labels);
  }

  /** The generated evaluator. */
  @Benchmark
  public double sorensen() {
    return ProbabilitiesDice.diceLoss(prediction, truth);
  }

  /** Loads both masks. */
  @Benchmark
  public double read() {
    return FloatReads.or(probabilities) | FloatReads.or(labels);
  }

  /** Vectors by hand. */
  @Benchmark
  @CFunction(library = "floats", symbol = "soft_floats_labels")
  public double cVectors() {
    return VECTORS.loss(probabilitiesMemory, labelsMemory, pixels);
  }

  /** What a C compiler makes of plain loops. */
  @Benchmark
  @CFunction(library = "fastmath", symbol = "soft_floats_labels")
  public double cFastMath() {
    return FAST_MATH.loss(probabilitiesMemory, labelsMemory, pixels);
  }

  /** The loop that one writes, with sums in doubles, as sums of floats are not right. */
  @Benchmark
  public double plainLoop() {
    double intersection = 0;
    double predictionSum = 0;
    double truthSum = 0;
    for (int i = 0; i < pixels; i++) {
      double p = probabilities[i];
      double t = labels[i] == 1 ? 1 : 0;
      intersection += p * t;
      predictionSum += p;
      truthSum += t;
    }
    return SoftDice.loss(intersection, predictionSum, truthSum);
  }
}
