package dev.sorensen.reference;

import dev.sorensen.Layout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.LongToDoubleFunction;

/**
 * Floating-point numbers read one by one from an array or a segment, whatever their width.
 *
 * @param reader returns the number at an index
 * @param length how many numbers there are
 */
record Decimals(LongToDoubleFunction reader, long length) {

  double at(long index) {
    return reader.applyAsDouble(index);
  }

  static Decimals of(float[] data) {
    return new Decimals(i -> data[Math.toIntExact(i)], data.length);
  }

  static Decimals of(double[] data) {
    return new Decimals(i -> data[Math.toIntExact(i)], data.length);
  }

  static Decimals of(Layout layout, MemorySegment data) {
    return switch (layout) {
      case FLOAT ->
          new Decimals(
              i -> data.getAtIndex(ValueLayout.JAVA_FLOAT_UNALIGNED, i),
              data.byteSize() / Float.BYTES);
      case DOUBLE ->
          new Decimals(
              i -> data.getAtIndex(ValueLayout.JAVA_DOUBLE_UNALIGNED, i),
              data.byteSize() / Double.BYTES);
      default ->
          throw new IllegalArgumentException("probabilities are FLOAT or DOUBLE, not " + layout);
    };
  }
}
