package dev.sorensen.examples.benchmarks;

import ai.djl.ndarray.NDArray;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** {@link FloatsByLabels} in PyTorch. */
@VariantsOf(FloatsByLabels.class)
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
public class TorchFloatsByLabels {

  /** The masks' size, one of the row's. */
  @Param(Sizes.IMAGE)
  public String size;

  private NDArray p;
  private NDArray labels;

  /** Copies the row's masks to PyTorch's memory. */
  @Setup
  public void setUp() {
    FloatsByLabels row = new FloatsByLabels();
    row.size = size;
    row.setUp();
    p = Torch.MANAGER.create(row.probabilities);
    labels = Torch.bytes(row.labels);
  }

  /** Three sums, of a truth made of labels. */
  @Benchmark
  public double pyTorch() {
    return Torch.value(() -> Torch.loss(p, Torch.isOne(labels)));
  }
}
