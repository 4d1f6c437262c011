package dev.sorensen.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of an array at a time, for scalar kernels that count within a {@code long}. */
public final class ByteWords {

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long LOW_SEVEN = 0x7F7F7F7F7F7F7F7FL;

  private ByteWords() {}

  /** Returns the bytes {@code index} to {@code index + 7}, the first as the lowest. */
  public static long get(byte[] bytes, int index) {
    return (long) WORDS.get(bytes, index);
  }

  /** Returns a label in each byte. */
  public static long of(int label) {
    return (label & 0xFF) * ONES;
  }

  /** Returns 1 in each byte that is not 0, and 0 in each that is. */
  public static long nonZero(long bytes) {
    // The sum carries into a byte's top bit if any of the lower seven is set.
    return ((((bytes & LOW_SEVEN) + LOW_SEVEN) | bytes) >>> 7) & ONES;
  }

  /** Returns 1 in each byte that is 0, and 0 in each that is not. */
  public static long zero(long bytes) {
    return nonZero(bytes) ^ ONES;
  }

  /** Returns the sum of the eight bytes of a word, each taken as unsigned. */
  public static long sum(long counts) {
    long pairs = (counts & 0x00FF00FF00FF00FFL) + ((counts >>> 8) & 0x00FF00FF00FF00FFL);
    return sumOfPairs(pairs);
  }

  /** Returns the sum of the four 16-bit parts of a word, which must fit into 16 bits itself. */
  public static long sumOfPairs(long pairs) {
    return (pairs * 0x0001000100010001L) >>> 48;
  }

  /** Returns the sum of the two 32-bit parts of a word. */
  public static long sumOfHalves(long halves) {
    return (halves & 0xFFFFFFFFL) + (halves >>> 32);
  }
}
