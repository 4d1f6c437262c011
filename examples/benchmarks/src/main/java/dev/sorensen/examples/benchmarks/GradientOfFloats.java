package dev.sorensen.examples.benchmarks;

import java.lang.foreign.MemorySegment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The loss of probabilities and its gradient by them. */
@Workload(kernel = "float × float, loss and gradient", bytesPerPixel = 12, tolerance = 1e-5)
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
public class GradientOfFloats {

  private static final GradientInC VECTORS = GradientInC.of("floats", "gradient_floats");
  private static final GradientInC FAST_MATH = GradientInC.of("fastmath", "gradient_floats");

  /** The masks' size. */
  @Param({Sizes.SMALL, Sizes.IMAGE, Sizes.VOLUME, Sizes.PAST_CACHE})
  public String size;

  float[] probabilities;
  float[] softTruth;
  private int pixels;
  private Probabilities prediction;
  private Probabilities truth;
  private MemorySegment probabilitiesMemory;
  private MemorySegment softTruthMemory;
  private float[] gradient;
  private MemorySegment gradientMemory;

  /** Makes the masks. */
  @Setup
  public void setUp() {
    Extents extents = Sizes.extents(GradientOfFloats.class, size);
    SoftPhantoms phantoms = new SoftPhantoms(extents, 1);
    pixels = extents.pixels();
    probabilities = phantoms.probabilities();
    softTruth = phantoms.softTruth();
    prediction = new Probabilities(probabilities);
    truth = new Probabilities(softTruth);
    probabilitiesMemory = MemorySegment.ofArray(probabilities);
    softTruthMemory = MemorySegment.ofArray(softTruth);
    gradient = new float[probabilities.length];
    gradientMemory = MemorySegment.ofArray(gradient);
  }

  /** The generated evaluator. */
  @Benchmark
  public float[] sorensen() {
    ProbabilitiesDice.lossAndGradient(prediction, truth, gradient);
    return gradient;
  }

  /** Copies the prediction, and loads the truth. */
  @Benchmark
  public double readWrite() {
    return FloatReads.copy(probabilities, gradient) | FloatReads.or(softTruth);
  }

  /** Vectors by hand. */
  @Benchmark
  @CFunction(library = "floats", symbol = "gradient_floats")
  public float[] cVectors() {
    VECTORS.lossAndGradient(probabilitiesMemory, softTruthMemory, pixels, gradientMemory);
    return gradient;
  }

  /** What a C compiler makes of plain loops. */
  @Benchmark
  @CFunction(library = "fastmath", symbol = "gradient_floats")
  public float[] cFastMath() {
    FAST_MATH.lossAndGradient(probabilitiesMemory, softTruthMemory, pixels, gradientMemory);
    return gradient;
  }

  /** The loop that one writes, with sums in doubles, as sums of floats are not right. */
  @Benchmark
  public float[] plainLoop() {
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
    double a = SoftDice.byIntersection(predictionSum, truthSum);
    double b = SoftDice.byPrediction(intersection, predictionSum, truthSum);
    for (int i = 0; i < pixels; i++) {
      gradient[i] = (float) (a * softTruth[i] + b);
    }
    return gradient;
  }
}
