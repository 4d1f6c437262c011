package dev.sorensen.examples.benchmarks;

import java.util.SplittableRandom;
import org.roaringbitmap.RoaringBitmap;

/** Masks of runs, as the counts of COCO. */
final class Runs {

  /** Background and foreground last from 1 to this many pixels, each length as likely. */
  private static final int LONGEST = 51;

  private Runs() {}

  /** Returns how many pixels a mask of so many runs has, however long they are. */
  static int pixels(int runs) {
    return 2 * LONGEST * runs + 1;
  }

  /** Returns a mask of so many runs of random lengths. */
  static int[] random(int runs, SplittableRandom random) {
    int[] counts = new int[2 * runs + 1];
    int rest = pixels(runs);
    for (int i = 0; i < 2 * runs; i++) {
      counts[i] = random.nextInt(1, LONGEST + 1);
      rest -= counts[i];
    }
    counts[2 * runs] = rest;
    return counts;
  }

  /** Returns the same runs as starts and lengths. */
  static int[] startsAndLengths(int[] counts) {
    int[] runs = new int[counts.length / 2 * 2];
    int position = 0;
    for (int i = 0; i + 1 < counts.length; i += 2) {
      position += counts[i];
      runs[i] = position;
      runs[i + 1] = counts[i + 1];
      position += counts[i + 1];
    }
    return runs;
  }

  /** Returns the same runs as a bitmap of runs. */
  static RoaringBitmap roaring(int[] counts) {
    RoaringBitmap bitmap = new RoaringBitmap();
    int[] runs = startsAndLengths(counts);
    for (int i = 0; i < runs.length; i += 2) {
      bitmap.add((long) runs[i], (long) runs[i] + runs[i + 1]);
    }
    bitmap.runOptimize();
    return bitmap;
  }
}
