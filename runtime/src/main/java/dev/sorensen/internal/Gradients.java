package dev.sorensen.internal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Copies a block of a gradient, all pixels of its first class first, to where the caller wants it.
 *
 * <p>In each method element {@code from} is that of the block's first pixel in its first class,
 * {@code stride} is how far apart two classes are, and the block has {@code planes} classes of
 * {@code length} pixels.
 */
public final class Gradients {

  private Gradients() {}

  /** Returns whether two gradients have memory in common, so that one would overwrite the other. */
  public static boolean overlap(Object one, Object other) {
    if (one instanceof MemorySegment segment && other instanceof MemorySegment another) {
      return segment.asOverlappingSlice(another).isPresent();
    }
    // Of arrays, that is whether they are the same.
    return one.equals(other);
  }

  /** Copies to an array of floats. */
  public static void putFloats(
      float[] block, float[] gradient, long from, long stride, int planes, int length) {
    for (int c = 0; c < planes; c++) {
      System.arraycopy(block, c * length, gradient, (int) (from + c * stride), length);
    }
  }

  /** Rounds to floats in an array. */
  public static void putFloats(
      double[] block, float[] gradient, long from, long stride, int planes, int length) {
    for (int c = 0; c < planes; c++) {
      int at = (int) (from + c * stride);
      for (int i = 0; i < length; i++) {
        gradient[at + i] = (float) block[c * length + i];
      }
    }
  }

  /** Copies to an array of doubles. */
  public static void putDoubles(
      double[] block, double[] gradient, long from, long stride, int planes, int length) {
    for (int c = 0; c < planes; c++) {
      System.arraycopy(block, c * length, gradient, (int) (from + c * stride), length);
    }
  }

  /** Copies to a segment of floats. */
  public static void putFloats(
      float[] block, MemorySegment gradient, long from, long stride, int planes, int length) {
    for (int c = 0; c < planes; c++) {
      long at = 4 * (from + c * stride);
      MemorySegment.copy(block, c * length, gradient, ValueLayout.JAVA_FLOAT_UNALIGNED, at, length);
    }
  }

  /** Rounds to floats in a segment. */
  public static void putFloats(
      double[] block, MemorySegment gradient, long from, long stride, int planes, int length) {
    float[] rounded = Scratch.floats(Scratch.GRADIENT, planes * length);
    for (int i = 0; i < planes * length; i++) {
      rounded[i] = (float) block[i];
    }
    putFloats(rounded, gradient, from, stride, planes, length);
  }

  /** Copies to a segment of doubles. */
  public static void putDoubles(
      double[] block, MemorySegment gradient, long from, long stride, int planes, int length) {
    for (int c = 0; c < planes; c++) {
      long at = 8 * (from + c * stride);
      MemorySegment.copy(
          block, c * length, gradient, ValueLayout.JAVA_DOUBLE_UNALIGNED, at, length);
    }
  }
}
