package dev.sorensen.internal;

import dev.sorensen.RunEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Runs at random, some of them empty and some that touch, in every encoding. */
record RandomRuns(List<long[]> runs, long pixels) {

  /**
   * Returns runs at random.
   *
   * @param longest the most pixels of a run, and between two
   */
  static RandomRuns of(Random random, int count, int longest) {
    List<long[]> runs = new ArrayList<>();
    long position = 0;
    for (int i = 0; i < count; i++) {
      long start = position + length(random, longest);
      position = start + length(random, longest);
      runs.add(new long[] {start, position});
    }
    return new RandomRuns(runs, position);
  }

  private static int length(Random random, int longest) {
    return random.nextInt(5) == 0 ? 0 : (int) random.nextLong(longest + 1L);
  }

  long size() {
    return runs.stream().mapToLong(run -> run[1] - run[0]).sum();
  }

  /** Returns the runs of a mask of so many pixels, no fewer than it has. */
  int[] encoded(RunEncoding encoding, long allPixels) {
    int[] numbers = new int[2 * runs.size()];
    long position = 0;
    for (int i = 0; i < runs.size(); i++) {
      long start = runs.get(i)[0];
      long end = runs.get(i)[1];
      numbers[2 * i] = Math.toIntExact(encoding == RunEncoding.COUNTS ? start - position : start);
      numbers[2 * i + 1] = Math.toIntExact(encoding == RunEncoding.START_END ? end : end - start);
      position = end;
    }
    return encoding == RunEncoding.COUNTS && position < allPixels
        ? withLast(numbers, allPixels - position)
        : numbers;
  }

  /** Background that no count holds is split by runs of no pixels. */
  private static int[] withLast(int[] counts, long background) {
    List<Integer> all = new ArrayList<>();
    for (int count : counts) {
      all.add(count);
    }
    long rest = background;
    for (; rest > Integer.MAX_VALUE; rest -= Integer.MAX_VALUE) {
      all.add(Integer.MAX_VALUE);
      all.add(0);
    }
    all.add((int) rest);
    return all.stream().mapToInt(count -> count).toArray();
  }

  /** How many pixels two masks share, by every run with every other. */
  static long shared(RandomRuns a, RandomRuns b) {
    long shared = 0;
    for (long[] one : a.runs) {
      for (long[] other : b.runs) {
        shared += Math.max(0, Math.min(one[1], other[1]) - Math.max(one[0], other[0]));
      }
    }
    return shared;
  }
}
