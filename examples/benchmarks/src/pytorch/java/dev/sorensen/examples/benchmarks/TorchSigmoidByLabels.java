package dev.sorensen.examples.benchmarks;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** {@link SigmoidByLabels} in PyTorch. */
@VariantsOf(SigmoidByLabels.class)
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
public class TorchSigmoidByLabels {

  /** The masks' size, one of the row's. */
  @Param(Sizes.IMAGE)
  public String size;

  private NDArray logits;
  private NDArray labels;

  /** Copies the row's masks to PyTorch's memory. */
  @Setup
  public void setUp() {
    SigmoidByLabels row = new SigmoidByLabels();
    row.size = size;
    row.setUp();
    logits = Torch.MANAGER.create(row.logits);
    labels = Torch.bytes(row.labels);
  }

  /** A sigmoid and three sums, of a truth made of labels. */
  @Benchmark
  public double pyTorch() {
    return Torch.value(() -> Torch.loss(Activation.sigmoid(logits), Torch.isOne(labels)));
  }
}
