package dev.sorensen.examples.benchmarks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** {@link SoftmaxGradientByLabels} in PyTorch. */
@VariantsOf(SoftmaxGradientByLabels.class)
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
public class TorchSoftmaxGradientByLabels {

  /** The masks' size, one of the row's. */
  @Param(Sizes.IMAGE)
  public String size;

  private NDArray logits;
  private NDArray labels;
  private NDArray truth;
  private final Torch.Gradient gradient = new Torch.Gradient();

  /** Copies the row's masks to PyTorch's memory. */
  @Setup
  public void setUp() {
    SoftmaxGradientByLabels row = new SoftmaxGradientByLabels();
    row.size = size;
    row.setUp();
    logits = Torch.MANAGER.create(row.planes, new Shape(ClassLabels.CLASSES, row.labels.length));
    labels = Torch.bytes(row.labels);
    truth = Torch.oneHot(labels);
  }

  /** Forward and backward, with one-hot planes made of labels. */
  @Benchmark
  public FloatBuffer pyTorch() {
    return gradient.of(logits, leaf -> Torch.meanLoss(leaf.softmax(0), Torch.oneHot(labels)));
  }

  /** The same with planes that are there already. */
  @Benchmark
  public FloatBuffer pyTorchOneHotGiven() {
    return gradient.of(logits, leaf -> Torch.meanLoss(leaf.softmax(0), truth));
  }
}
