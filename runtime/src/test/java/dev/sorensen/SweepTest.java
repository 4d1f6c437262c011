package dev.sorensen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.sorensen.reference.SlowSoftEvaluator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is built on a sweep: data sets, and the best threshold. */
class SweepTest {

  private static final SlowSoftEvaluator VALUES = new SlowSoftEvaluator();

  private static final float[] P = {0.9f, 0.6f, 0.3f, 0.1f};
  private static final float[] T = {1, 1, 0, 0};
  private static final float[] NONE = {0, 0, 0, 0};

  private static SlowSoftEvaluator with(EmptyMasks emptyMasks) {
    return new SlowSoftEvaluator() {
      @Override
      public EmptyMasks emptyMasks() {
        return emptyMasks;
      }
    };
  }

  @Test
  void theOverlapsOfADataSetAreThoseOfItsPairs() {
    assertThat(VALUES.sweep(List.of(P, NONE), List.of(T, T), 0.2f, -1))
        .containsExactly(new Overlap(2, 3, 4, 8), new Overlap(4, 8, 4, 8));
    assertThat(VALUES.sweep(List.of(P), List.of(T))).isEmpty();
  }

  @Test
  void theBestThresholdHasTheHighestDice() {
    assertThat(VALUES.bestThreshold(P, T, 0.7f, 0.4f, 0.2f)).isEqualTo(0.4f);
    assertThat(VALUES.bestThreshold(P, T, 0.95f)).isEqualTo(0.95f);
  }

  @Test
  void ofEqualsTheFirstIsTheBest() {
    assertThat(VALUES.bestThreshold(P, T, 0.7f, 0.5f, 0.4f, 0.31f)).isEqualTo(0.5f);
    assertThat(VALUES.bestThreshold(P, T, 0.4f, 0.5f)).isEqualTo(0.4f);
  }

  @Test
  void theBestOfADataSetIsThatOfAllPixelsTogether() {
    // Alone, the second pair is best at 0.2, and that by more than the first is at 0.4.
    float[] small = {0.3f};
    float[] truth = {1};
    assertThat(VALUES.bestThreshold(small, truth, 0.4f, 0.2f)).isEqualTo(0.2f);
    assertThat(VALUES.bestThreshold(List.of(P, P, small), List.of(T, T, truth), 0.4f, 0.2f))
        .isEqualTo(0.4f);
  }

  @Test
  void emptyMasksAreAsTheTypeSays() {
    assertThat(VALUES.bestThreshold(NONE, NONE, -1, 0.5f)).isEqualTo(0.5f);
    assertThat(with(EmptyMasks.ZERO).bestThreshold(NONE, NONE, -1, 0.5f)).isEqualTo(-1);
  }

  @Test
  void whatIsNotANumberIsTheBestOnlyIfNothingIs() {
    SlowSoftEvaluator nan = with(EmptyMasks.NAN);
    assertThat(nan.bestThreshold(NONE, NONE, 0.5f, -1)).isEqualTo(-1);
    assertThat(nan.bestThreshold(NONE, NONE, -1, 0.5f)).isEqualTo(-1);
    assertThat(nan.bestThreshold(NONE, NONE, 0.6f, 0.5f)).isEqualTo(0.6f);
  }

  @Test
  void thereMustBeAThreshold() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VALUES.bestThreshold(P, T))
        .withMessage("the best of no thresholds");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VALUES.bestThreshold(List.of(P), List.of(T)))
        .withMessage("the best of no thresholds");
    assertThatNullPointerException()
        .isThrownBy(() -> VALUES.bestThreshold(P, T, (float[]) null))
        .withMessage("thresholds");
    assertThatNullPointerException()
        .isThrownBy(() -> VALUES.sweep(List.of(P), List.of(T), (float[]) null))
        .withMessage("thresholds");
  }

  @Test
  void listsMustMatchAndHavePairs() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VALUES.sweep(List.of(P, P), List.of(T), 0.5f))
        .withMessage("2 predictions for 1 truths");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VALUES.sweep(List.of(), List.of(), 0.5f))
        .withMessage("the overlaps of an empty data set");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VALUES.bestThreshold(List.of(), List.of(T), 0.5f))
        .withMessage("0 predictions for 1 truths");
  }
}
