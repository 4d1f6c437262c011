package dev.sorensen.examples.benchmarks;

import java.lang.foreign.MemorySegment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The loss through the sigmoid, against one label of a map, and its gradient by the logits. */
@Workload(
    kernel = "logits × byte label, sigmoid, loss and gradient",
    bytesPerPixel = 9,
    tolerance = 1e-5)
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
public class SigmoidGradientByLabels {

  private static final GradientInC VECTORS = GradientInC.of("floats", "sigmoid_gradient_labels");
  private static final GradientInC FAST_MATH =
      GradientInC.of("fastmath", "sigmoid_gradient_labels");

  /** The masks' size. */
  @Param({Sizes.SMALL, Sizes.IMAGE, Sizes.VOLUME, Sizes.PAST_CACHE})
  public String size;

  float[] logits;
  byte[] labels;
  private int pixels;
  private Logits prediction;
  private TruthLabels truth;
  private MemorySegment logitsMemory;
  private MemorySegment labelsMemory;
  private float[] gradient;
  private MemorySegment gradientMemory;

  /** Makes the masks. */
  @Setup
  public void setUp() {
    Extents extents = Sizes.extents(SigmoidGradientByLabels.class, size);
    SoftPhantoms phantoms = new SoftPhantoms(extents, 1);
    pixels = extents.pixels();
    logits = phantoms.logits();
    labels = phantoms.labels();
    prediction = new Logits(logits);
    truth = new TruthLabels(labels);
    logitsMemory = MemorySegment.ofArray(logits);
    labelsMemory = MemorySegment.ofArray(labels);
    gradient = new float[logits.length];
    gradientMemory = MemorySegment.ofArray(gradient);
  }

  /** The generated evaluator. */
  @Benchmark
  public float[] sorensen() {
    LogitsDice.lossAndGradient(prediction, truth, gradient);
    return gradient;
  }

  /** Copies the prediction, and loads the truth. */
  @Benchmark
  public double readWrite() {
    return FloatReads.copy(logits, gradient) | FloatReads.or(labels);
  }

  /** Vectors by hand. */
  @Benchmark
  @CFunction(library = "floats", symbol = "sigmoid_gradient_labels")
  public float[] cVectors() {
    VECTORS.lossAndGradient(logitsMemory, labelsMemory, pixels, gradientMemory);
    return gradient;
  }

  /** What a C compiler makes of plain loops. */
  @Benchmark
  @CFunction(library = "fastmath", symbol = "sigmoid_gradient_labels")
  public float[] cFastMath() {
    FAST_MATH.lossAndGradient(logitsMemory, labelsMemory, pixels, gradientMemory);
    return gradient;
  }

  /** The loop that one writes, with sums in doubles, as sums of floats are not right. */
  @Benchmark
  public float[] plainLoop() {
    double intersection = 0;
    double predictionSum = 0;
    double truthSum = 0;
    for (int i = 0; i < pixels; i++) {
      double p = SoftDice.sigmoid(logits[i]);
      double t = labels[i] == 1 ? 1 : 0;
      intersection += p * t;
      predictionSum += p;
      truthSum += t;
    }
    double a = SoftDice.byIntersection(predictionSum, truthSum);
    double b = SoftDice.byPrediction(intersection, predictionSum, truthSum);
    for (int i = 0; i < pixels; i++) {
      double p = SoftDice.sigmoid(logits[i]);
      double t = labels[i] == 1 ? 1 : 0;
      gradient[i] = (float) (p * (1 - p) * (a * t + b));
    }
    return gradient;
  }
}
