package dev.sorensen.examples.evaluate.input;

import dev.sorensen.examples.evaluate.mask.BitMask;
import dev.sorensen.examples.evaluate.mask.RunMask;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs of COCO: the lengths of background and foreground in turn, down one column after another.
 *
 * @param height how many pixels a column has
 * @param width how many columns there are
 * @param counts the lengths, which add up to all pixels
 */
record ColumnRuns(int height, int width, int[] counts) {

  /** A mask of COCO has an area that fits in an int, as its format's own functions demand. */
  static final long MAX_PIXELS = Integer.MAX_VALUE;

  /** Returns the pixels that are foreground in any of some masks of one size. */
  static ColumnRuns union(int height, int width, List<ColumnRuns> masks) {
    if (masks.size() == 1) {
      return masks.getFirst();
    }
    List<long[]> runs = new ArrayList<>();
    for (ColumnRuns mask : masks) {
      long position = 0;
      for (int i = 0; i < mask.counts.length; i++) {
        if (i % 2 == 1 && mask.counts[i] > 0) {
          runs.add(new long[] {position, position + mask.counts[i]});
        }
        position += mask.counts[i];
      }
    }
    runs.sort((a, b) -> Long.compare(a[0], b[0]));
    int[] counts = new int[2 * runs.size() + 1];
    int size = 0;
    long end = 0;
    for (long[] run : runs) {
      if (run[0] > end || size == 0) {
        counts[size++] = (int) (run[0] - end);
        counts[size++] = (int) (run[1] - run[0]);
      } else {
        counts[size - 1] += (int) Math.max(0, run[1] - end);
      }
      end = Math.max(end, run[1]);
    }
    counts[size++] = (int) ((long) height * width - end);
    return new ColumnRuns(height, width, Arrays.copyOf(counts, size));
  }

  /** Returns how many pixels are foreground. */
  long foreground() {
    long foreground = 0;
    for (int i = 1; i < counts.length; i += 2) {
      foreground += counts[i];
    }
    return foreground;
  }

  /** Returns a mask of the same, one column after another. */
  RunMask mask() {
    return new RunMask(counts, (long) height * width);
  }

  /** Returns a mask of the same, one row after another. */
  BitMask byRows() {
    long pixels = (long) height * width;
    long[] words = new long[(int) ((pixels + 63) >>> 6)];
    long position = 0;
    for (int i = 0; i < counts.length; i++) {
      for (long pixel = position; i % 2 == 1 && pixel < position + counts[i]; pixel++) {
        long at = pixel % height * width + pixel / height;
        words[(int) (at >>> 6)] |= 1L << at;
      }
      position += counts[i];
    }
    return new BitMask(MemorySegment.ofArray(words), pixels);
  }
}
