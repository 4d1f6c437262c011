package dev.sorensen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The derivatives of every loss with every setting are what its values say. */
class LossDerivativesTest {

  private static final double STEP = 1e-5;

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 3", "3, 1", "3, 2", "2, 3"})
  void derivativesAreDifferenceQuotients(int samples, int classes) {
    long seed = new Random().nextLong();
    SoftOverlap[][] sums = EveryLoss.sums(samples, classes, new Random(seed));
    for (StandardLoss loss : EveryLoss.of(classes)) {
      OverlapLoss.Result result = loss.evaluate(sums);
      assertThat(result.byIntersection()).hasDimensions(samples, classes);
      assertThat(result.byPrediction()).hasDimensions(samples, classes);
      for (int b = 0; b < samples; b++) {
        for (int c = 0; c < classes; c++) {
          String as = "%s, seed %d, sample %d, class %d".formatted(loss, seed, b, c);
          SoftOverlap s = sums[b][c];
          int sample = b;
          int ofClass = c;
          assertSlope(
              "by I: " + as,
              result.byIntersection()[b][c],
              step -> at(loss, sums, sample, ofClass, step, 0));
          assertSlope(
              "by P: " + as,
              result.byPrediction()[b][c],
              step -> at(loss, sums, sample, ofClass, 0, step));
          assertThat(sums[b][c]).as("not written").isSameAs(s);
        }
      }
    }
  }

  /**
   * How far a quotient is from the derivative, it says itself by that of half the step: a power
   * below 1 bends the more, the nearer the loss is to 0.
   */
  private static void assertSlope(String as, double slope, DoubleUnaryOperator loss) {
    double quotient = quotient(loss, STEP / 2);
    double error = Math.abs(quotient(loss, STEP) - quotient);
    assertThat(slope).as(as).isCloseTo(quotient, within(1e-8 * (1 + Math.abs(quotient)) + error));
  }

  private static double quotient(DoubleUnaryOperator loss, double step) {
    return (loss.applyAsDouble(step) - loss.applyAsDouble(-step)) / (2 * step);
  }

  private static double at(
      StandardLoss loss, SoftOverlap[][] sums, int b, int c, double di, double dp) {
    SoftOverlap[][] moved = new SoftOverlap[sums.length][];
    for (int i = 0; i < sums.length; i++) {
      moved[i] = sums[i].clone();
    }
    moved[b][c] = sums[b][c].plus(new SoftOverlap(di, dp, 0, 0));
    return loss.evaluate(moved).value();
  }

  @Test
  void moreOverlapLosesLessAndMorePredictionLosesMore() {
    long seed = new Random().nextLong();
    SoftOverlap[][] sums = EveryLoss.sums(2, 3, new Random(seed));
    for (StandardLoss loss : EveryLoss.of(3)) {
      OverlapLoss.Result result = loss.withSmoothing(1e-5, 1e-5).evaluate(sums);
      for (int b = 0; b < 2; b++) {
        for (int c = loss.includeBackground() ? 0 : 1; c < 3; c++) {
          assertThat(result.byIntersection()[b][c]).as("%s, seed %d", loss, seed).isNegative();
          assertThat(result.byPrediction()[b][c])
              .as("%s, seed %d", loss, seed)
              .isGreaterThanOrEqualTo(0);
        }
      }
    }
  }

  @Test
  void theLossIsMadeOfItsUnreducedLosses() {
    long seed = new Random().nextLong();
    SoftOverlap[][] sums = EveryLoss.sums(3, 4, new Random(seed));
    for (StandardLoss loss : EveryLoss.of(4)) {
      double[][] losses = loss.unreduced(sums);
      boolean generalized = loss.kind() == LossKind.GENERALIZED_DICE;
      int classes = loss.includeBackground() ? 4 : 3;
      assertThat(losses).hasDimensions(loss.batch() ? 1 : 3, generalized ? 1 : classes);
      double total = 0;
      int count = 0;
      for (double[] sample : losses) {
        for (double each : sample) {
          total += each;
          count++;
        }
      }
      double value = loss.reduction() == Reduction.SUM ? total : total / count;
      assertThat(loss.evaluate(sums).value())
          .as("%s, seed %d", loss, seed)
          .isCloseTo(value, within(1e-12));
    }
  }

  @Test
  void aBatchOfOneClassIsItsSample() {
    long seed = new Random().nextLong();
    SoftOverlap[][] sums = EveryLoss.sums(1, 1, new Random(seed));
    for (StandardLoss loss : EveryLoss.of(1)) {
      assertThat(loss.evaluate(sums).value())
          .as("%s, seed %d", loss, seed)
          .isEqualTo(loss.value(sums[0][0]));
    }
  }
}
