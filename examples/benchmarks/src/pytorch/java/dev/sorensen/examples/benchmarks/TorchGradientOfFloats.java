package dev.sorensen.examples.benchmarks;

import ai.djl.ndarray.NDArray;
import java.nio.FloatBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** {@link GradientOfFloats} in PyTorch. */
@VariantsOf(GradientOfFloats.class)
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
public class TorchGradientOfFloats {

  /** The masks' size, one of the row's. */
  @Param(Sizes.IMAGE)
  public String size;

  private NDArray p;
  private NDArray t;
  private final Torch.Gradient gradient = new Torch.Gradient();

  /** Copies the row's masks to PyTorch's memory. */
  @Setup
  public void setUp() {
    GradientOfFloats row = new GradientOfFloats();
    row.size = size;
    row.setUp();
    p = Torch.MANAGER.create(row.probabilities);
    t = Torch.MANAGER.create(row.softTruth);
  }

  /** Forward and backward. */
  @Benchmark
  public FloatBuffer pyTorch() {
    return gradient.of(p, leaf -> Torch.loss(leaf, t));
  }
}
