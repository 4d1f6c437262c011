package dev.sorensen.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.sorensen.IllegalMaskException;
import dev.sorensen.RunEncoding;
import java.util.Arrays;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each message names the evaluator, the mask, the component, what was found and expected. */
class MaskChecksTest {

  /** Stands for a generated class. */
  private static final class LungDice {}

  private static final MaskChecks CHECKS = new MaskChecks(LungDice.class);

  private static void assertIllegal(ThrowingCallable call, String message) {
    assertThatExceptionOfType(IllegalMaskException.class)
        .isThrownBy(call)
        .withMessage("LungDice: " + message);
  }

  @Test
  void masksAndComponentsAreThere() {
    assertThat(CHECKS.mask("truth", "mask")).isEqualTo("mask");
    assertThat(CHECKS.component("truth", "words", "data")).isEqualTo("data");
    assertThatNullPointerException()
        .isThrownBy(() -> CHECKS.mask("truth", null))
        .withMessage("LungDice: truth is null");
    assertThatNullPointerException()
        .isThrownBy(() -> CHECKS.component("prediction", "getWords()", null))
        .withMessage("LungDice: prediction.getWords() is null");
  }

  @Test
  void extentsMultiply() {
    assertThat(CHECKS.extent(1, "mask", "width", 7)).isEqualTo(7);
    assertThat(CHECKS.extent(7, "mask", "height", 6)).isEqualTo(42);
    assertThat(CHECKS.extent(7, "mask", "height", 0)).isZero();
    assertThat(CHECKS.extent(0, "mask", "depth", Long.MAX_VALUE)).isZero();
    assertThat(CHECKS.extent(1, "mask", "width", Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    assertThat(CHECKS.extent(7, "width", 6, "columns", 6)).isEqualTo(42);
  }

  @Test
  void extentsAreNotNegative() {
    assertIllegal(
        () -> CHECKS.extent(1, "mask", "width", -1), "mask.width is -1, expected at least 0");
    assertIllegal(
        () -> CHECKS.extent(1, "width", -5, "width", -5),
        "prediction.width is -5, expected at least 0");
  }

  @Test
  void extentsStayInTheRange() {
    assertThat(CHECKS.extent(1L << 31, "mask", "height", (1L << 32) - 1)).isPositive();
    assertIllegal(
        () -> CHECKS.extent(1L << 31, "mask", "height", 1L << 32),
        "the extents of mask up to height = 4294967296 multiply to more than 2^63 - 1 pixels");
    assertIllegal(
        () -> CHECKS.extent(2, "depth", Long.MAX_VALUE, "depth", Long.MAX_VALUE),
        "the extents of prediction up to depth = 9223372036854775807 multiply to more than"
            + " 2^63 - 1 pixels");
  }

  @Test
  void extentsAgree() {
    assertIllegal(
        () -> CHECKS.extent(1, "width", 512, "columns()", 511),
        "truth.columns() is 511, expected 512 as prediction.width");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "63, 1",
    "64, 1",
    "65, 2",
    "128, 2",
    "129, 3",
    "9223372036854775807, 144115188075855872",
  })
  void wordsHoldSixtyFourPixels(long pixels, long words) {
    assertThat(MaskChecks.words(pixels)).isEqualTo(words);
  }

  @Test
  void dataIsAsLongAsItsPixelsNeed() {
    CHECKS.length("truth", "words", 3, 3, 190);
    assertIllegal(
        () -> CHECKS.length("truth", "words", 2, 3, 190),
        "truth.words has length 2, expected 3 for 190 pixels");
    assertIllegal(
        () -> CHECKS.length("prediction", "labels", 5, 4, 4),
        "prediction.labels has length 5, expected 4 for 4 pixels");
  }

  @Test
  void dataThatSaysHowManyPixelsThereAreAgrees() {
    assertThat(CHECKS.sameLength("labels", 5, "labels", 5)).isEqualTo(5);
    assertIllegal(
        () -> CHECKS.sameLength("values", 5, "labels", 4),
        "truth.labels has length 4, expected 5 as prediction.values");
  }

  private static long startLength(int... runs) {
    return CHECKS.runs("truth", "runs", runs, RunEncoding.START_LENGTH, 10);
  }

  private static long startEnd(int... runs) {
    return CHECKS.runs("truth", "runs", runs, RunEncoding.START_END, 10);
  }

  private static long counts(int... runs) {
    return CHECKS.runs("truth", "runs", runs, RunEncoding.COUNTS, 10);
  }

  @Test
  void goodRunsCoverTheirPixels() {
    assertThat(startLength()).isZero();
    assertThat(startLength(0, 10)).isEqualTo(10);
    assertThat(startLength(1, 2, 3, 0, 3, 4, 10, 0)).isEqualTo(6);
    assertThat(startEnd()).isZero();
    assertThat(startEnd(0, 10)).isEqualTo(10);
    assertThat(startEnd(1, 3, 3, 3, 3, 7, 10, 10)).isEqualTo(6);
    assertThat(counts(10)).isZero();
    assertThat(counts(0, 10)).isEqualTo(10);
    assertThat(counts(1, 2, 0, 4, 3)).isEqualTo(6);
  }

  @Test
  void runsByStartAndLength() {
    assertIllegal(
        () -> startLength(1, 2, 3), "truth.runs has length 3, expected pairs of two numbers");
    assertIllegal(
        () -> startLength(1, 2, 4, -1), "truth.runs[3] is a length of -1, expected at least 0");
    assertIllegal(
        () -> startLength(-1, 2), "truth.runs[0] is a run that starts at -1, expected at least 0");
    assertIllegal(
        () -> startLength(1, 3, 3, 1),
        "truth.runs[2] is a run that starts at 3, expected at least 4, where the run before it"
            + " ends");
    assertIllegal(
        () -> startLength(8, 3),
        "truth.runs[1] is a run that ends at 11, past the last of 10" + " pixels");
    assertIllegal(
        () -> startLength(5, Integer.MAX_VALUE),
        "truth.runs[1] is a run that ends at 2147483652, past the last of 10 pixels");
  }

  @Test
  void runsByStartAndEnd() {
    assertIllegal(() -> startEnd(1), "truth.runs has length 1, expected pairs of two numbers");
    assertIllegal(
        () -> startEnd(4, 3), "truth.runs[1] is an end at 3, expected at least its start, 4");
    assertIllegal(
        () -> startEnd(-2, 3), "truth.runs[0] is a run that starts at -2, expected at least 0");
    assertIllegal(
        () -> startEnd(1, 5, 4, 6),
        "truth.runs[2] is a run that starts at 4, expected at least 5, where the run before it"
            + " ends");
    assertIllegal(
        () -> startEnd(1, 2, 9, 11),
        "truth.runs[3] is a run that ends at 11, past the last of 10 pixels");
  }

  @Test
  void runsByCounts() {
    assertIllegal(() -> counts(1, -2), "truth.runs[1] is a count of -2, expected at least 0");
    assertIllegal(
        () -> counts(4, 7), "truth.runs[1] is a run that ends at 11, past the last of 10 pixels");
    assertIllegal(() -> counts(4, 5), "truth.runs has counts that add up to 9, expected 10");
    assertIllegal(() -> counts(), "truth.runs has counts that add up to 0, expected 10");
    assertIllegal(
        () -> counts(Integer.MAX_VALUE, Integer.MAX_VALUE),
        "truth.runs[0] is a run that ends at 2147483647, past the last of 10 pixels");
  }

  @Test
  void runsOfMorePixelsThanAnIntHolds() {
    long pixels = 3L * Integer.MAX_VALUE;
    int max = Integer.MAX_VALUE;
    assertThat(CHECKS.runs("m", "r", new int[] {max, max}, RunEncoding.START_LENGTH, pixels))
        .isEqualTo(max);
    assertThat(CHECKS.runs("m", "r", new int[] {0, max, max, max}, RunEncoding.COUNTS, pixels))
        .isEqualTo(2L * max);
  }

  @ParameterizedTest
  @EnumSource
  void anyRunsEitherPassOrAreIllegal(RunEncoding encoding) {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 2000; round++) {
      int[] runs = random.ints(random.nextInt(6), -1, 6).toArray();
      int pixels = random.nextInt(8);
      long expected = coveredByEyesight(runs, encoding, pixels);
      long found;
      try {
        found = CHECKS.runs("m", "r", runs, encoding, pixels);
      } catch (IllegalMaskException e) {
        found = -1;
      }
      assertThat(found)
          .as("seed %d, round %d: %s of %d", seed, round, Arrays.toString(runs), pixels)
          .isEqualTo(expected);
    }
  }

  /** Returns how many pixels good runs cover, painted one by one; -1 for others. */
  private static long coveredByEyesight(int[] runs, RunEncoding encoding, int pixels) {
    boolean counts = encoding == RunEncoding.COUNTS;
    if (!counts && runs.length % 2 != 0) {
      return -1;
    }
    int position = 0;
    int covered = 0;
    for (int i = 0; i < runs.length; i++) {
      if (counts) {
        if (runs[i] < 0) {
          return -1;
        }
        covered += i % 2 == 1 ? runs[i] : 0;
        position += runs[i];
      } else if (i % 2 == 0) {
        int start = runs[i];
        int end = encoding == RunEncoding.START_END ? runs[i + 1] : start + runs[i + 1];
        if (start < position || end < start || end > pixels) {
          return -1;
        }
        covered += end - start;
        position = end;
      }
    }
    return counts && position != pixels ? -1 : covered;
  }
}
