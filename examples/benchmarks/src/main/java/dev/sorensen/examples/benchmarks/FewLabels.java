package dev.sorensen.examples.benchmarks;

import java.lang.invoke.MethodHandle;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Eight classes: few enough to compare with each in turn. */
public abstract class FewLabels extends LabelMaps {

  private static final MethodHandle AVX2 = Integers.labels("labels_compare_avx2");
  private static final MethodHandle AVX512 = Integers.labels("labels_compare_avx512");

  /** The maps' size. */
  @Param({Sizes.SMALL, Sizes.IMAGE, Sizes.VOLUME, Sizes.PAST_CACHE})
  public String size;

  private EightLabels prediction;
  private EightLabels truth;

  FewLabels() {
    super(EightLabels.CLASSES);
  }

  /** Makes the maps. */
  @Override
  @Setup
  public void setUp() {
    super.setUp();
    prediction = new EightLabels(a);
    truth = new EightLabels(b);
  }

  /** The generated evaluator. */
  @Benchmark
  public double sorensen() {
    return EightLabelsDice.dice(prediction, truth);
  }

  /** Compares with each class, 32 pixels at once. */
  @Benchmark
  @CFunction(library = Integers.LIBRARY, symbol = "labels_compare_avx2")
  public double cCompare() throws Throwable {
    return (double) AVX2.invokeExact(segmentA, segmentB, (long) a.length, classes);
  }

  /** The same, 64 pixels at once. */
  @Benchmark
  @CFunction(library = Integers.LIBRARY, symbol = "labels_compare_avx512")
  public double cCompareAvx512() throws Throwable {
    return (double) AVX512.invokeExact(segmentA, segmentB, (long) a.length, classes);
  }
}
