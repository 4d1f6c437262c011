package dev.sorensen.examples.benchmarks;

import java.lang.foreign.MemorySegment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The loss through the sigmoid, against bits, and its gradient by the logits. */
@Workload(
    kernel = "logits × bits, sigmoid, loss and gradient",
    bytesPerPixel = 8.125,
    tolerance = 1e-5)
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
public class SigmoidGradientByBits {

  private static final GradientInC VECTORS = GradientInC.of("floats", "sigmoid_gradient_bits");
  private static final GradientInC FAST_MATH = GradientInC.of("fastmath", "sigmoid_gradient_bits");

  /** The masks' size. */
  @Param({Sizes.SMALL, Sizes.IMAGE, Sizes.VOLUME, Sizes.PAST_CACHE})
  public String size;

  float[] logits;
  long[] words;
  private int pixels;
  private Logits prediction;
  private TruthBits truth;
  private MemorySegment logitsMemory;
  private MemorySegment wordsMemory;
  private float[] gradient;
  private MemorySegment gradientMemory;

  /** Makes the masks. */
  @Setup
  public void setUp() {
    Extents extents = Sizes.extents(SigmoidGradientByBits.class, size);
    SoftPhantoms phantoms = new SoftPhantoms(extents, 1);
    pixels = extents.pixels();
    logits = phantoms.logits();
    words = phantoms.bits();
    prediction = new Logits(logits);
    truth = new TruthBits(words, pixels);
    logitsMemory = MemorySegment.ofArray(logits);
    wordsMemory = MemorySegment.ofArray(words);
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
    return FloatReads.copy(logits, gradient) | FloatReads.or(words);
  }

  /** Vectors by hand. */
  @Benchmark
  @CFunction(library = "floats", symbol = "sigmoid_gradient_bits")
  public float[] cVectors() {
    VECTORS.lossAndGradient(logitsMemory, wordsMemory, pixels, gradientMemory);
    return gradient;
  }

  /** What a C compiler makes of plain loops. */
  @Benchmark
  @CFunction(library = "fastmath", symbol = "sigmoid_gradient_bits")
  public float[] cFastMath() {
    FAST_MATH.lossAndGradient(logitsMemory, wordsMemory, pixels, gradientMemory);
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
      double t = (words[i >>> 6] >>> i & 1) != 0 ? 1 : 0;
      intersection += p * t;
      predictionSum += p;
      truthSum += t;
    }
    double a = SoftDice.byIntersection(predictionSum, truthSum);
    double b = SoftDice.byPrediction(intersection, predictionSum, truthSum);
    for (int i = 0; i < pixels; i++) {
      double p = SoftDice.sigmoid(logits[i]);
      double t = (words[i >>> 6] >>> i & 1) != 0 ? 1 : 0;
      gradient[i] = (float) (p * (1 - p) * (a * t + b));
    }
    return gradient;
  }
}
