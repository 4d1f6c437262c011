package dev.sorensen.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sorensen.IllegalMaskException;
import dev.sorensen.RunEncoding;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The quick look at runs finds whatever the slow one names, and nothing else. */
final class RunSizeTest {

  private static final MaskChecks CHECKS = new MaskChecks(RunSizeTest.class);

  static IntStream seeds() {
    return IntStream.range(0, 2_000);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void goodRunsHaveTheirSize(int seed) {
    Random random = new Random(seed);
    RandomRuns mask = RandomRuns.of(random, random.nextInt(9), 1 + random.nextInt(20));
    long pixels = mask.pixels() + random.nextInt(3);
    for (RunEncoding encoding : RunEncoding.values()) {
      assertThat(RunSize.of(mask.encoded(encoding, pixels), encoding, pixels))
          .as("seed %d, %s", seed, encoding)
          .isEqualTo(mask.size());
    }
  }

  /** Numbers of a good mask are changed, or cut off. */
  @ParameterizedTest
  @MethodSource("seeds")
  void badRunsAreNamed(int seed) {
    Random random = new Random(seed);
    RandomRuns mask = RandomRuns.of(random, 1 + random.nextInt(9), 1 + random.nextInt(20));
    long pixels = mask.pixels() + random.nextInt(3);
    for (RunEncoding encoding : RunEncoding.values()) {
      int[] runs = mask.encoded(encoding, pixels);
      if (random.nextInt(6) == 0) {
        runs = Arrays.copyOf(runs, random.nextInt(runs.length));
      } else {
        int changed = random.nextInt(runs.length);
        runs[changed] = random.nextBoolean() ? random.nextInt() : random.nextInt(60) - 20;
      }
      check(seed, runs, encoding, pixels);
    }
  }

  private static void check(int seed, int[] runs, RunEncoding encoding, long pixels) {
    if (isGood(runs, encoding, pixels)) {
      assertThat(CHECKS.runs("truth", "runs", runs, encoding, pixels))
          .as("seed %d, %s", seed, encoding)
          .isNotNegative();
    } else {
      assertThatThrownBy(() -> CHECKS.runs("truth", "runs", runs, encoding, pixels))
          .as("seed %d, %s", seed, encoding)
          .isInstanceOf(IllegalMaskException.class)
          .hasMessageStartingWith("RunSizeTest: truth.runs")
          .hasMessageNotContaining("meanwhile");
    }
  }

  private static boolean isGood(int[] runs, RunEncoding encoding, long pixels) {
    long position = 0;
    if (encoding == RunEncoding.COUNTS) {
      for (int count : runs) {
        if (count < 0) {
          return false;
        }
        position += count;
      }
      return position == pixels;
    }
    for (int i = 0; i + 1 < runs.length; i += 2) {
      long end = encoding == RunEncoding.START_END ? runs[i + 1] : (long) runs[i] + runs[i + 1];
      if (runs[i] < position || end < runs[i]) {
        return false;
      }
      position = end;
    }
    return runs.length % 2 == 0 && position <= pixels;
  }
}
