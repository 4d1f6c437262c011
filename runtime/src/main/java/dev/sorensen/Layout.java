package dev.sorensen;

/**
 * How a mask type stores its pixels.
 *
 * <p>The data of each layout is an array of the type named below, or a {@link
 * java.lang.foreign.MemorySegment} (off the heap or a mapped file) of the same elements, one after
 * another in native byte order, at any alignment. A segment does not say what it holds: its layout
 * must be named.
 *
 * <p>With several {@linkplain SegmentationMask#classes() classes}, {@link #BYTE} and {@link #SHORT}
 * hold one label a pixel, and {@link #FLOAT}, {@link #DOUBLE} and {@link #BIT_PACKED} one plane of
 * all pixels a class, class 0 first.
 */
public enum Layout {
  /**
   * Taken from the type of the data: {@code long[]} is {@link #BIT_PACKED}, {@code byte[]} is
   * {@link #BYTE}, {@code short[]} is {@link #SHORT}, {@code float[]} is {@link #FLOAT}, {@code
   * double[]} is {@link #DOUBLE}, {@code int[]} is {@link #RLE}.
   */
  INFERRED,

  /**
   * One bit a pixel in {@code long[]}: pixel {@code i} is bit {@code i & 63} of word {@code i >>>
   * 6}. Bits past the last pixel are ignored, whatever they hold. Each plane of several begins at a
   * word of its own: it takes ⌈pixels / 64⌉ words.
   */
  BIT_PACKED,

  /** One unsigned byte a pixel in {@code byte[]}: 0 is background, or class 0 of several. */
  BYTE,

  /** One unsigned 16-bit number a pixel in {@code short[]}, as in {@link #BYTE}. */
  SHORT,

  /**
   * One probability, or logit (see {@link Activation}), a pixel in {@code float[]}. For counts a
   * pixel is foreground where its probability is above the type's threshold; for soft sums the
   * probabilities are added as they are.
   */
  FLOAT,

  /** As {@link #FLOAT}, in {@code double[]}. */
  DOUBLE,

  /**
   * The foreground as runs of consecutive pixels in {@code int[]}; see {@link RunEncoding}. It has
   * one class only.
   */
  RLE
}
