package dev.sorensen.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ThresholdsTest {

  private static double sigmoid(double logit) {
    return 1 / (1 + StrictMath.exp(-logit));
  }

  private static void isTheLargestNotAbove(double threshold) {
    double logit = Thresholds.logit(threshold);
    assertThat(sigmoid(logit)).as("%s: %s", threshold, logit).isLessThanOrEqualTo(threshold);
    if (logit < Double.POSITIVE_INFINITY) {
      assertThat(sigmoid(Math.nextUp(logit)))
          .as("%s: above %s", threshold, logit)
          .isGreaterThan(threshold);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-300, 1e-30, 1e-9, 0.1, 0.3, 0.5, 0.7, 0.9, 1 - 1e-9, 1 - 1e-16, 1})
  void aLogitIsTheLargestWhoseSigmoidIsNotAbove(double threshold) {
    isTheLargestNotAbove(threshold);
    isTheLargestNotAbove(Math.nextUp(threshold));
    if (threshold > 0) {
      isTheLargestNotAbove(Math.nextDown(threshold));
    }
  }

  @Test
  void soAreThoseOfRandomThresholds() {
    Random random = new Random(5);
    for (int i = 0; i < 2_000; i++) {
      isTheLargestNotAbove(random.nextDouble());
      isTheLargestNotAbove((float) sigmoid(random.nextGaussian() * 20));
    }
  }

  @Test
  void outsideProbabilitiesAllLogitsAreAboveOrNone() {
    for (double low : new double[] {-Double.MIN_VALUE, -1, Double.NEGATIVE_INFINITY}) {
      assertThat(Thresholds.logit(low)).isEqualTo(Double.NEGATIVE_INFINITY);
    }
    for (double high : new double[] {1, Math.nextUp(1.0), 7, Double.POSITIVE_INFINITY}) {
      assertThat(Thresholds.logit(high)).isEqualTo(Double.POSITIVE_INFINITY);
    }
  }

  @Test
  void aFloatIsTheLargestNotAbove() {
    Random random = new Random(6);
    double[] thresholds = random.doubles(1_000, -2, 2).toArray();
    thresholds[0] = 0.1;
    thresholds[1] = 0.5;
    thresholds[2] = Double.MAX_VALUE;
    thresholds[3] = -Double.MAX_VALUE;
    thresholds[4] = Double.MIN_VALUE;
    thresholds[5] = Double.NEGATIVE_INFINITY;
    for (double threshold : thresholds) {
      float inFloats = Thresholds.inFloats(threshold);
      assertThat((double) inFloats).isLessThanOrEqualTo(threshold);
      assertThat((double) Math.nextUp(inFloats)).isGreaterThan(threshold);
    }
    assertThat(Thresholds.inFloats(Double.POSITIVE_INFINITY)).isEqualTo(Float.POSITIVE_INFINITY);
  }
}
