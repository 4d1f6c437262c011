package dev.sorensen.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sorensen.EmptyMasks;
import dev.sorensen.OverlapLoss;
import dev.sorensen.Serialized;
import dev.sorensen.SoftOverlap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HardDiceLossTest {

  private static final SoftOverlap A = new SoftOverlap(3, 4, 5, 10);
  private static final SoftOverlap B = new SoftOverlap(1, 6, 2, 10);
  private static final SoftOverlap EMPTY = new SoftOverlap(0, 0, 0, 10);

  @Test
  void isOneMinusDice() {
    HardDiceLoss loss = new HardDiceLoss(EmptyMasks.ONE);
    assertThat(loss.value(A)).isEqualTo(1 - 6.0 / 9);
    assertThat(loss.value(B)).isEqualTo(1 - 2.0 / 8);
  }

  @ParameterizedTest
  @EnumSource
  void ofTwoEmptyMasksToo(EmptyMasks emptyMasks) {
    HardDiceLoss loss = new HardDiceLoss(emptyMasks);
    Double expected = 1 - emptyMasks.dice(); // boxed: NaN equals NaN
    assertThat(loss.value(EMPTY)).isEqualTo(expected);
    assertThat(loss.evaluate(new SoftOverlap[][] {{EMPTY}}).value()).isEqualTo(expected);
  }

  @Test
  void ofABatchItIsTheMean() {
    HardDiceLoss loss = new HardDiceLoss(EmptyMasks.ONE);
    assertThat(loss.evaluate(new SoftOverlap[][] {{A, B}, {EMPTY, A}}).value())
        .isCloseTo((1.0 / 3 + 0.75 + 0 + 1.0 / 3) / 4, within(1e-15));
  }

  @Test
  void derivativesAreDifferenceQuotients() {
    HardDiceLoss loss = new HardDiceLoss(EmptyMasks.ONE);
    SoftOverlap[][] sums = {{A, B}, {B, A}};
    OverlapLoss.Result result = loss.evaluate(sums);
    double h = 1e-5;
    for (int b = 0; b < 2; b++) {
      for (int c = 0; c < 2; c++) {
        SoftOverlap s = sums[b][c];
        double byIntersection =
            (loss.value(s.plus(new SoftOverlap(h, 0, 0, 0)))
                    - loss.value(s.plus(new SoftOverlap(-h, 0, 0, 0))))
                / (2 * h);
        double byPrediction =
            (loss.value(s.plus(new SoftOverlap(0, h, 0, 0)))
                    - loss.value(s.plus(new SoftOverlap(0, -h, 0, 0))))
                / (2 * h);
        assertThat(result.byIntersection()[b][c]).isCloseTo(byIntersection / 4, within(1e-9));
        assertThat(result.byPrediction()[b][c]).isCloseTo(byPrediction / 4, within(1e-9));
      }
    }
  }

  @Test
  void twoEmptyMasksHaveNoSlope() {
    OverlapLoss.Result result =
        new HardDiceLoss(EmptyMasks.ONE).evaluate(new SoftOverlap[][] {{EMPTY}});
    assertThat(result.byIntersection()[0]).containsExactly(0);
    assertThat(result.byPrediction()[0]).containsExactly(0);
  }

  @Test
  void aCopyFromAStreamIsEqual() {
    HardDiceLoss loss = new HardDiceLoss(EmptyMasks.NAN);
    assertThat(Serialized.copy(loss)).isEqualTo(loss);
  }
}
