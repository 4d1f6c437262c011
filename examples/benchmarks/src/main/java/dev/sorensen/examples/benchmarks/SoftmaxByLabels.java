package dev.sorensen.examples.benchmarks;

import java.lang.foreign.MemorySegment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Soft sums of classes through the softmax, against a label map. */
@Workload(
    kernel = "logits × byte labels, softmax of 4 classes, soft Dice loss",
    bytesPerPixel = 17,
    tolerance = 1e-5)
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
public class SoftmaxByLabels {

  private static final LossInC VECTORS = LossInC.of("floats", "softmax_labels");
  private static final LossInC FAST_MATH = LossInC.of("fastmath", "softmax_labels");

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

  /** Makes the masks. */
  @Setup
  public void setUp() {
    Extents extents = Sizes.extents(SoftmaxByLabels.class, size);
    SoftPhantoms phantoms = new SoftPhantoms(extents, 1);
    pixels = extents.pixels();
    planes = phantoms.classLogits();
    labels = phantoms.labels();
    prediction = new ClassLogits(planes);
    truth = new ClassLabels(labels);
    planesMemory = MemorySegment.ofArray(planes);
    labelsMemory = MemorySegment.ofArray(labels);
  }

  /** The generated evaluator. */
  @Benchmark
  public double sorensen() {
    return ClassLogitsDice.diceLoss(prediction, truth);
  }

  /** Loads both masks. */
  @Benchmark
  public double read() {
    return FloatReads.or(planes) | FloatReads.or(labels);
  }

  /** Vectors by hand. */
  @Benchmark
  @CFunction(library = "floats", symbol = "softmax_labels")
  public double cVectors() {
    return VECTORS.loss(planesMemory, labelsMemory, pixels);
  }

  /** What a C compiler makes of plain loops. */
  @Benchmark
  @CFunction(library = "fastmath", symbol = "softmax_labels")
  public double cFastMath() {
    return FAST_MATH.loss(planesMemory, labelsMemory, pixels);
  }

  /** The loop that one writes, with sums in doubles, as sums of floats are not right. */
  @Benchmark
  public double plainLoop() {
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
    double loss = 0;
    for (int c = 0; c < ClassLabels.CLASSES; c++) {
      loss += SoftDice.loss(intersections[c], predictionSums[c], truthSums[c]);
    }
    return loss / ClassLabels.CLASSES;
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
