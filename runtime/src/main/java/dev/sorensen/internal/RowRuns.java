package dev.sorensen.internal;

import org.jspecify.annotations.Nullable;

/**
 * A mask with no more than one run in each row, as instances without holes and bays have: two such
 * masks are compared row by row, without a search for what meets what.
 */
final class RowRuns {

  /** More rows than runs, where runs are few, are not worth the memory. */
  private static final int MOST_ROWS_OF_A_RUN = 4;

  private final long width;
  private final long firstRow;

  /** Where the run begins in the first row with foreground, and in those after it. */
  private final int[] starts;

  /** Where it ends; 0 in a row without foreground. */
  private final int[] ends;

  private RowRuns(long width, long firstRow, int[] starts, int[] ends) {
    this.width = width;
    this.firstRow = firstRow;
    this.starts = starts;
    this.ends = ends;
  }

  /** Returns the rows of a mask, or null if a row has several runs or there are too many rows. */
  static @Nullable RowRuns of(RunBounds runs, MaskBox box) {
    long rows = box.lastRow() - box.firstRow() + 1;
    long width = box.width();
    if (box.size() == 0
        || box.pixels() > Integer.MAX_VALUE
        || rows > (long) MOST_ROWS_OF_A_RUN * runs.count()) {
      return null;
    }
    int[] starts = new int[(int) rows];
    int[] ends = new int[(int) rows];
    int row = 0;
    long rowStart = box.firstRow() * width;
    for (int i = 0; i < runs.count(); i++) {
      long start = runs.start(i) - rowStart;
      long end = runs.end(i) - rowStart;
      if (start == end) {
        continue;
      }
      for (; start >= width; start -= width, end -= width) {
        row++;
        rowStart += width;
      }
      if (ends[row] != 0) {
        return null;
      }
      starts[row] = (int) start;
      for (; end > width; end -= width) {
        ends[row] = (int) width;
        row++;
        rowStart += width;
      }
      ends[row] = (int) end;
    }
    return new RowRuns(width, box.firstRow(), starts, ends);
  }

  /** Returns whether two masks with as many pixels have rows of the same length. */
  boolean hasRowsLike(RowRuns other) {
    return width == other.width;
  }

  /** Returns how many pixels two masks share whose rows have the same length. */
  long shared(RowRuns other) {
    long from = Math.max(firstRow, other.firstRow);
    long to = Math.min(firstRow + ends.length, other.firstRow + other.ends.length);
    int a = (int) (from - firstRow);
    int b = (int) (from - other.firstRow);
    int rows = (int) (to - from);
    int shared = 0;
    for (int row = 0; row < rows; row++) {
      int start = Math.max(starts[a + row], other.starts[b + row]);
      int end = Math.min(ends[a + row], other.ends[b + row]);
      shared += Math.max(0, end - start);
    }
    return shared;
  }
}
