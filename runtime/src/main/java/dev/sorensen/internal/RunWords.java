package dev.sorensen.internal;

import dev.sorensen.RunEncoding;
import java.util.Arrays;

/**
 * Runs drawn as bits, a block at a time and one block after another, so that a mask of runs meets
 * one of another layout in words. The runs have been checked.
 */
public final class RunWords {

  // Where the next block goes on stands before the words.
  /** The index of the first run that does not end before the next block. */
  private static final int RUN = 0;

  /** For counts, the pixel that this run's background begins at. */
  private static final int POSITION = 1;

  /** Where the words of a block begin in the array. */
  public static final int WORDS = 2;

  private RunWords() {}

  /**
   * Returns an array to draw blocks in, from a pixel on.
   *
   * @param longest the most pixels that a block has
   */
  public static long[] start(int[] runs, RunEncoding encoding, long from, int longest, int slot) {
    long[] block = Scratch.longs(slot, WORDS + ((longest + 63) >>> 6));
    block[RUN] = 0;
    block[POSITION] = 0;
    skip(runs, encoding, from, block);
    return block;
  }

  /** Leaves behind what ends at a pixel or before. */
  private static void skip(int[] runs, RunEncoding encoding, long pixel, long[] block) {
    int run = (int) block[RUN];
    long position = block[POSITION];
    while (run + 1 < runs.length) {
      long end = end(runs, encoding, run, position);
      if (end > pixel) {
        break;
      }
      position = end;
      run += 2;
    }
    block[RUN] = run;
    block[POSITION] = position;
  }

  private static long start(int[] runs, RunEncoding encoding, int run, long position) {
    return encoding == RunEncoding.COUNTS ? position + runs[run] : runs[run];
  }

  private static long end(int[] runs, RunEncoding encoding, int run, long position) {
    return encoding == RunEncoding.START_END
        ? runs[run + 1]
        : start(runs, encoding, run, position) + runs[run + 1];
  }

  /** Draws the block from a pixel on, which is where the last one ended. */
  public static void draw(int[] runs, RunEncoding encoding, long from, int length, long[] block) {
    Arrays.fill(block, WORDS, WORDS + ((length + 63) >>> 6), 0);
    int run = (int) block[RUN];
    long position = block[POSITION];
    while (run + 1 < runs.length) {
      long start = start(runs, encoding, run, position);
      if (start >= from + length) {
        break;
      }
      long end = end(runs, encoding, run, position);
      fill(block, (int) Math.max(0, start - from), (int) Math.min(length, end - from));
      if (end > from + length) {
        break;
      }
      position = end;
      run += 2;
    }
    block[RUN] = run;
    block[POSITION] = position;
  }

  /** Sets the bits from a pixel of the block to before another. */
  private static void fill(long[] block, int from, int to) {
    if (from >= to) {
      return;
    }
    int first = WORDS + (from >>> 6);
    int last = WORDS + ((to - 1) >>> 6);
    long low = -1L << from;
    long high = -1L >>> -to;
    if (first == last) {
      block[first] |= low & high;
      return;
    }
    block[first] |= low;
    for (int word = first + 1; word < last; word++) {
      block[word] = -1L;
    }
    block[last] |= high;
  }
}
