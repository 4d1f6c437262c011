package dev.sorensen.internal;

import dev.sorensen.Overlap;
import dev.sorensen.RunEncoding;

/**
 * The length that two lists of runs share. Of the runs that two masks are at, the one that ends
 * first meets no other, and is left behind. Which one that is, is as good as random, so nothing
 * branches on it; and as each step waits for the one before it, two merges go side by side, one of
 * the first half of all steps and one of the second.
 */
public final class RunMerge {

  private RunMerge() {}

  /**
   * Counts the pixels of two masks whose runs have been checked.
   *
   * @param predictionSize the pixels that the prediction's runs cover
   * @param truthSize the pixels that the truth's runs cover
   */
  public static Overlap overlap(
      int[] prediction,
      RunEncoding predictionEncoding,
      long predictionSize,
      int[] truth,
      RunEncoding truthEncoding,
      long truthSize,
      long pixels) {
    long intersection =
        pixels <= RunBlock.MOST_PIXELS
            ? shared(
                new RunBlock(prediction, predictionEncoding, Scratch.PREDICTION),
                new RunBlock(truth, truthEncoding, Scratch.TRUTH))
            : RunBounds.of(prediction, predictionEncoding)
                .shared(RunBounds.of(truth, truthEncoding));
    return new Overlap(intersection, predictionSize, truthSize, pixels);
  }

  private static long shared(RunBlock a, RunBlock b) {
    long shared = 0;
    while (a.isAnyLeft() && b.isAnyLeft()) {
      shared += sharedOfBlocks(a, b);
    }
    return shared;
  }

  /** Merges what is left of two blocks, until one has nothing left. */
  private static int sharedOfBlocks(RunBlock a, RunBlock b) {
    int toA = a.to;
    int toB = b.to;
    if (!a.isLast() || !b.isLast()) {
      // Of two runs that end together, that of a is left behind first.
      if (a.lastEnd() <= b.lastEnd()) {
        toB = b.firstEndingAfter(a.lastEnd() - 1);
      } else {
        toA = a.firstEndingAfter(b.lastEnd());
      }
    }
    int shared = shared(a.runs, a.from, toA, b.runs, b.from, toB);
    a.from = toA;
    b.from = toB;
    return shared;
  }

  /** Merges runs until all from an index to another have been left behind. */
  private static int shared(long[] a, int fromA, int toA, long[] b, int fromB, int toB) {
    int steps = toA - fromA + toB - fromB;
    int half = steps / 2;
    int start = fromA + fromB;
    int middle = start + half;
    // A step leaves one run behind: the indices of both add up to how far it is.
    int first = fromB;
    int second = after(half, a, fromA, toA, b, fromB, toB);
    int firstShared = 0;
    int secondShared = 0;
    for (int step = 0; step < half; step++) {
      long firstA = a[start + step - first];
      long firstB = b[first];
      firstShared += shared(firstA, firstB);
      first += endsFirst(firstB, firstA);
      long secondA = a[middle + step - second];
      long secondB = b[second];
      secondShared += shared(secondA, secondB);
      second += endsFirst(secondB, secondA);
    }
    if (steps % 2 != 0) {
      secondShared += shared(a[middle + half - second], b[second]);
    }
    return firstShared + secondShared;
  }

  /** Returns the index in {@code b} that so many steps of a merge lead to. */
  private static int after(int steps, long[] a, int fromA, int toA, long[] b, int fromB, int toB) {
    int low = Math.max(0, steps - (toA - fromA));
    int high = Math.min(steps, toB - fromB);
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (endsFirst(b[fromB + middle], a[fromA + steps - 1 - middle]) != 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return fromB + low;
  }

  /** How many pixels two runs share. */
  private static int shared(long run, long other) {
    int start = Math.max(RunBlock.start(run), RunBlock.start(other));
    return Math.max(0, Math.min(RunBlock.end(run), RunBlock.end(other)) - start);
  }

  /** Returns 1 if a run ends before another does, else 0. */
  private static int endsFirst(long run, long other) {
    return (RunBlock.end(run) - RunBlock.end(other)) >>> 31;
  }
}
