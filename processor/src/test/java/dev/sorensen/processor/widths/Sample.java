package dev.sorensen.processor.widths;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Two random masks as plain arrays, and the same in each layout. */
record Sample(boolean[] prediction, boolean[] truth) {

  /** Masks of one number of pixels, from empty to full, in noise or in runs. */
  static Sample random(Random random, int pixels) {
    boolean[] prediction = mask(random, pixels);
    boolean[] truth = random.nextInt(4) == 0 ? prediction.clone() : mask(random, pixels);
    return new Sample(prediction, truth);
  }

  static Sample full(int pixels) {
    boolean[] all = new boolean[pixels];
    java.util.Arrays.fill(all, true);
    return new Sample(all, all);
  }

  private static boolean[] mask(Random random, int pixels) {
    boolean[] mask = new boolean[pixels];
    double density = random.nextInt(5) / 4.0;
    int longestRun = 1 + random.nextInt(70);
    for (int i = 0; i < pixels; ) {
      boolean value = random.nextDouble() < density;
      int end = Math.min(pixels, i + 1 + random.nextInt(longestRun));
      while (i < end) {
        mask[i++] = value;
      }
    }
    return mask;
  }

  int pixels() {
    return prediction.length;
  }

  /** Bits, with garbage past the last pixel. */
  static long[] bits(boolean[] mask, Random random) {
    long[] words = new long[(mask.length + 63) / 64];
    for (int i = 0; i < words.length * 64; i++) {
      boolean bit = i < mask.length ? mask[i] : random.nextBoolean();
      if (bit) {
        words[i / 64] |= 1L << i;
      }
    }
    return words;
  }

  static int[] startLength(boolean[] mask) {
    List<Integer> numbers = new ArrayList<>();
    for (int[] run : runs(mask)) {
      numbers.add(run[0]);
      numbers.add(run[1] - run[0]);
    }
    return toArray(numbers);
  }

  static int[] startEnd(boolean[] mask) {
    List<Integer> numbers = new ArrayList<>();
    for (int[] run : runs(mask)) {
      numbers.add(run[0]);
      numbers.add(run[1]);
    }
    return toArray(numbers);
  }

  static int[] counts(boolean[] mask) {
    List<Integer> numbers = new ArrayList<>();
    int position = 0;
    for (int[] run : runs(mask)) {
      numbers.add(run[0] - position);
      numbers.add(run[1] - run[0]);
      position = run[1];
    }
    if (position < mask.length) {
      numbers.add(mask.length - position);
    }
    return toArray(numbers);
  }

  /** Runs as start and end; a long one is split in two that touch, with an empty one between. */
  private static List<int[]> runs(boolean[] mask) {
    List<int[]> runs = new ArrayList<>();
    for (int i = 0; i < mask.length; ) {
      if (!mask[i]) {
        i++;
        continue;
      }
      int start = i;
      while (i < mask.length && mask[i]) {
        i++;
      }
      if (i - start > 40) {
        int middle = start + (i - start) / 3;
        runs.add(new int[] {start, middle});
        runs.add(new int[] {middle, middle});
        runs.add(new int[] {middle, i});
      } else {
        runs.add(new int[] {start, i});
      }
    }
    return runs;
  }

  private static int[] toArray(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }
}
