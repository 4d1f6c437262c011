package dev.sorensen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardLossTest {

  private static final Offset<Double> ROUNDING = within(1e-15);

  private static final SoftOverlap A = new SoftOverlap(3, 4, 5, 10);
  private static final SoftOverlap B = new SoftOverlap(0.5, 2, 1, 10);
  private static final SoftOverlap C = new SoftOverlap(0, 0, 6, 10);
  private static final SoftOverlap EMPTY = new SoftOverlap(0, 0, 0, 10);
  private static final SoftOverlap[][] BATCH = {{A, B}, {C, A}, {EMPTY, B}};

  private static final StandardLoss EXACT = StandardLoss.dice().withSmoothing(0, 0);

  @Test
  void hasTheDefaultsOfMonai() {
    StandardLoss dice = StandardLoss.dice();
    assertThat(dice.smoothNumerator()).isEqualTo(1e-5);
    assertThat(dice.smoothDenominator()).isEqualTo(1e-5);
    assertThat(dice.batch()).isFalse();
    assertThat(dice.reduction()).isEqualTo(Reduction.MEAN);
  }

  @Test
  void valueByHand() {
    assertThat(EXACT.value(A)).isCloseTo(1 - 6.0 / 9, ROUNDING);
    assertThat(StandardLoss.dice().value(A)).isCloseTo(1 - 6.00001 / 9.00001, ROUNDING);
    assertThat(StandardLoss.dice().withSmoothing(1, 2).value(A)).isCloseTo(1 - 7.0 / 11, ROUNDING);
    assertThat(StandardLoss.dice().withSmoothing(0, 1).value(C)).isEqualTo(1);
  }

  @Test
  void twoEmptyMasksLoseNothing() {
    assertThat(StandardLoss.dice().value(EMPTY)).isEqualTo(0);
    assertThat(StandardLoss.dice().withSmoothing(0, 1).value(EMPTY)).isEqualTo(1);
    assertThat(EXACT.value(EMPTY)).isNaN();
  }

  @Test
  void nanIsKept() {
    OverlapLoss.Result result =
        StandardLoss.dice()
            .evaluate(new SoftOverlap[][] {{new SoftOverlap(Double.NaN, 1, 1, 1)}, {A}});
    assertThat(result.value()).isNaN();
    assertThat(result.byPrediction()[0][0]).isNaN();
    assertThat(result.byPrediction()[1][0]).isFinite();
  }

  @Test
  void losesByReduction() {
    StandardLoss one = StandardLoss.dice().withSmoothing(1, 1);
    double a = 1 - 7.0 / 10;
    double b = 1 - 2.0 / 4;
    double c = 1 - 1.0 / 7;
    double sum = a + b + c + a + 0 + b;
    assertThat(one.evaluate(BATCH).value()).isCloseTo(sum / 6, ROUNDING);
    assertThat(one.withReduction(Reduction.MEAN).evaluate(BATCH).value())
        .isCloseTo(sum / 6, ROUNDING);
    assertThat(one.withReduction(Reduction.SUM).evaluate(BATCH).value()).isCloseTo(sum, ROUNDING);
    assertThat(one.unreduced(BATCH)).isDeepEqualTo(new double[][] {{a, b}, {c, a}, {0, b}});
  }

  @Test
  void aBatchIsOneSample() {
    StandardLoss one = StandardLoss.dice().withSmoothing(1, 1).withBatch(true);
    // A + C + EMPTY is 3, 4, 11; B + A + B is 4, 8, 7.
    double first = 1 - 7.0 / 16;
    double second = 1 - 9.0 / 16;
    assertThat(one.unreduced(BATCH)).isDeepEqualTo(new double[][] {{first, second}});
    assertThat(one.evaluate(BATCH).value()).isCloseTo((first + second) / 2, ROUNDING);
    assertThat(one.withReduction(Reduction.SUM).evaluate(BATCH).value())
        .isCloseTo(first + second, ROUNDING);
    assertThat(one.withBatch(false)).isEqualTo(StandardLoss.dice().withSmoothing(1, 1));
  }

  @Test
  void aBatchOfOneIsItsSample() {
    for (StandardLoss loss : settings().toList()) {
      assertThat(loss.evaluate(new SoftOverlap[][] {{A}}).value())
          .as("%s", loss)
          .isCloseTo(loss.value(A), ROUNDING);
    }
  }

  static Stream<StandardLoss> settings() {
    return Stream.of(false, true)
        .flatMap(
            batch ->
                Stream.of(Reduction.values())
                    .flatMap(
                        reduction ->
                            Stream.of(
                                    StandardLoss.dice(),
                                    StandardLoss.dice().withSmoothing(1, 0.5),
                                    StandardLoss.dice().withSmoothing(0, 1e-3))
                                .map(loss -> loss.withBatch(batch).withReduction(reduction))));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void derivativesAreDifferenceQuotients(StandardLoss loss) {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    SoftOverlap[][] sums = new SoftOverlap[3][2];
    for (SoftOverlap[] sample : sums) {
      for (int c = 0; c < sample.length; c++) {
        double p = 1 + 10 * random.nextDouble();
        double t = 1 + 10 * random.nextDouble();
        sample[c] = new SoftOverlap(random.nextDouble() * Math.min(p, t), p, t, 100);
      }
    }
    OverlapLoss.Result result = loss.evaluate(sums);
    assertThat(result.byIntersection()).hasDimensions(3, 2);
    assertThat(result.byPrediction()).hasDimensions(3, 2);
    double h = 1e-5;
    for (int b = 0; b < 3; b++) {
      for (int c = 0; c < 2; c++) {
        SoftOverlap s = sums[b][c];
        String as = "seed %d, sample %d, class %d".formatted(seed, b, c);
        assertThat(result.byIntersection()[b][c])
            .as(as)
            .isCloseTo(quotient(loss, sums, b, c, h, new SoftOverlap(h, 0, 0, 0)), within(1e-8));
        assertThat(result.byPrediction()[b][c])
            .as(as)
            .isCloseTo(quotient(loss, sums, b, c, h, new SoftOverlap(0, h, 0, 0)), within(1e-8));
        assertThat(sums[b][c]).as("not written").isSameAs(s);
      }
    }
  }

  private static double quotient(
      StandardLoss loss, SoftOverlap[][] sums, int b, int c, double h, SoftOverlap step) {
    SoftOverlap back = new SoftOverlap(-step.intersection(), -step.prediction(), 0, 0);
    return (at(loss, sums, b, c, step) - at(loss, sums, b, c, back)) / (2 * h);
  }

  private static double at(
      StandardLoss loss, SoftOverlap[][] sums, int b, int c, SoftOverlap step) {
    SoftOverlap[][] moved = new SoftOverlap[sums.length][];
    for (int i = 0; i < sums.length; i++) {
      moved[i] = sums[i].clone();
    }
    moved[b][c] = sums[b][c].plus(step);
    return loss.evaluate(moved).value();
  }

  @Test
  void theDerivativesOfABatchAreTheCallersToKeep() {
    StandardLoss loss = StandardLoss.dice().withBatch(true);
    OverlapLoss.Result result = loss.evaluate(new SoftOverlap[][] {{A}, {B}});
    result.byIntersection()[0][0] = 7;
    assertThat(result.byIntersection()[1][0]).isNotEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, -1e-300, Double.NaN, Double.POSITIVE_INFINITY})
  void smoothingIsFiniteAndNotNegative(double wrong) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StandardLoss.dice().withSmoothing(wrong, 1))
        .withMessage("the smoothing numerator must be finite and at least 0, not " + wrong);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StandardLoss.dice().withSmoothing(1, wrong))
        .withMessage("the smoothing denominator must be finite and at least 0, not " + wrong);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void refusesWhatIsNoBatch(boolean batch) {
    StandardLoss loss = StandardLoss.dice().withBatch(batch);
    String empty = "a loss needs at least one sample and one class";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> loss.evaluate(new SoftOverlap[0][]))
        .withMessage(empty);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> loss.evaluate(new SoftOverlap[][] {{}}))
        .withMessage(empty);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> loss.unreduced(new SoftOverlap[0][]))
        .withMessage(empty);
    String ragged = "samples with 2 and 1 classes in one batch";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> loss.evaluate(new SoftOverlap[][] {{A, B}, {A}}))
        .withMessage(ragged);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> loss.unreduced(new SoftOverlap[][] {{A, B}, {A}}))
        .withMessage(ragged);
  }

  @Test
  void isAValue() {
    StandardLoss loss = StandardLoss.dice().withSmoothing(1, 2).withBatch(true);
    assertThat(StandardLoss.dice()).isEqualTo(StandardLoss.dice().withSmoothing(1e-5, 1e-5));
    assertThat(loss)
        .isEqualTo(StandardLoss.dice().withBatch(true).withSmoothing(1, 2))
        .hasSameHashCodeAs(StandardLoss.dice().withBatch(true).withSmoothing(1, 2))
        .isNotEqualTo(StandardLoss.dice())
        .isNotEqualTo(loss.withSmoothing(2, 1))
        .isNotEqualTo(loss.withBatch(false))
        .isNotEqualTo(loss.withReduction(Reduction.SUM))
        .isNotEqualTo(null);
    assertThat(Serialized.copy(loss)).isEqualTo(loss);
    assertThat(loss.toString()).contains("dice", "1.0", "2.0", "batch", "MEAN");
  }
}
