package dev.sorensen.internal;

import dev.sorensen.RunEncoding;

/**
 * The runs of a mask as the pixels where they begin and end, in turn, whatever encodes them. After
 * them stands a run past all pixels.
 */
final class RunBounds {

  private final long[] bounds;

  /** The index of the run past all. */
  private final int last;

  private RunBounds(long[] bounds, int last) {
    this.bounds = bounds;
    this.last = last;
  }

  /** Returns the bounds of runs that have been checked. */
  static RunBounds of(int[] runs, RunEncoding encoding) {
    int last = runs.length / 2 * 2;
    long[] bounds = new long[last + 2];
    switch (encoding) {
      case START_LENGTH -> {
        for (int i = 0; i < last; i += 2) {
          long start = runs[i];
          bounds[i] = start;
          bounds[i + 1] = start + runs[i + 1];
        }
      }
      case START_END -> {
        for (int i = 0; i < last; i++) {
          bounds[i] = runs[i];
        }
      }
      case COUNTS -> {
        long position = 0;
        for (int i = 0; i < last; i++) {
          position += runs[i];
          bounds[i] = position;
        }
      }
    }
    bounds[last] = Long.MAX_VALUE;
    bounds[last + 1] = Long.MAX_VALUE;
    return new RunBounds(bounds, last);
  }

  /** Returns how many runs there are. */
  int count() {
    return last / 2;
  }

  /** Returns the first pixel of a run. */
  long start(int run) {
    return bounds[2 * run];
  }

  /** Returns the first pixel after a run. */
  long end(int run) {
    return bounds[2 * run + 1];
  }

  /**
   * Returns how many pixels both share. Runs of shapes follow each other in ways that a processor's
   * branch prediction learns, and then it pays to step over what meets no run: hence branches,
   * where {@link RunMerge} has none.
   */
  long shared(RunBounds other) {
    long[] a = bounds;
    long[] b = other.bounds;
    int lastA = last;
    int lastB = other.last;
    int i = firstEndingAfter(b[0]);
    int j = other.firstEndingAfter(a[0]);
    long shared = 0;
    while (i < lastA && j < lastB) {
      long endA = a[i + 1];
      long endB = b[j + 1];
      if (endA <= b[j]) {
        i += 2;
      } else if (endB <= a[i]) {
        j += 2;
      } else if (endA < endB) {
        shared += endA - Math.max(a[i], b[j]);
        i += 2;
      } else {
        shared += endB - Math.max(a[i], b[j]);
        j += 2;
      }
    }
    return shared;
  }

  /**
   * Returns the index of the first run that ends after a pixel, which is the one past all if none.
   */
  private int firstEndingAfter(long pixel) {
    if (bounds[1] > pixel) {
      return 0;
    }
    // The run at the index ends before the pixel or at it; the one that many runs on does not.
    int index = 0;
    int runs = last / 2;
    while (runs > 1) {
      int half = runs / 2;
      // Which half it is, is as good as random: hence no branch.
      index += 2 * half & (int) ((bounds[index + 2 * half + 1] - pixel - 1) >> 63);
      runs -= half;
    }
    return index + 2;
  }
}
