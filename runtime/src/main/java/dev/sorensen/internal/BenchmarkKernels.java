package dev.sorensen.internal;

/** Whether a generated benchmark measures the kernels that its name promises. */
public final class BenchmarkKernels {

  private static final String SIMD = "sorensen.simd";

  private BenchmarkKernels() {}

  /**
   * Throws if this process does not use the kernels that a benchmark is about.
   *
   * @param benchmark its name, which ends in {@code Vector}, {@code Scalar} or something else where
   *     it makes no difference
   * @throws IllegalStateException if the process was not started for it
   */
  public static void check(String benchmark) {
    if (benchmark.endsWith("Vector")) {
      require(benchmark, "on", VectorSupport.ENABLED);
    } else if (benchmark.endsWith("Scalar")) {
      require(benchmark, "off", !VectorSupport.ENABLED);
    }
  }

  private static void require(String benchmark, String simd, boolean met) {
    if (!simd.equalsIgnoreCase(System.getProperty(SIMD)) || !met) {
      throw new IllegalStateException(
          ("%s needs a JVM with -D%s=%s%s, as its @Fork starts one. Leave JMH its forks, and give"
                  + " JVMs further arguments by -jvmArgsPrepend: -jvmArgsAppend takes the place of"
                  + " @Fork's.")
              .formatted(
                  benchmark,
                  SIMD,
                  simd,
                  simd.equals("on") ? " and --add-modules jdk.incubator.vector" : ""));
    }
  }
}
