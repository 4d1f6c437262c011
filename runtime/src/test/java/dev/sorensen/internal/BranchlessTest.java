package dev.sorensen.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BranchlessTest {

  private static final float[] EDGES = {
    0f,
    -0f,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    Float.MIN_NORMAL,
    0.1f,
    0.5f,
    -0.5f,
    1f,
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.NaN
  };

  @Test
  void edgesAndTheirNeighboursCompareAsJavaDoes() {
    for (float threshold : EDGES) {
      for (float edge : EDGES) {
        for (float value : new float[] {edge, Math.nextUp(edge), Math.nextDown(edge)}) {
          check(value, threshold);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {0.5f, 0.1f, 0f, -1f, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void floatsOfEveryExponentCompareAsJavaDoes(float threshold) {
    // An odd step: every exponent, both signs, NaN with every kind of payload.
    for (long bits = 0; bits < 1L << 32; bits += 100_003) {
      check(Float.intBitsToFloat((int) bits), threshold);
    }
  }

  private static void check(float value, float threshold) {
    assertThat(Branchless.above(value, threshold))
        .as("%s > %s", value, threshold)
        .isEqualTo(value > threshold ? 1 : 0);
  }

  @Test
  void doublesCompareAsJavaDoes() {
    for (float first : EDGES) {
      for (float second : EDGES) {
        double threshold = first;
        for (double value :
            new double[] {second, Math.nextUp((double) second), Math.nextDown((double) second)}) {
          check(value, threshold);
          check(value * Double.MIN_VALUE, threshold * Double.MIN_VALUE);
          check(value * 1e300, threshold * 1e300);
        }
      }
    }
  }

  @Test
  void doublesOfEveryExponentCompareAsJavaDoes() {
    // An odd step, over all bit patterns.
    long step = 0x0000_8000_0001_0003L;
    long bits = 0;
    for (int i = 0; i < 200_000; i++, bits += step) {
      check(Double.longBitsToDouble(bits), 0.5);
      check(Double.longBitsToDouble(bits), -1e-300);
      check(Double.longBitsToDouble(bits), 0);
    }
  }

  private static void check(double value, double threshold) {
    assertThat(Branchless.above(value, threshold))
        .as("%s > %s", value, threshold)
        .isEqualTo(value > threshold ? 1 : 0);
  }
}
