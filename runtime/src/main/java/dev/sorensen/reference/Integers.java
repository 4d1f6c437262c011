package dev.sorensen.reference;

import dev.sorensen.Layout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.LongUnaryOperator;

/**
 * Whole numbers read one by one from an array or a segment, whatever their width.
 *
 * @param reader returns the number at an index
 * @param length how many numbers there are
 */
record Integers(LongUnaryOperator reader, long length) {

  long at(long index) {
    return reader.applyAsLong(index);
  }

  static Integers unsigned(byte[] data) {
    return new Integers(i -> Byte.toUnsignedLong(data[Math.toIntExact(i)]), data.length);
  }

  static Integers unsigned(short[] data) {
    return new Integers(i -> Short.toUnsignedLong(data[Math.toIntExact(i)]), data.length);
  }

  /** Returns the unsigned numbers of a segment that is laid out as labels are. */
  static Integers unsigned(Layout layout, MemorySegment data) {
    return switch (layout) {
      case BYTE ->
          new Integers(
              i -> Byte.toUnsignedLong(data.getAtIndex(ValueLayout.JAVA_BYTE, i)), data.byteSize());
      case SHORT ->
          new Integers(
              i -> Short.toUnsignedLong(data.getAtIndex(ValueLayout.JAVA_SHORT_UNALIGNED, i)),
              data.byteSize() / Short.BYTES);
      default -> throw new IllegalArgumentException("labels are BYTE or SHORT, not " + layout);
    };
  }

  static Integers ints(int[] data) {
    return new Integers(i -> data[Math.toIntExact(i)], data.length);
  }

  static Integers ints(MemorySegment data) {
    return new Integers(
        i -> data.getAtIndex(ValueLayout.JAVA_INT_UNALIGNED, i), data.byteSize() / Integer.BYTES);
  }

  static Integers longs(long[] data) {
    return new Integers(i -> data[Math.toIntExact(i)], data.length);
  }

  static Integers longs(MemorySegment data) {
    return new Integers(
        i -> data.getAtIndex(ValueLayout.JAVA_LONG_UNALIGNED, i), data.byteSize() / Long.BYTES);
  }
}
