package dev.sorensen.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The exponential that vectors of logits become probabilities by. */
@Tag("widths")
final class VectorExponentialTest {

  /** In units in the last place; a run over all floats below −2^−30 found 0.889. */
  private static final double BOUND = 0.9;

  /** In units in the last place; a run over 20 million doubles found 0.918. */
  private static final double DOUBLE_BOUND = 0.95;

  private static final int BLOCK = 4096;

  @BeforeEach
  void vectors() {
    assumeTrue(VectorSupport.ENABLED);
  }

  @ParameterizedTest
  @ValueSource(ints = {-25, -2, 0, 5, 6})
  void everyFloatOfAnExponentIsWithinTheBound(int exponent) {
    int first = Float.floatToRawIntBits(-Math.scalb(1f, exponent));
    checkFloats(first, first + (1 << 23), 1);
  }

  @Test
  void floatsOfEveryExponentAreWithinTheBound() {
    // An odd step over all from −0 to −∞.
    checkFloats(0x80000000, 0xFF800000, 1009);
  }

  private static void checkFloats(int first, int end, int step) {
    float[] exponents = new float[BLOCK];
    float[] powers = new float[2 * BLOCK];
    for (long bits = first; bits < end; bits += (long) BLOCK * step) {
      for (int i = 0; i < BLOCK; i++) {
        // Past the end, which may be −∞, only that again.
        exponents[i] = Float.intBitsToFloat((int) Math.min(bits + (long) i * step, end));
        powers[i] = 0;
      }
      FloatVectorActivations.exponentials(exponents, 0, BLOCK, powers, 0, BLOCK);
      for (int i = 0; i < BLOCK; i++) {
        double exact = StrictMath.exp(exponents[i]);
        double error = Math.abs(powers[BLOCK + i] - exact) / Math.ulp((float) exact);
        // Not "at least the bound": NaN must fail too. Not AssertJ for each: they are millions.
        if (!(error < BOUND)) {
          throw new AssertionError("e^" + exponents[i] + " is " + error + " ulps off");
        }
      }
    }
  }

  @Test
  void floatsRunOutGradually() {
    // 2^−149 is the last float; below half of it there is 0.
    assertThat(floatPower(-87.5f)).isBetween(Float.MIN_VALUE, Float.MIN_NORMAL);
    assertThat(floatPower(-103.27f)).isEqualTo(Float.MIN_VALUE);
    assertThat(floatPower(-103.97f)).isEqualTo(Float.MIN_VALUE);
    assertThat(floatPower(-103.98f)).isZero();
    for (float nothing : new float[] {-105, -1e3f, -1e9f, -Float.MAX_VALUE}) {
      assertThat(floatPower(nothing)).isZero();
    }
    assertThat(floatPower(Float.NEGATIVE_INFINITY)).isZero();
  }

  @Test
  void edgesOfFloats() {
    assertThat(floatPower(-0f)).isEqualTo(1);
    assertThat(floatPower(0f)).isEqualTo(1);
    assertThat(floatPower(-Float.MIN_VALUE)).isEqualTo(1);
    for (int nan : new int[] {0x7FC00000, 0xFFC00000, 0x7F800001, 0xFFFFFFFF}) {
      assertThat(floatPower(Float.intBitsToFloat(nan))).isNaN();
    }
  }

  /** From a vector of other numbers, in each of its places. */
  private static float floatPower(float exponent) {
    int lanes = Species.FLOATS.length();
    float answer = 0;
    for (int lane = 0; lane < lanes; lane++) {
      float[] exponents = new float[lanes];
      Arrays.fill(exponents, -1);
      exponents[lane] = exponent;
      float[] powers = new float[2 * lanes];
      FloatVectorActivations.exponentials(exponents, 0, lanes, powers, 0, lanes);
      for (int i = 0; i < lanes; i++) {
        if (i != lane) {
          assertThat(powers[lanes + i]).isEqualTo((float) Math.exp(-1));
        }
      }
      answer = powers[lanes + lane];
    }
    return answer;
  }

  @Test
  void doublesOfEveryExponentAreWithinTheBound() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int exponent = -55; exponent <= 9; exponent++) {
      double[] exponents = new double[128];
      for (int i = 0; i < exponents.length; i++) {
        exponents[i] = -Math.scalb(1 + random.nextDouble(), exponent);
      }
      exponents[0] = -Math.scalb(1.0, exponent);
      exponents[1] = Math.nextUp(-Math.scalb(1.0, exponent + 1));
      checkDoubles(exponents, seed);
    }
  }

  @Test
  void doublesFromNormalToZeroAreWithinTheBound() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    double[] exponents = new double[4096];
    for (int i = 0; i < exponents.length; i++) {
      exponents[i] = -746 * random.nextDouble();
    }
    checkDoubles(exponents, seed);
    for (int i = 0; i < exponents.length; i++) {
      exponents[i] = -708 - 38 * random.nextDouble();
    }
    checkDoubles(exponents, seed);
  }

  @Test
  void doublesBelowEveryOneOfNoteGiveOne() {
    double[] powers = new double[1024];
    for (int i = 0; i < powers.length; i++) {
      powers[i] = -Math.scalb(1.999, -1074 + i % (1074 - 55));
    }
    DoubleVectorActivations.exponentials(powers, 0, powers.length);
    assertThat(powers).containsOnly(1);
  }

  private static void checkDoubles(double[] exponents, long seed) {
    double[] powers = exponents.clone();
    DoubleVectorActivations.exponentials(powers, 0, powers.length);
    for (int i = 0; i < powers.length; i++) {
      BigDecimal exact = power(new BigDecimal(exponents[i]));
      BigDecimal ulp = new BigDecimal(Math.ulp(exact.doubleValue()));
      BigDecimal error = new BigDecimal(powers[i]).subtract(exact).abs();
      assertThat(error.divide(ulp, MathContext.DECIMAL64).doubleValue())
          .as("error in ulps of e^%s, seed %d", exponents[i], seed)
          .isLessThan(DOUBLE_BOUND);
    }
  }

  /** By the series of e^(x / 2^16), and 16 squares. */
  private static BigDecimal power(BigDecimal exponent) {
    MathContext digits = new MathContext(50);
    BigDecimal small = exponent.divide(new BigDecimal(1 << 16), digits);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = term;
    for (int k = 1; k <= 24; k++) {
      term = term.multiply(small, digits).divide(new BigDecimal(k), digits);
      sum = sum.add(term, digits);
    }
    for (int k = 0; k < 16; k++) {
      sum = sum.multiply(sum, digits);
    }
    return sum;
  }

  @Test
  void edgesOfDoubles() {
    double[] exponents = new double[64];
    double[] edges = {
      -0.0, 0.0, -745.13, -745.14, -746, -1e300, -Double.MAX_VALUE, Double.NEGATIVE_INFINITY
    };
    System.arraycopy(edges, 0, exponents, 0, edges.length);
    exponents[edges.length] = Double.NaN;
    exponents[edges.length + 1] = Double.longBitsToDouble(-1);
    DoubleVectorActivations.exponentials(exponents, 0, exponents.length);
    assertThat(exponents)
        .startsWith(1, 1, Double.MIN_VALUE, 0, 0, 0, 0, 0, Double.NaN, Double.NaN, 1);
  }
}
