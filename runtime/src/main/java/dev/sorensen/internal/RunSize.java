package dev.sorensen.internal;

import dev.sorensen.RunEncoding;

/**
 * How many pixels runs cover, and whether they are as they should be, in one look that branches on
 * nothing: every condition is a number that must not be negative, so the sign of them all together
 * tells. What is wrong, and where, takes another look.
 */
final class RunSize {

  /** The size of runs that are not as they should be. */
  static final long ILLEGAL = -1;

  private RunSize() {}

  /** Returns how many pixels runs cover, or {@link #ILLEGAL}. */
  static long of(int[] runs, RunEncoding encoding, long pixels) {
    return switch (encoding) {
      case START_LENGTH -> startLength(runs, pixels);
      case START_END -> startEnd(runs, pixels);
      case COUNTS -> counts(runs, pixels);
    };
  }

  private static long startLength(int[] runs, long pixels) {
    if (runs.length % 2 != 0) {
      return ILLEGAL;
    }
    long signs = 0;
    long covered = 0;
    long end = 0;
    for (int i = 0; i < runs.length - 1; i += 2) {
      long start = runs[i];
      long length = runs[i + 1];
      signs |= (start - end) | length;
      covered += length;
      end = start + length;
    }
    return signs >= 0 && end <= pixels ? covered : ILLEGAL;
  }

  private static long startEnd(int[] runs, long pixels) {
    if (runs.length % 2 != 0) {
      return ILLEGAL;
    }
    long signs = 0;
    long covered = 0;
    long end = 0;
    for (int i = 0; i < runs.length - 1; i += 2) {
      long start = runs[i];
      signs |= start - end;
      end = runs[i + 1];
      signs |= end - start;
      covered += end - start;
    }
    return signs >= 0 && end <= pixels ? covered : ILLEGAL;
  }

  private static long counts(int[] counts, long pixels) {
    int signs = 0;
    long background = 0;
    long foreground = 0;
    for (int i = 0; i < counts.length - 1; i += 2) {
      signs |= counts[i] | counts[i + 1];
      background += counts[i];
      foreground += counts[i + 1];
    }
    if (counts.length % 2 != 0) {
      int last = counts[counts.length - 1];
      signs |= last;
      background += last;
    }
    return signs >= 0 && background + foreground == pixels ? foreground : ILLEGAL;
  }
}
