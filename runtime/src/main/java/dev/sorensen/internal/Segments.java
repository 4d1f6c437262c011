package dev.sorensen.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Blocks of off-heap masks as arrays: kernels are typed on arrays alone, since accesses to segments
 * become slow once a process has seen several kinds of them. Elements are in native byte order and
 * need no alignment.
 */
public final class Segments {

  private Segments() {}

  /** Returns elements {@code from} to before {@code from + length}, at the start of an array. */
  public static byte[] bytes(MemorySegment data, long from, int length, int slot) {
    byte[] block = Scratch.bytes(slot, length);
    MemorySegment.copy(data, ValueLayout.JAVA_BYTE, from, block, 0, length);
    return block;
  }

  /** Returns elements {@code from} to before {@code from + length}, at the start of an array. */
  public static short[] shorts(MemorySegment data, long from, int length, int slot) {
    short[] block = Scratch.shorts(slot, length);
    MemorySegment.copy(data, ValueLayout.JAVA_SHORT_UNALIGNED, 2 * from, block, 0, length);
    return block;
  }

  /** Returns elements {@code from} to before {@code from + length}, at the start of an array. */
  public static long[] longs(MemorySegment data, long from, int length, int slot) {
    long[] block = Scratch.longs(slot, length);
    MemorySegment.copy(data, ValueLayout.JAVA_LONG_UNALIGNED, 8 * from, block, 0, length);
    return block;
  }

  /** Returns elements {@code from} to before {@code from + length}, at the start of an array. */
  public static float[] floats(MemorySegment data, long from, int length, int slot) {
    return floats(data, from, 0, 1, length, slot);
  }

  /**
   * Returns elements {@code from} to before {@code from + length} of each of several planes, one
   * after another.
   *
   * @param stride the elements of a plane
   */
  public static float[] floats(
      MemorySegment data, long from, long stride, int planes, int length, int slot) {
    float[] block = Scratch.floats(slot, planes * length);
    for (int c = 0; c < planes; c++) {
      long at = 4 * (from + c * stride);
      MemorySegment.copy(data, ValueLayout.JAVA_FLOAT_UNALIGNED, at, block, c * length, length);
    }
    return block;
  }

  /** Returns elements {@code from} to before {@code from + length}, at the start of an array. */
  public static double[] doubles(MemorySegment data, long from, int length, int slot) {
    return doubles(data, from, 0, 1, length, slot);
  }

  /**
   * Returns elements {@code from} to before {@code from + length} of each of several planes, one
   * after another.
   *
   * @param stride the elements of a plane
   */
  public static double[] doubles(
      MemorySegment data, long from, long stride, int planes, int length, int slot) {
    double[] block = Scratch.doubles(slot, planes * length);
    for (int c = 0; c < planes; c++) {
      long at = 8 * (from + c * stride);
      MemorySegment.copy(data, ValueLayout.JAVA_DOUBLE_UNALIGNED, at, block, c * length, length);
    }
    return block;
  }

  /** Returns all of a segment's runs: they are few beside the pixels, and read more than once. */
  public static int[] runs(MemorySegment data) {
    return data.toArray(ValueLayout.JAVA_INT_UNALIGNED);
  }
}
