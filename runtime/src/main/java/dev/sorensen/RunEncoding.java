package dev.sorensen;

/**
 * What the numbers of an {@link Layout#RLE} mask mean.
 *
 * <p>Runs are in ascending order and do not overlap; they may touch, and may be empty.
 */
public enum RunEncoding {
  /** Pairs: the first pixel of a foreground run, and how many pixels it has. */
  START_LENGTH,

  /** Pairs: the first pixel of a foreground run, and the first pixel after it. */
  START_END,

  /**
   * Lengths of runs that alternate, background first, and cover every pixel, as in COCO's
   * uncompressed run-length encoding. The first may be 0. {@link CocoRle} reads the compressed one.
   */
  COUNTS
}
