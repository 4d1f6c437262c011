package dev.sorensen.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sorensen.ClassOverlaps;
import dev.sorensen.EmptyMasks;
import dev.sorensen.Overlap;
import dev.sorensen.OverlapLoss;
import dev.sorensen.Serialized;
import dev.sorensen.SoftOverlap;
import java.util.Random;
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
  void ofSeveralClassesItIsOneMinusTheMeanDiceOfThoseThatOccur() {
    HardDiceLoss loss = new HardDiceLoss(EmptyMasks.ZERO);
    SoftOverlap missed = new SoftOverlap(0, 0, 3, 10);
    SoftOverlap invented = new SoftOverlap(0, 2, 0, 10);
    assertThat(loss.evaluate(new SoftOverlap[][] {{A, EMPTY, B}}).value())
        .isEqualTo(1 - (6.0 / 9 + 2.0 / 8) / 2);
    assertThat(loss.evaluate(new SoftOverlap[][] {{A, missed, EMPTY, invented}}).value())
        .isEqualTo(1 - 6.0 / 9 / 3);
  }

  @ParameterizedTest
  @EnumSource
  void ofSeveralClassesOfWhichNoneOccurs(EmptyMasks emptyMasks) {
    HardDiceLoss loss = new HardDiceLoss(emptyMasks);
    Double expected = 1 - emptyMasks.dice(); // boxed: NaN equals NaN
    assertThat(loss.evaluate(new SoftOverlap[][] {{EMPTY, EMPTY}}).value()).isEqualTo(expected);
  }

  @Test
  void isOneMinusTheMeanDiceOfCountsToTheLastBit() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      Overlap[] overlaps = new Overlap[1 + random.nextInt(20)];
      SoftOverlap[] sums = new SoftOverlap[overlaps.length];
      for (int c = 0; c < overlaps.length; c++) {
        long both = random.nextInt(3);
        overlaps[c] = new Overlap(both, both + random.nextInt(3), both + random.nextInt(3), 10);
        sums[c] = SoftOverlap.of(overlaps[c]);
      }
      Double expected = 1 - ClassOverlaps.of(overlaps).meanDice(EmptyMasks.NAN); // boxed
      assertThat(new HardDiceLoss(EmptyMasks.NAN).evaluate(new SoftOverlap[][] {sums}).value())
          .as("seed %d, round %d", seed, round)
          .isEqualTo(expected);
    }
  }

  @Test
  void ofABatchItIsTheMeanOfItsSamples() {
    HardDiceLoss loss = new HardDiceLoss(EmptyMasks.ONE);
    // The second sample has one class that occurs: it weighs as much as two of the first.
    assertThat(loss.evaluate(new SoftOverlap[][] {{A, B}, {EMPTY, A}}).value())
        .isCloseTo(((1.0 / 3 + 0.75) / 2 + 1.0 / 3) / 2, within(1e-15));
    assertThat(loss.evaluate(new SoftOverlap[][] {{A}, {EMPTY}, {B}}).value())
        .isCloseTo((1.0 / 3 + 0 + 0.75) / 3, within(1e-15));
  }

  @Test
  void derivativesAreDifferenceQuotients() {
    HardDiceLoss loss = new HardDiceLoss(EmptyMasks.ONE);
    SoftOverlap[][] sums = {{A, B, EMPTY}, {B, A, A}};
    OverlapLoss.Result result = loss.evaluate(sums);
    double h = 1e-5;
    SoftOverlap byIntersection = new SoftOverlap(h, 0, 0, 0);
    SoftOverlap byPrediction = new SoftOverlap(0, h, 0, 0);
    for (int b = 0; b < 2; b++) {
      for (int c = 0; c < 3; c++) {
        if (sums[b][c] == EMPTY) {
          continue;
        }
        assertThat(result.byIntersection()[b][c])
            .as("sample %d, class %d", b, c)
            .isCloseTo(slope(loss, sums, b, c, byIntersection) / h, within(1e-9));
        assertThat(result.byPrediction()[b][c])
            .as("sample %d, class %d", b, c)
            .isCloseTo(slope(loss, sums, b, c, byPrediction) / h, within(1e-9));
      }
    }
  }

  /** Returns half the difference of the losses with a step added to one class and taken away. */
  private static double slope(
      OverlapLoss loss, SoftOverlap[][] sums, int b, int c, SoftOverlap step) {
    SoftOverlap[][] more = {sums[0].clone(), sums[1].clone()};
    SoftOverlap[][] less = {sums[0].clone(), sums[1].clone()};
    more[b][c] = sums[b][c].plus(step);
    less[b][c] = sums[b][c].plus(new SoftOverlap(-step.intersection(), -step.prediction(), 0, 0));
    return (loss.evaluate(more).value() - loss.evaluate(less).value()) / 2;
  }

  @Test
  void aClassThatDoesNotOccurHasNoSlope() {
    OverlapLoss.Result result =
        new HardDiceLoss(EmptyMasks.NAN).evaluate(new SoftOverlap[][] {{A, EMPTY}});
    assertThat(result.byIntersection()[0]).containsExactly(-2.0 / 9, 0);
    assertThat(result.byPrediction()[0]).containsExactly(6.0 / 81, 0);
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
