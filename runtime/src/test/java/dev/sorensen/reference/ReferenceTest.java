package dev.sorensen.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.sorensen.EmptyMasks;
import dev.sorensen.Overlap;
import dev.sorensen.Reduction;
import dev.sorensen.SoftOverlap;
import dev.sorensen.StandardLoss;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReferenceTest {

  private static final MaskView P = MaskView.ofBits(new long[] {0b0111_0001}, 8);
  private static final MaskView T = MaskView.ofBits(new long[] {0b1101_0011}, 8);
  private static final MaskView NOTHING = MaskView.ofBits(new long[] {0}, 8);

  @Test
  void countsByHand() {
    assertThat(Reference.overlap(P, T)).isEqualTo(new Overlap(3, 4, 5, 8));
    assertThat(Reference.overlap(NOTHING, T)).isEqualTo(new Overlap(0, 0, 5, 8));
    MaskView noPixels = MaskView.ofBits(new long[0], 0);
    assertThat(Reference.overlap(noPixels, noPixels)).isEqualTo(Overlap.NONE);
  }

  @Test
  void ignoredPixelsCountNowhereWhereTheTruthIgnoresThem() {
    MaskView prediction = MaskView.ofLabels(new byte[] {1, 1, 0, 9, 9, 1}, -1, 9);
    MaskView truth = MaskView.ofLabels(new byte[] {1, 9, 9, 9, 1, 0}, -1, 9);
    // Left are the first pixel, the fifth, whose prediction is background, and the last.
    assertThat(Reference.overlap(prediction, truth)).isEqualTo(new Overlap(1, 2, 2, 3));
    assertThat(Reference.softOverlap(prediction, truth)).isEqualTo(new SoftOverlap(1, 2, 2, 3));
  }

  @Test
  void diceByHand() {
    assertThat(Reference.dice(P, T, EmptyMasks.ONE)).isEqualTo(6.0 / 9);
    assertThat(Reference.dice(NOTHING, T, EmptyMasks.NAN)).isEqualTo(0);
    assertThat(Reference.dice(NOTHING, NOTHING, EmptyMasks.ONE)).isEqualTo(1);
    assertThat(Reference.dice(NOTHING, NOTHING, EmptyMasks.ZERO)).isEqualTo(0);
    assertThat(Reference.dice(NOTHING, NOTHING, EmptyMasks.NAN)).isNaN();
  }

  @Test
  void softSumsByHand() {
    MaskView prediction = MaskView.ofProbabilities(new float[] {0.5f, 0.25f, 1, -0.5f}, 0.5);
    MaskView truth = MaskView.ofProbabilities(new float[] {1, 0.5f, 0, 2}, 0.5);
    assertThat(Reference.softOverlap(prediction, truth))
        .isEqualTo(new SoftOverlap(0.5 + 0.125 - 1, 1.25, 3.5, 4));
  }

  @Test
  void softSumsLoseNothingToRounding() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    float[] values = new float[1000];
    BigDecimal exact = BigDecimal.ZERO;
    for (int i = 0; i < values.length; i++) {
      values[i] = (random.nextFloat() - 0.5f) * (float) Math.pow(10, random.nextInt(16));
      exact = exact.add(new BigDecimal(values[i]));
    }
    MaskView view = MaskView.ofProbabilities(values, 0.5);
    assertThat(Reference.softOverlap(view, view).prediction())
        .as("seed %d", seed)
        .isCloseTo(exact.doubleValue(), within(Math.ulp(exact.doubleValue())));
  }

  @Test
  void smallNumbersSurviveLargeOnesThatCancel() {
    MaskView view = MaskView.ofProbabilities(new float[] {1, 1e30f, 1, -1e30f}, 0.5);
    assertThat(Reference.softOverlap(view, view).prediction()).isEqualTo(2);
  }

  @Test
  void sumsThatAreNoNumbersAreKept() {
    MaskView ones = MaskView.ofProbabilities(new float[] {1, 1, 1}, 0.5);
    MaskView infinite = MaskView.ofProbabilities(new float[] {1, Float.POSITIVE_INFINITY, 1}, 0.5);
    assertThat(Reference.softOverlap(infinite, ones).prediction())
        .isEqualTo(Double.POSITIVE_INFINITY);
    MaskView nan = MaskView.ofProbabilities(new float[] {1, Float.NaN, 1}, 0.5);
    assertThat(Reference.softOverlap(nan, ones).prediction()).isNaN();
    assertThat(Reference.softOverlap(nan, ones).intersection()).isNaN();
    assertThat(Reference.softOverlap(nan, ones).truth()).isEqualTo(3);
    assertThat(Reference.overlap(nan, ones)).isEqualTo(new Overlap(2, 2, 3, 3));
  }

  @Test
  void lossByHand() {
    SoftOverlap sums = new SoftOverlap(3, 4, 5, 10);
    assertThat(Reference.loss(sums, StandardLoss.dice()))
        .isCloseTo(1 - 6.00001 / 9.00001, within(1e-15));
    assertThat(Reference.loss(sums, StandardLoss.dice().withSmoothing(1, 3)))
        .isCloseTo(1 - 7.0 / 12, within(1e-15));
    // Of one sample with one class, neither setting changes anything.
    StandardLoss summed = StandardLoss.dice().withBatch(true).withReduction(Reduction.SUM);
    assertThat(Reference.loss(sums, summed)).isEqualTo(Reference.loss(sums, StandardLoss.dice()));
  }

  @Test
  void masksMustHaveTheSamePixels() {
    MaskView shorter = MaskView.ofBits(new long[] {0}, 7);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reference.overlap(shorter, T))
        .withMessage("a prediction of 7 pixels, a truth of 8");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reference.softOverlap(T, shorter))
        .withMessage("a prediction of 8 pixels, a truth of 7");
  }
}
