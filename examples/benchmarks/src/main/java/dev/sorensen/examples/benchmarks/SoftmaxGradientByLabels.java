package dev.sorensen.examples.benchmarks;

import java.lang.foreign.MemorySegment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The loss of classes through the softmax, against a label map, and its gradient by the logits. */
@Workload(
    kernel = "logits × byte labels, softmax of 4 classes, loss and gradient",
    bytesPerPixel = 33,
    tolerance = 1e-5)
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
public class SoftmaxGradientByLabels {

  private static final GradientInC VECTORS = GradientInC.of("floats", "softmax_gradient_labels");
  private static final GradientInC FAST_MATH =
      GradientInC.of("fastmath", "softmax_gradient_labels");

  /** The masks' size. */
  @Param({Sizes.SMALL, Sizes.IMAGE, Sizes.VOLUME})
  public String size;

  float[] planes;
  byte[] labels;
  private int pixels;
  private ClassLogits prediction;
  private ClassLabels truth;
  private MemorySegment planesMemory;
  private MemorySegment labelsMemory;
  private float[] gradient;
  private MemorySegment gradientMemory;

  /** Makes the masks. */
  @Setup
  public void setUp() {
    Extents extents = Sizes.extents(SoftmaxGradientByLabels.class, size);
    SoftPhantoms phantoms = new SoftPhantoms(extents, 1);
    pixels = extents.pixels();
    planes = phantoms.classLogits();
    labels = phantoms.labels();
    prediction = new ClassLogits(planes);
    truth = new ClassLabels(labels);
    planesMemory = MemorySegment.ofArray(planes);
    labelsMemory = MemorySegment.ofArray(labels);
    gradient = new float[planes.length];
    gradientMemory = MemorySegment.ofArray(gradient);
  }

  /** The generated evaluator. */
  @Benchmark
  public float[] sorensen() {
    ClassLogitsDice.lossAndGradient(prediction, truth, gradient);
    return gradient;
  }

  /** Copies the prediction, and loads the truth. */
  @Benchmark
  public double readWrite() {
    return FloatReads.copy(planes, gradient) | FloatReads.or(labels);
  }

  /** Vectors by hand. */
  @Benchmark
  @CFunction(library = "floats", symbol = "softmax_gradient_labels")
  public float[] cVectors() {
    VECTORS.lossAndGradient(planesMemory, labelsMemory, pixels, gradientMemory);
    return gradient;
  }

  /** What a C compiler makes of plain loops. */
  @Benchmark
  @CFunction(library = "fastmath", symbol = "softmax_gradient_labels")
  public float[] cFastMath() {
    FAST_MATH.lossAndGradient(planesMemory, labelsMemory, pixels, gradientMemory);
    return gradient;
  }

  /** The loop that one writes, with sums in doubles, as sums of floats are not right. */
  @Benchmark
  public float[] plainLoop() {
    double[] p = new double[ClassLabels.CLASSES];
    double[] intersections = new double[ClassLabels.CLASSES];
    double[] predictionSums = new double[ClassLabels.CLASSES];
    double[] truthSums = new double[ClassLabels.CLASSES];
    for (int i = 0; i < pixels; i++) {
      softmax(i, p);
      for (int c = 0; c < ClassLabels.CLASSES; c++) {
        predictionSums[c] += p[c];
      }
      intersections[labels[i]] += p[labels[i]];
      truthSums[labels[i]]++;
    }
    double[] slopes = new double[ClassLabels.CLASSES];
    for (int i = 0; i < pixels; i++) {
      softmax(i, p);
      double mean = 0;
      for (int c = 0; c < ClassLabels.CLASSES; c++) {
        slopes[c] =
            SoftDice.byPrediction(intersections[c], predictionSums[c], truthSums[c])
                / ClassLabels.CLASSES;
        if (labels[i] == c) {
          slopes[c] +=
              SoftDice.byIntersection(predictionSums[c], truthSums[c]) / ClassLabels.CLASSES;
        }
        mean += slopes[c] * p[c];
      }
      for (int c = 0; c < ClassLabels.CLASSES; c++) {
        gradient[c * pixels + i] = (float) (p[c] * (slopes[c] - mean));
      }
    }
    return gradient;
  }

  /** Makes the probabilities of a pixel. */
  private void softmax(int pixel, double[] probabilities) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < ClassLabels.CLASSES; c++) {
      largest = Math.max(largest, planes[c * pixels + pixel]);
    }
    double sum = 0;
    for (int c = 0; c < ClassLabels.CLASSES; c++) {
      probabilities[c] = Math.exp(planes[c * pixels + pixel] - largest);
      sum += probabilities[c];
    }
    for (int c = 0; c < ClassLabels.CLASSES; c++) {
      probabilities[c] /= sum;
    }
  }
}
