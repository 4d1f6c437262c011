package dev.sorensen.examples.benchmarks;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** {@link ThresholdByBits} in PyTorch. */
@VariantsOf(ThresholdByBits.class)
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
public class TorchThresholdByBits {

  /** The masks' size, one of the row's. */
  @Param(Sizes.IMAGE)
  public String size;

  private NDArray p;
  private NDArray t;

  /** Copies the row's masks to PyTorch's memory. */
  @Setup
  public void setUp() {
    ThresholdByBits row = new ThresholdByBits();
    row.size = size;
    row.setUp();
    p = Torch.MANAGER.create(row.probabilities);
    t = Torch.bits(row.words, row.probabilities.length).toType(DataType.BOOLEAN, false);
  }

  /** Three counts, of a truth that is one boolean a pixel. */
  @Benchmark
  public double pyTorch() {
    return Torch.value(() -> dice(p.gt(0.5f)));
  }

  private NDArray dice(NDArray predicted) {
    NDArray both = predicted.logicalAnd(t).sum().toType(DataType.FLOAT64, false);
    return both.mul(2).div(predicted.sum().add(t.sum()));
  }
}
