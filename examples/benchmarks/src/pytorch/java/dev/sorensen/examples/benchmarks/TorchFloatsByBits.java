package dev.sorensen.examples.benchmarks;

import ai.djl.ndarray.NDArray;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** {@link FloatsByBits} in PyTorch. */
@VariantsOf(FloatsByBits.class)
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
public class TorchFloatsByBits {

  /** The masks' size, one of the row's. */
  @Param(Sizes.IMAGE)
  public String size;

  private NDArray p;
  private NDArray t;

  /** Copies the row's masks to PyTorch's memory. */
  @Setup
  public void setUp() {
    FloatsByBits row = new FloatsByBits();
    row.size = size;
    row.setUp();
    p = Torch.MANAGER.create(row.probabilities);
    t = Torch.bits(row.words, row.probabilities.length);
  }

  /** Three sums, of a truth that is floats already. */
  @Benchmark
  public double pyTorch() {
    return Torch.value(() -> Torch.loss(p, t));
  }
}
