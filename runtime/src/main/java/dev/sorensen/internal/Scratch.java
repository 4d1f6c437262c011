package dev.sorensen.internal;

import java.util.function.IntFunction;

/**
 * Small arrays for each thread: where a pass over a pair of masks puts a block of elements, and a
 * kernel the lanes of its sums. Whoever asks for one has it until he asks for the same again, and
 * what it holds at first is left over from earlier; passes never meet in one, for none calls
 * another.
 */
public final class Scratch {

  /** What a pass fills for the prediction. */
  public static final int PREDICTION = 0;

  /** What a pass fills for the truth. */
  public static final int TRUTH = 1;

  /** What a pass makes of the elements that it has filled in for a mask, beyond the mask's own. */
  static final int DERIVED = 2;

  /** Where a kernel leaves the lanes of its sums. */
  public static final int LANES = 4;

  /** Where a kernel leaves the numbers of the largest classes. */
  public static final int LARGEST = 5;

  /** Where a kernel leaves a gradient that is copied to where it belongs. */
  public static final int GRADIENT = 6;

  /** Where a kernel leaves which pixels are the truth's foreground, as bits. */
  public static final int FOREGROUND_WORDS = 7;

  /** Where a kernel leaves which pixels count, as bits. */
  public static final int COUNTED_WORDS = 8;

  private static final int SUMS = 9;
  private static final int SLOTS = 10;

  /** Eight sums of 64 lanes: more than any kernel and any vector needs. */
  private static final int LENGTH = 512;

  // Arrays of JDK types: they keep no class loader alive.
  private static final ThreadLocal<byte[][]> BYTES =
      ThreadLocal.withInitial(() -> new byte[SLOTS][]);
  private static final ThreadLocal<short[][]> SHORTS =
      ThreadLocal.withInitial(() -> new short[SLOTS][]);
  private static final ThreadLocal<long[][]> LONGS =
      ThreadLocal.withInitial(() -> new long[SLOTS][]);
  private static final ThreadLocal<float[][]> FLOATS =
      ThreadLocal.withInitial(() -> new float[SLOTS][]);
  private static final ThreadLocal<double[][]> DOUBLES =
      ThreadLocal.withInitial(() -> new double[SLOTS][]);

  private static final ThreadLocal<int[]> JOINT = ThreadLocal.withInitial(() -> new int[0]);

  private Scratch() {}

  /**
   * Returns this thread's table of counts, which are 0: whoever counts in it makes them 0 again.
   */
  public static int[] joint(int length) {
    int[] joint = JOINT.get();
    if (joint.length < length) {
      joint = new int[length];
      JOINT.set(joint);
    }
    return joint;
  }

  /** Returns this thread's array of floats for a use. */
  public static float[] floats(int slot) {
    return floats(slot, LENGTH);
  }

  /** Returns this thread's array of doubles for a use. */
  public static double[] doubles(int slot) {
    return doubles(slot, LENGTH);
  }

  /** Returns this thread's array for the few sums of a pass, which are 0. */
  public static double[] sums() {
    double[] sums = doubles(SUMS, 8);
    for (int i = 0; i < sums.length; i++) {
      sums[i] = 0;
    }
    return sums;
  }

  static byte[] bytes(int slot, int length) {
    byte[][] arrays = BYTES.get();
    byte[] array = arrays[slot];
    return array != null && array.length >= length
        ? array
        : anew(arrays, slot, length, byte[]::new);
  }

  static short[] shorts(int slot, int length) {
    short[][] arrays = SHORTS.get();
    short[] array = arrays[slot];
    return array != null && array.length >= length
        ? array
        : anew(arrays, slot, length, short[]::new);
  }

  /** Returns this thread's array of longs for a use, no shorter than asked. */
  public static long[] longs(int slot, int length) {
    long[][] arrays = LONGS.get();
    long[] array = arrays[slot];
    return array != null && array.length >= length
        ? array
        : anew(arrays, slot, length, long[]::new);
  }

  /** Returns this thread's array of floats for a use, no shorter than asked. */
  public static float[] floats(int slot, int length) {
    float[][] arrays = FLOATS.get();
    float[] array = arrays[slot];
    return array != null && array.length >= length
        ? array
        : anew(arrays, slot, length, float[]::new);
  }

  /** Returns this thread's array of doubles for a use, no shorter than asked. */
  public static double[] doubles(int slot, int length) {
    double[][] arrays = DOUBLES.get();
    double[] array = arrays[slot];
    return array != null && array.length >= length
        ? array
        : anew(arrays, slot, length, double[]::new);
  }

  private static <A> A anew(A[] arrays, int slot, int length, IntFunction<A> constructor) {
    A array = constructor.apply(length);
    arrays[slot] = array;
    return array;
  }
}
