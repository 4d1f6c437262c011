package dev.sorensen.examples.benchmarks;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import java.nio.FloatBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** {@link SigmoidGradientByLabels} in PyTorch. */
@VariantsOf(SigmoidGradientByLabels.class)
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
public class TorchSigmoidGradientByLabels {

  /** The masks' size, one of the row's. */
  @Param(Sizes.IMAGE)
  public String size;

  private NDArray logits;
  private NDArray labels;
  private final Torch.Gradient gradient = new Torch.Gradient();

  /** Copies the row's masks to PyTorch's memory. */
  @Setup
  public void setUp() {
    SigmoidGradientByLabels row = new SigmoidGradientByLabels();
    row.size = size;
    row.setUp();
    logits = Torch.MANAGER.create(row.logits);
    labels = Torch.bytes(row.labels);
  }

  /** Forward and backward, with a truth made of labels. */
  @Benchmark
  public FloatBuffer pyTorch() {
    return gradient.of(logits, leaf -> Torch.loss(Activation.sigmoid(leaf), Torch.isOne(labels)));
  }
}
