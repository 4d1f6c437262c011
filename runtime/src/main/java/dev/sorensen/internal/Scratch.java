package dev.sorensen.internal;

/**
 * A small array for each thread, where a kernel leaves the lanes of its sums. A kernel uses it
 * between two of its own statements only, so calls never meet in it.
 */
public final class Scratch {

  /** Eight sums of 64 lanes: more than any kernel and any vector needs. */
  private static final int LENGTH = 512;

  // An array of a JDK type: it keeps no class loader alive.
  private static final ThreadLocal<float[]> FLOATS =
      ThreadLocal.withInitial(() -> new float[LENGTH]);

  private static final ThreadLocal<double[]> DOUBLES =
      ThreadLocal.withInitial(() -> new double[LENGTH]);

  private Scratch() {}

  /** Returns this thread's array of floats; what it holds is left over from earlier calls. */
  public static float[] floats() {
    return FLOATS.get();
  }

  /** Returns this thread's array of doubles; what it holds is left over from earlier calls. */
  public static double[] doubles() {
    return DOUBLES.get();
  }
}
