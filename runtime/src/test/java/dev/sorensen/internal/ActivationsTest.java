package dev.sorensen.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both back ends, in all their elements, against plain sums in doubles. */
@Tag("widths")
final class ActivationsTest {

  private static final float UNTOUCHED = 7;
  private static final int LONGEST = 70;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  /** The elements of logits and of probabilities, and who makes these of those. */
  enum Maker {
    FLOATS(0x1p-24, Float.MIN_VALUE) {
      @Override
      double[] sigmoid(double[] logits, int from, int length, double[] into, int at) {
        float[] block = floats(into);
        Activations.sigmoid(floats(logits), from, length, block, at, false, VectorSupport.ENABLED);
        return doubles(block);
      }

      @Override
      double[] softmax(double[] logits, int from, int stride, int classes, int length) {
        float[] block = new float[classes * length];
        Activations.softmax(
            floats(logits), from, stride, classes, length, block, VectorSupport.ENABLED);
        return doubles(block);
      }

      @Override
      double[] gradient(double[] probabilities, double[] gradient, int classes, int length) {
        float[] block = floats(gradient);
        Activations.softmaxGradient(
            floats(probabilities), block, classes, length, VectorSupport.ENABLED);
        return doubles(block);
      }
    },
    DOUBLES(0x1p-53, Double.MIN_VALUE) {
      @Override
      double[] sigmoid(double[] logits, int from, int length, double[] into, int at) {
        double[] block = into.clone();
        Activations.sigmoid(logits, from, length, block, at, false, VectorSupport.ENABLED);
        return block;
      }

      @Override
      double[] softmax(double[] logits, int from, int stride, int classes, int length) {
        double[] block = new double[classes * length];
        Activations.softmax(logits, from, stride, classes, length, block, VectorSupport.ENABLED);
        return block;
      }

      @Override
      double[] gradient(double[] probabilities, double[] gradient, int classes, int length) {
        double[] block = gradient.clone();
        Activations.softmaxGradient(probabilities, block, classes, length, VectorSupport.ENABLED);
        return block;
      }
    },
    DOUBLES_OF_FLOATS(0x1p-53, Double.MIN_VALUE) {
      @Override
      double[] sigmoid(double[] logits, int from, int length, double[] into, int at) {
        double[] block = into.clone();
        Activations.sigmoid(floats(logits), from, length, block, at, false, VectorSupport.ENABLED);
        return block;
      }

      @Override
      double[] softmax(double[] logits, int from, int stride, int classes, int length) {
        double[] block = new double[classes * length];
        Activations.softmax(
            floats(logits), from, stride, classes, length, block, VectorSupport.ENABLED);
        return block;
      }

      @Override
      double[] gradient(double[] probabilities, double[] gradient, int classes, int length) {
        return DOUBLES.gradient(probabilities, gradient, classes, length);
      }
    },
    SCALAR_FLOATS(0x1p-24, Float.MIN_VALUE) {
      @Override
      double[] sigmoid(double[] logits, int from, int length, double[] into, int at) {
        float[] block = floats(into);
        ScalarActivations.sigmoid(floats(logits), from, length, block, at, false);
        return doubles(block);
      }

      @Override
      double[] softmax(double[] logits, int from, int stride, int classes, int length) {
        float[] block = new float[classes * length];
        ScalarActivations.softmax(floats(logits), from, stride, classes, 0, length, block);
        return doubles(block);
      }

      @Override
      double[] gradient(double[] probabilities, double[] gradient, int classes, int length) {
        float[] block = floats(gradient);
        ScalarActivations.softmaxGradient(floats(probabilities), block, classes, 0, length);
        return doubles(block);
      }
    },
    SCALAR_DOUBLES(0x1p-53, Double.MIN_VALUE) {
      @Override
      double[] sigmoid(double[] logits, int from, int length, double[] into, int at) {
        double[] block = into.clone();
        ScalarActivations.sigmoid(logits, from, length, block, at, false);
        return block;
      }

      @Override
      double[] softmax(double[] logits, int from, int stride, int classes, int length) {
        double[] block = new double[classes * length];
        ScalarActivations.softmax(logits, from, stride, classes, 0, length, block);
        return block;
      }

      @Override
      double[] gradient(double[] probabilities, double[] gradient, int classes, int length) {
        double[] block = gradient.clone();
        ScalarActivations.softmaxGradient(probabilities, block, classes, 0, length);
        return block;
      }
    };

