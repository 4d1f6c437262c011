package dev.sorensen.processor.widths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.Overlap;
import dev.sorensen.SoftOverlap;
import dev.sorensen.processor.widths.Masks.Bits;
import dev.sorensen.processor.widths.Masks.Doubles;
import dev.sorensen.processor.widths.Masks.Labels;
import dev.sorensen.processor.widths.Masks.Labels16;
import dev.sorensen.processor.widths.Masks.Partial;
import dev.sorensen.processor.widths.Masks.Partial16;
import dev.sorensen.processor.widths.Masks.Probabilities;
import dev.sorensen.processor.widths.Masks.StartLength;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where counters are full, sums are long, and values are not numbers. */
@Tag("widths")
final class LimitsTest {

  /** More than any block of a kernel, and no multiple of anything. */
  private static final int PIXELS = (1 << 21) + 777;

  private static final Overlap ALL = new Overlap(PIXELS, PIXELS, PIXELS, PIXELS);

  @Test
  void countersDoNotOverflowOnFullBits() {
    long[] words = new long[(PIXELS + 63) / 64];
    Arrays.fill(words, -1L);
    Bits mask = new Bits(words, PIXELS, 1);
    assertThat(Masks_BitsDice.overlap(mask, mask)).isEqualTo(ALL);
    assertThat(Masks_BitsDice.dice(mask, mask)).isEqualTo(1);
    assertThat(Masks_BitsDice.evaluator().overlapParallel(mask, mask)).isEqualTo(ALL);
  }

  @Test
  void countersDoNotOverflowOnFullLabels() {
    byte[] labels = new byte[PIXELS];
    Arrays.fill(labels, (byte) -2);
    Labels mask = new Labels(labels);
    assertThat(Masks_LabelsDice.overlap(mask, mask)).isEqualTo(ALL);
    assertThat(Masks_LabelsDice.evaluator().overlapParallel(mask, mask)).isEqualTo(ALL);
    Partial partial = new Partial(labels);
    assertThat(Masks_PartialDice.overlap(partial, partial)).isEqualTo(ALL);
  }

  @Test
  void countersDoNotOverflowOnFullProbabilities() {
    float[] values = new float[PIXELS];
    Arrays.fill(values, 1);
    Probabilities mask = () -> values;
    assertThat(Masks_ProbabilitiesDice.overlap(mask, mask)).isEqualTo(ALL);
    assertThat(Masks_ProbabilitiesDice.evaluator().overlapParallel(mask, mask)).isEqualTo(ALL);
    assertThat(Masks_ProbabilitiesDice.softOverlap(mask, mask))
        .isEqualTo(new SoftOverlap(PIXELS, PIXELS, PIXELS, PIXELS));
  }

  @Test
  void countersDoNotOverflowOnFullShorts() {
    short[] labels = new short[PIXELS];
    Arrays.fill(labels, (short) 300);
    Labels16 mask = new Labels16(labels);
    assertThat(Masks_Labels16Dice.overlap(mask, mask)).isEqualTo(ALL);
    Partial16 partial = new Partial16(labels);
    assertThat(Masks_Partial16Dice.overlap(partial, partial)).isEqualTo(ALL);
    assertThat(Masks_Partial16Dice.evaluator().overlapParallel(partial, partial)).isEqualTo(ALL);
  }

  @Test
  void countersDoNotOverflowOnFullDoubles() {
    double[] values = new double[PIXELS];
    Arrays.fill(values, 1);
    Doubles mask = new Doubles(values);
    assertThat(Masks_DoublesDice.overlap(mask, mask)).isEqualTo(ALL);
    assertThat(Masks_DoublesDice.softOverlap(mask, mask))
        .isEqualTo(new SoftOverlap(PIXELS, PIXELS, PIXELS, PIXELS));
  }

  @Test
  void parallelCountsAreThoseOfOneThread() {
    Random random = new Random(42);
    Sample sample = Sample.random(random, PIXELS);
    Bits prediction = new Bits(Sample.bits(sample.prediction(), random), PIXELS, 1);
    Bits truth = new Bits(Sample.bits(sample.truth(), random), PIXELS, 1);
    assertThat(Masks_BitsDice.evaluator().overlapParallel(prediction, truth))
        .isEqualTo(Masks_BitsDice.overlap(prediction, truth));
  }

  /** The same rounding in every addition: what a sum of floats gets most wrong. */
  @Test
  void roundingDoesNotAddUp() {
    int pixels = 1 << 24;
    float[] values = new float[pixels];
    Arrays.fill(values, 0.1f);
    Probabilities mask = () -> values;
    SoftOverlap sums = Masks_ProbabilitiesDice.softOverlap(mask, mask);
    double value = 0.1f;
    assertThat(sums.prediction() / (pixels * value) - 1).isBetween(-1e-6, 1e-6);
    assertThat(sums.truth() / (pixels * value) - 1).isBetween(-1e-6, 1e-6);
    assertThat(sums.intersection() / (pixels * value * value) - 1).isBetween(-1e-6, 1e-6);
  }

  @Test
  void notANumberIsBackgroundAndSpoilsTheSumsItIsIn() {
    for (int at : new int[] {0, 63, 99}) {
      float[] values = new float[100];
      Arrays.fill(values, 1);
      values[at] = Float.NaN;
      float[] ones = new float[100];
      Arrays.fill(ones, 1);
      Probabilities prediction = () -> values;
      Probabilities truth = () -> ones;
      assertThat(Masks_ProbabilitiesDice.overlap(prediction, truth))
          .isEqualTo(new Overlap(99, 99, 100, 100));
      SoftOverlap sums = Masks_ProbabilitiesDice.softOverlap(prediction, truth);
      assertThat(sums.intersection()).isNaN();
      assertThat(sums.prediction()).isNaN();
      assertThat(sums.truth()).isEqualTo(100);
      assertThat(Masks_ProbabilitiesDice.diceLoss(prediction, truth)).isNaN();
    }
  }

  @Test
  void infinityIsForeground() {
    float[] values = {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
    Probabilities mask = () -> values;
    assertThat(Masks_ProbabilitiesDice.overlap(mask, mask)).isEqualTo(new Overlap(1, 1, 1, 2));
  }

  @Test
  void runsMayEndAtTheLastInt() {
    int pixels = Integer.MAX_VALUE;
    StartLength all = new StartLength(new int[] {0, pixels}, pixels);
    StartLength last = new StartLength(new int[] {pixels - 1, 1}, pixels);
    assertThat(Masks_StartLengthDice.overlap(all, last))
        .isEqualTo(new Overlap(1, pixels, 1, pixels));
  }
}
