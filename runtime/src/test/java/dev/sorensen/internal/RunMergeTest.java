package dev.sorensen.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.Overlap;
import dev.sorensen.RunEncoding;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two lists of runs against every run of one with every run of the other. */
final class RunMergeTest {

  static IntStream seeds() {
    return IntStream.range(0, 200);
  }

  /** Few runs and many, more than a block among them, as dense as each other or not. */
  @ParameterizedTest
  @MethodSource("seeds")
  void mergesRunsOfEveryEncoding(int seed) {
    Random random = new Random(seed);
    int most = seed < 150 ? 40 : 3 * RunBlock.LONGEST;
    check(
        seed,
        RandomRuns.of(random, random.nextInt(most), 1 + random.nextInt(60)),
        RandomRuns.of(random, random.nextInt(most), 1 + random.nextInt(60)));
  }

  /** Counts add up to more pixels than an int can number. */
  @ParameterizedTest
  @MethodSource("seeds")
  void mergesRunsFarOut(int seed) {
    Random random = new Random(seed);
    RandomRuns a = RandomRuns.of(random, random.nextInt(30), Integer.MAX_VALUE);
    RandomRuns b = RandomRuns.of(random, random.nextInt(30), Integer.MAX_VALUE);
    check(seed, RunEncoding.COUNTS, a, RunEncoding.COUNTS, b);
  }

  /** A run that starts below 2^31 ends past it. */
  @Test
  void startsWithLengthsReachFurtherThanAnInt() {
    int[] runs = {5, 3, Integer.MAX_VALUE - 1, Integer.MAX_VALUE};
    long size = 3L + Integer.MAX_VALUE;
    long pixels = 1L << 32;
    assertThat(
            RunMerge.overlap(
                runs,
                RunEncoding.START_LENGTH,
                size,
                new int[] {7, Integer.MAX_VALUE, Integer.MAX_VALUE - 9, 0},
                RunEncoding.COUNTS,
                Integer.MAX_VALUE,
                pixels))
        .isEqualTo(new Overlap(1 + 8, size, Integer.MAX_VALUE, pixels));
  }

  @Test
  void noRuns() {
    assertThat(
            RunMerge.overlap(
                new int[0], RunEncoding.START_END, 0, new int[] {9}, RunEncoding.COUNTS, 0, 9))
        .isEqualTo(new Overlap(0, 0, 0, 9));
  }

  private static void check(int seed, RandomRuns a, RandomRuns b) {
    for (RunEncoding first : RunEncoding.values()) {
      for (RunEncoding second : RunEncoding.values()) {
        check(seed, first, a, second, b);
      }
    }
  }

  private static void check(
      int seed, RunEncoding first, RandomRuns a, RunEncoding second, RandomRuns b) {
    long pixels = Math.max(a.pixels(), b.pixels());
    long expected = RandomRuns.shared(a, b);
    assertThat(
            RunMerge.overlap(
                a.encoded(first, pixels),
                first,
                a.size(),
                b.encoded(second, pixels),
                second,
                b.size(),
                pixels))
        .as("seed %d, %s and %s", seed, first, second)
        .isEqualTo(new Overlap(expected, a.size(), b.size(), pixels));
    assertThat(
            RunBounds.of(a.encoded(first, pixels), first)
                .shared(RunBounds.of(b.encoded(second, pixels), second)))
        .as("with branches, seed %d, %s and %s", seed, first, second)
        .isEqualTo(expected);
  }
}
