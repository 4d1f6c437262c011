package dev.sorensen;

/** How a mask type stores its pixels. */
public enum Layout {
  /**
   * Taken from the type of the data: {@code long[]} is {@link #BIT_PACKED}, {@code byte[]} is
   * {@link #BYTE}, {@code short[]} is {@link #SHORT}, {@code float[]} is {@link #FLOAT}, {@code
   * double[]} is {@link #DOUBLE}, {@code int[]} is {@link #RLE}.
   */
  INFERRED,

  /**
   * One bit a pixel in {@code long[]}: pixel {@code i} is bit {@code i & 63} of word {@code i >>>
   * 6}. Bits past the last pixel are ignored, whatever they hold.
   */
  BIT_PACKED,

  /** One unsigned byte a pixel in {@code byte[]}: 0 is background. */
  BYTE,

  /** One unsigned 16-bit number a pixel in {@code short[]}: 0 is background. */
  SHORT,

  /**
   * One probability a pixel in {@code float[]}. For counts a pixel is foreground where its value is
   * above the type's threshold; for soft sums the values are added as they are.
   */
  FLOAT,

  /** As {@link #FLOAT}, in {@code double[]}. */
  DOUBLE,

  /** The foreground as runs of consecutive pixels in {@code int[]}; see {@link RunEncoding}. */
  RLE
}
