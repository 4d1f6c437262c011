package dev.sorensen.internal;

/**
 * Where the foreground of a mask lies, in rows along its first extent, and how much there is. The
 * box may be too wide, and is never too narrow.
 *
 * @param pixels how many pixels the mask has
 * @param width how many a row has
 * @param size how many are foreground
 * @param firstRow the first row with foreground; past the last where there is none
 * @param lastRow the last row with foreground
 * @param firstColumn the first column with foreground
 * @param lastColumn the last column with foreground
 */
public record MaskBox(
    long pixels,
    long width,
    long size,
    long firstRow,
    long lastRow,
    long firstColumn,
    long lastColumn)
    implements Boxed {

  /** Returns the box of bits. */
  public static MaskBox ofBits(long[] words, long width, long pixels) {
    Builder box = new Builder(width);
    long count = MaskChecks.words(pixels);
    for (int i = 0; i < count; i++) {
      long word = words[i];
      if (i == count - 1 && (pixels & 63) != 0) {
        word &= -1L >>> -pixels;
      }
      if (word != 0) {
        long first = ((long) i << 6) + Long.numberOfTrailingZeros(word);
        long last = ((long) i << 6) + 63 - Long.numberOfLeadingZeros(word);
        box.add(first, last, Long.bitCount(word));
      }
    }
    return box.build(pixels);
  }

  /** Returns the box of runs. */
  static MaskBox ofRuns(RunBounds runs, long width, long pixels) {
    Builder box = new Builder(width);
    for (int i = 0; i < runs.count(); i++) {
      long start = runs.start(i);
      long end = runs.end(i);
      if (end > start) {
        box.add(start, end - 1, end - start);
      }
    }
    return box.build(pixels);
  }

  @Override
  public MaskBox box() {
    return this;
  }

  /** Returns whether no pixel can be foreground in both masks, which have the same extents. */
  boolean isApartFrom(MaskBox other) {
    if (size == 0 || other.size == 0) {
      return true;
    }
    // Where they lie is as good as random: one branch, if any difference is negative.
    long differences =
        (lastRow - other.firstRow)
            | (other.lastRow - firstRow)
            | (lastColumn - other.firstColumn)
            | (other.lastColumn - firstColumn);
    // Of masks with rows of different lengths, boxes say nothing about each other.
    return differences < 0 && width == other.width;
  }

  /** The first pixel that can be foreground, as a multiple of 64. */
  long from() {
    return size == 0 ? 0 : firstRow * width & -64;
  }

  /** The first pixel after the last that can be foreground. */
  long to() {
    return size == 0 ? 0 : (lastRow + 1) * width;
  }

  /** Grows a box by foreground in the order of the pixels. */
  private static final class Builder {

    private final long width;
    private long size;

    /** The row that the last foreground began in, and the first pixel of it. */
    private long row;

    private long rowStart;
    private long firstRow = Long.MAX_VALUE;
    private long lastRow = -1;
    private long firstColumn = Long.MAX_VALUE;
    private long lastColumn = -1;

    Builder(long width) {
      this.width = width;
    }

    void add(long first, long last, long count) {
      size += count;
      moveTo(first);
      long column = first - rowStart;
      firstRow = Math.min(firstRow, row);
      if (last - first < width - column) {
        lastRow = row;
        firstColumn = Math.min(firstColumn, column);
        lastColumn = Math.max(lastColumn, column + last - first);
      } else {
        lastRow = last / width;
        firstColumn = 0;
        lastColumn = width - 1;
      }
    }

    /** Moves to the row of a pixel. It is mostly this row or the next: a division takes longer. */
    private void moveTo(long pixel) {
      if (pixel - rowStart >= width) {
        row = pixel - rowStart - width < width ? row + 1 : pixel / width;
        rowStart = row * width;
      }
    }

    MaskBox build(long pixels) {
      return new MaskBox(pixels, width, size, firstRow, lastRow, firstColumn, lastColumn);
    }
  }
}
