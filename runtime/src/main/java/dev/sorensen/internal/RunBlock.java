package dev.sorensen.internal;

import dev.sorensen.RunEncoding;

/**
 * A mask's runs, a block after another, which stays in the first cache. A run is a number, its
 * start above its end, so that one access reads both; after the last stands a run past all pixels.
 */
final class RunBlock {

  /** The most pixels of a mask whose runs can be packed: a start and an end take 32 bits each. */
  static final long MOST_PIXELS = Integer.MAX_VALUE - 1;

  /** The most runs of a block. */
  static final int LONGEST = 1 << 10;

  private static final long PAST_ALL = packed(Integer.MAX_VALUE, Integer.MAX_VALUE);

  private final int[] numbers;
  private final RunEncoding encoding;

  /** How many runs there are. */
  private final int count;

  /** How many have been read. */
  private int read;

  /** The runs of this block. */
  final long[] runs;

  /** The index of the first run that is left of it. */
  int from;

  /** The index after the last. */
  int to;

  RunBlock(int[] numbers, RunEncoding encoding, int slot) {
    this.numbers = numbers;
    this.encoding = encoding;
    this.count = numbers.length / 2;
    this.runs = Scratch.longs(slot, Math.min(count, LONGEST) + 1);
  }

  private static long packed(int start, int end) {
    return (long) start << 32 | end;
  }

  static int start(long run) {
    return (int) (run >>> 32);
  }

  static int end(long run) {
    return (int) run;
  }

  /** Reads the next block if nothing is left of this one, and returns whether anything is left. */
  boolean isAnyLeft() {
    if (from == to && read < count) {
      int length = Math.min(count - read, LONGEST);
      read(numbers, encoding, read, length, to == 0 ? 0 : lastEnd(), runs);
      read += length;
      from = 0;
      to = length;
    }
    return from < to;
  }

  /**
   * Reads runs that have been checked.
   *
   * @param position the end of the run before
   */
  private static void read(
      int[] numbers, RunEncoding encoding, int from, int length, int position, long[] runs) {
    switch (encoding) {
      case START_LENGTH -> {
        for (int i = 0; i < length; i++) {
          int start = numbers[2 * (from + i)];
          runs[i] = packed(start, start + numbers[2 * (from + i) + 1]);
        }
      }
      case START_END -> {
        for (int i = 0; i < length; i++) {
          runs[i] = packed(numbers[2 * (from + i)], numbers[2 * (from + i) + 1]);
        }
      }
      case COUNTS -> {
        int end = position;
        for (int i = 0; i < length; i++) {
          int start = end + numbers[2 * (from + i)];
          end = start + numbers[2 * (from + i) + 1];
          runs[i] = packed(start, end);
        }
      }
    }
    runs[length] = PAST_ALL;
  }

  /** Whether it is the last block. */
  boolean isLast() {
    return read == count;
  }

  /** The end of its last run. */
  int lastEnd() {
    return end(runs[to - 1]);
  }

  /** Returns the index of the first run that is left and ends after a pixel, or after the last. */
  int firstEndingAfter(int pixel) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (end(runs[middle]) <= pixel) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