    /** How far rounding to the elements can move a number, as a part of it. */
    final double rounding;

    private final double least;

    Maker(double rounding, double least) {
      this.rounding = rounding;
      this.least = least;
    }

    abstract double[] sigmoid(double[] logits, int from, int length, double[] into, int at);

    abstract double[] softmax(double[] logits, int from, int stride, int classes, int length);

    abstract double[] gradient(double[] probabilities, double[] gradient, int classes, int length);

    /** Returns what these many roundings may add up to, next to a number. */
    double slack(double roundings, double number) {
      // A subnormal result has fewer digits, and is rounded once or twice.
      return roundings * rounding * Math.abs(number) + 1.5 * least;
    }

    static float[] floats(double[] values) {
      float[] floats = new float[values.length];
      for (int i = 0; i < values.length; i++) {
        floats[i] = (float) values[i];
      }
      return floats;
    }

    static double[] doubles(float[] values) {
      double[] doubles = new double[values.length];
      for (int i = 0; i < values.length; i++) {
        doubles[i] = values[i];
      }
      return doubles;
    }
  }

  @ParameterizedTest
  @EnumSource
  void sigmoidsOfEveryLengthAndOffset(Maker maker) {
    for (int length = 0; length <= LONGEST; length++) {
      int from = random.nextInt(9);
      int at = random.nextInt(9);
      double[] logits = logits(from + length + random.nextInt(3));
      double[] into = new double[at + length + 3];
      Arrays.fill(into, UNTOUCHED);
      double[] made = maker.sigmoid(logits, from, length, into, at);
      for (int i = 0; i < into.length; i++) {
        if (i < at || i >= at + length) {
          assertThat(made[i]).as("outside, seed %d", seed).isEqualTo(UNTOUCHED);
        } else {
          checkSigmoid(maker, logits[from + i - at], made[i]);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void sigmoidsOfAllSizesOfLogits(Maker maker) {
    double[] logits = new double[100_000];
    for (int i = 0; i < logits.length; i++) {
      double size = Math.scalb(1 + random.nextDouble(), random.nextInt(170) - 160);
      logits[i] = (float) (random.nextBoolean() ? size : -size);
    }
    double[] made = maker.sigmoid(logits, 0, logits.length, logits, 0);
    for (int i = 0; i < logits.length; i++) {
      checkSigmoid(maker, logits[i], made[i]);
    }
  }

  private void checkSigmoid(Maker maker, double logit, double made) {
    double z = StrictMath.exp(-Math.abs(logit));
    double exact = (logit >= 0 ? 1 : z) / (1 + z);
    if (Double.isNaN(logit)) {
      assertThat(made).as("sigmoid of NaN, seed %d", seed).isNaN();
      return;
    }
    // A run over all floats found 2.41 units in the last place, each of them up to 2 roundings.
    assertThat(Math.abs(made - exact))
        .as("error of sigmoid(%s), which is %s, seed %d", logit, exact, seed)
        .isLessThanOrEqualTo(maker.slack(6, exact));
  }

  @ParameterizedTest
  @EnumSource
  void sigmoidsOfEdges(Maker maker) {
    double[] logits = new double[LONGEST];
    double[] edges = {
      0.0, -0.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, 1e30, -1e30
    };
    for (int i = 0; i < LONGEST; i++) {
      logits[i] = edges[i % edges.length];
    }
    double[] made = maker.sigmoid(logits, 0, LONGEST, logits, 0);
    for (int i = 0; i < LONGEST; i += edges.length) {
      assertThat(Arrays.copyOfRange(made, i, i + edges.length))
          .containsExactly(0.5, 0.5, 1, 0, Double.NaN, 1, 0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void sigmoidsNeverFallByMoreThanTheirError(Maker maker) {
    double[] logits = new double[40_000];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) ((i - logits.length / 2) * 0.0053);
    }
    double[] made = maker.sigmoid(logits, 0, logits.length, logits, 0);
    for (int i = 1; i < logits.length; i++) {
      assertThat(made[i])
          .as("sigmoid(%s) after that of %s", logits[i], logits[i - 1])
          .isGreaterThanOrEqualTo(made[i - 1] - maker.slack(6, made[i - 1]))
          .isBetween(0.0, 1.0);
    }
  }

  /** Of one back end, tails are the very numbers that sigmoids of the logit below 0 are. */
  @Test
  void tailsAreTheSmallerOfBothSides() {
    double[] logits = logits(LONGEST);
    double[] below = Arrays.stream(logits).map(logit -> -Math.abs(logit)).toArray();
    double[] tails = new double[LONGEST];
    double[] sigmoids = new double[LONGEST];
    Activations.sigmoid(logits, 0, LONGEST, tails, 0, true, VectorSupport.ENABLED);
    Activations.sigmoid(below, 0, LONGEST, sigmoids, 0, false, VectorSupport.ENABLED);
    float[] floatTails = new float[LONGEST];
    float[] floatSigmoids = new float[LONGEST];
    Activations.sigmoid(
        Maker.floats(logits), 0, LONGEST, floatTails, 0, true, VectorSupport.ENABLED);
    Activations.sigmoid(
        Maker.floats(below), 0, LONGEST, floatSigmoids, 0, false, VectorSupport.ENABLED);
    for (int i = 0; i < LONGEST; i++) {
      int sign = logits[i] >= 0 ? -1 : 1;
      // Boxed, for NaN is to be NaN.
      assertThat(tails[i])
          .as("%s, seed %d", logits[i], seed)
          .isEqualTo((Double) (sign * sigmoids[i]));
      assertThat(floatTails[i])
          .as("%s, seed %d", logits[i], seed)
          .isEqualTo((Float) (sign * floatSigmoids[i]));
    }
  }

  @Test
  void sigmoidsInPlaceAreThoseBesides() {
    double[] logits = logits(LONGEST + 5);
    float[] floats = Maker.floats(logits);
    float[] besides = new float[LONGEST];
    Activations.sigmoid(floats, 5, LONGEST, besides, 0, false, VectorSupport.ENABLED);
    Activations.sigmoid(floats, 5, LONGEST, floats, 5, false, VectorSupport.ENABLED);
    assertThat(Arrays.copyOfRange(floats, 5, 5 + LONGEST)).isEqualTo(besides);

    double[] doubles = logits.clone();
    double[] doublesBesides = new double[LONGEST];
    Activations.sigmoid(doubles, 5, LONGEST, doublesBesides, 0, false, VectorSupport.ENABLED);
    Activations.sigmoid(doubles, 5, LONGEST, doubles, 5, false, VectorSupport.ENABLED);
    assertThat(Arrays.copyOfRange(doubles, 5, 5 + LONGEST)).isEqualTo(doublesBesides);
  }

  @ParameterizedTest
  @EnumSource
  void softmaxOfEveryLengthAndOffset(Maker maker) {
    for (int length = 0; length <= LONGEST; length++) {
      for (int classes : new int[] {1, 2, 3, 4, 21}) {
        int from = random.nextInt(9);
        int stride = length + random.nextInt(5);
        double[] logits = logits(from + classes * stride);
        double[] made = maker.softmax(logits, from, stride, classes, length);
        for (int i = 0; i < length; i++) {
          checkSoftmax(
              maker, every(logits, from + i, stride, classes), every(made, i, length, classes));
        }
      }
    }
  }

  private void checkSoftmax(Maker maker, double[] logits, double[] made) {
    double largest = Arrays.stream(logits).max().getAsDouble();
    double sum = Arrays.stream(logits).map(logit -> StrictMath.exp(logit - largest)).sum();
    for (int c = 0; c < logits.length; c++) {
      double exact = StrictMath.exp(logits[c] - largest) / sum;
      String what = "class " + c + " of " + Arrays.toString(logits) + ", seed " + seed;
      if (Double.isNaN(exact)) {
        assertThat(made[c]).as(what).isNaN();
      } else if (exact == 0) {
        assertThat(made[c]).as(what).isLessThanOrEqualTo(maker.slack(0, 0));
      } else {
        // The difference of logits is rounded; its exponential, the sum, the inverse, the product.
        double sums = maker.rounding < 0x1p-24 ? logits.length : 1;
        double roundings = largest - logits[c] + sums + 6;
        assertThat(Math.abs(made[c] - exact))
            .as(what)
            .isLessThanOrEqualTo(maker.slack(roundings, exact));
      }
    }
    if (!Double.isNaN(sum)) {
      assertThat(Math.abs(Arrays.stream(made).sum() - 1))
          .as("sum of %s, seed %d", Arrays.toString(made), seed)
          .isLessThanOrEqualTo((logits.length + 4) * maker.rounding);
    }
  }

  @ParameterizedTest
  @EnumSource
  void softmaxOfEdges(Maker maker) {
    double inf = Double.POSITIVE_INFINITY;
    double nan = Double.NaN;
    double[][] pixels = {
      {1, 1, 1},
      {-inf, 0, 0},
      {0, -inf, -inf},
      {-inf, -inf, -inf},
      {0, inf, 0},
      {inf, inf, 0},
      {inf, -inf, 0},
      {nan, 0, 0},
      {0, nan, 0},
      {0, 0, nan},
      {-3e38, 3e38, 0},
      {-200, -1200, -200},
    };
    double[][] expected = {
      {1 / 3.0, 1 / 3.0, 1 / 3.0},
      {0, 0.5, 0.5},
      {1, 0, 0},
      {nan, nan, nan},
      {nan, nan, nan},
      {nan, nan, nan},
      {nan, nan, nan},
      {nan, nan, nan},
      {nan, nan, nan},
      {nan, nan, nan},
      {0, 1, 0},
      {0.5, 0, 0.5},
    };
    double[] logits = new double[3 * LONGEST];
    for (int i = 0; i < LONGEST; i++) {
      for (int c = 0; c < 3; c++) {
        logits[c * LONGEST + i] = pixels[i % pixels.length][c];
      }
    }
    double[] made = maker.softmax(logits, 0, LONGEST, 3, LONGEST);
    for (int i = 0; i < LONGEST; i++) {
      for (int c = 0; c < 3; c++) {
        double exact = expected[i % pixels.length][c];
        assertThat(made[c * LONGEST + i])
            .as(Arrays.toString(pixels[i % pixels.length]))
            .satisfies(
                p ->
                    assertThat(Double.isNaN(exact) ? Double.isNaN(p) : close(maker, p, exact))
                        .isTrue());
      }
    }
  }

  private static boolean close(Maker maker, double made, double exact) {
    return Math.abs(made - exact) <= 2 * maker.rounding * exact;
  }

  @ParameterizedTest
  @EnumSource
  void softmaxOfManyClassesThatAreEachTooSmallToChangeAFloat(Maker maker) {
    int classes = 118;
    double[] logits = new double[classes * LONGEST];
    for (int i = 0; i < LONGEST; i++) {
      logits[random.nextInt(classes) * LONGEST + i] = (float) (16.6 + random.nextDouble() / 5);
    }
    double[] made = maker.softmax(logits, 0, LONGEST, classes, LONGEST);
    for (int i = 0; i < LONGEST; i++) {
      checkSoftmax(maker, every(logits, i, LONGEST, classes), every(made, i, LONGEST, classes));
    }
  }

  @ParameterizedTest
  @EnumSource
  void gradientsOfEveryLength(Maker maker) {
    for (int length = 0; length <= LONGEST; length++) {
      for (int classes : new int[] {1, 2, 3, 4, 21}) {
        double[] logits = logits(classes * length, 3);
        checkGradient(maker, logits, classes, length);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void gradientsOfPixelsThatOneClassHasNearlyAll(Maker maker) {
    for (int classes : new int[] {2, 3, 4, 21}) {
      double[] logits = logits(classes * LONGEST, 3);
      for (int i = 0; i < LONGEST; i++) {
        logits[random.nextInt(classes) * LONGEST + i] += 18;
      }
      checkGradient(maker, logits, classes, LONGEST);
    }
  }

  /** Checks each pixel's gradient as closely as what its elements are made of allows. */
  private void checkGradient(Maker maker, double[] logits, int classes, int length) {
    double[] gradient = new double[classes * length];
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = (float) random.nextGaussian();
      logits[i] = (float) logits[i];
    }
    double[] made =
        maker.gradient(
            maker.softmax(logits, 0, length, classes, length), gradient, classes, length);
    for (int i = 0; i < length; i++) {
      double[] ofPixel = every(logits, i, length, classes);
      double[] slopes = every(gradient, i, length, classes);
      double largest = 0;
      double widest = 0;
      for (int c = 0; c < classes; c++) {
        largest = Math.max(largest, exactGradient(ofPixel, slopes, c, Math::abs));
        widest = Math.max(widest, ofPixel[0] - ofPixel[c]);
        widest = Math.max(widest, ofPixel[c] - ofPixel[0]);
      }
      // A probability has as many roundings as its logit is below the largest, and some more.
      double roundings = 2 * widest + classes + 10;
      for (int c = 0; c < classes; c++) {
        double exact = exactGradient(ofPixel, slopes, c, DoubleUnaryOperator.identity());
        assertThat(Math.abs(made[c * length + i] - exact))
            .as("class %d of %d, %s, seed %d", c, classes, exact, seed)
            .isLessThanOrEqualTo(maker.slack(roundings, largest));
      }
    }
  }

  /** p_c Σ_k p_k (g_c − g_k), in which no class's own probability needs to be near 1. */
  private static double exactGradient(
      double[] logits, double[] gradient, int c, DoubleUnaryOperator ofDifference) {
    double largest = Arrays.stream(logits).max().getAsDouble();
    double sum = Arrays.stream(logits).map(logit -> StrictMath.exp(logit - largest)).sum();
    double mean = 0;
    for (int k = 0; k < logits.length; k++) {
      double difference = ofDifference.applyAsDouble(gradient[c] - gradient[k]);
      mean += StrictMath.exp(logits[k] - largest) / sum * difference;
    }
    return mean * StrictMath.exp(logits[c] - largest) / sum;
  }

  @ParameterizedTest
  @EnumSource
  void pixelsWithoutAGradientStayWithoutOne(Maker maker) {
    double[] made =
        maker.gradient(
            maker.softmax(logits(4 * LONGEST, 5), 0, LONGEST, 4, LONGEST),
            new double[4 * LONGEST],
            4,
            LONGEST);
    assertThat(made).containsOnly(0);
  }

  /** Returns logits of many sizes, some of them infinite or NaN. */
  private double[] logits(int length) {
    double[] logits = logits(length, 5);
    for (int i = 0; i < length; i++) {
      switch (random.nextInt(40)) {
        case 0 -> logits[i] = Double.NaN;
        case 1 -> logits[i] = Double.NEGATIVE_INFINITY;
        case 2 -> logits[i] = Double.POSITIVE_INFINITY;
        case 3 -> logits[i] *= Float.MIN_NORMAL;
        case 4, 5, 6 -> logits[i] *= 20;
        default -> {}
      }
      logits[i] = (float) logits[i];
    }
    return logits;
  }

  private double[] logits(int length, double size) {
    double[] logits = new double[length];
    for (int i = 0; i < length; i++) {
      logits[i] = (float) (random.nextGaussian() * size);
    }
    return logits;
  }

  private static double[] every(double[] values, int from, int stride, int count) {
    double[] some = new double[count];
    for (int c = 0; c < count; c++) {
      some[c] = values[from + c * stride];
    }
    return some;
  }
}
