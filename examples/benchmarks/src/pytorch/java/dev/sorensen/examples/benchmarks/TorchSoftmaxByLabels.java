package dev.sorensen.examples.benchmarks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** {@link SoftmaxByLabels} in PyTorch. */
@VariantsOf(SoftmaxByLabels.class)
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
public class TorchSoftmaxByLabels {

  /** The masks' size, one of the row's. */
  @Param(Sizes.IMAGE)
  public String size;

  private NDArray logits;
  private NDArray labels;
  private NDArray truth;

  /** Copies the row's masks to PyTorch's memory. */
  @Setup
  public void setUp() {
    SoftmaxByLabels row = new SoftmaxByLabels();
    row.size = size;
    row.setUp();
    logits = Torch.MANAGER.create(row.planes, new Shape(ClassLabels.CLASSES, row.labels.length));
    labels = Torch.bytes(row.labels);
    truth = Torch.oneHot(labels);
  }

  /** A softmax and sums, of one-hot planes made of labels. */
  @Benchmark
  public double pyTorch() {
    return Torch.value(() -> Torch.meanLoss(logits.softmax(0), Torch.oneHot(labels)));
  }

  /** The same of planes that are there already. */
  @Benchmark
  public double pyTorchOneHotGiven() {
    return Torch.value(() -> Torch.meanLoss(logits.softmax(0), truth));
  }
}
