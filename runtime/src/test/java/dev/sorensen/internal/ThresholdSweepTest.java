package dev.sorensen.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.sorensen.Overlap;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sweeps against one loop for each threshold. */
final class ThresholdSweepTest {

  private static final float[] EDGES = {
    0f, -0f, 0.5f, 1f, -1f, Float.MIN_VALUE, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY
  };

  static IntStream seeds() {
    return IntStream.range(0, 600);
  }

  private static int length(int seed, Random random) {
    return seed <= 200 ? seed : random.nextInt(1_500);
  }

  /** None to many, in any order, some twice, some infinite or on the edge of something. */
  private static float[] thresholds(Random random) {
    int[] most = {0, 1, 3, 9, 30, 150};
    float[] thresholds = new float[random.nextInt(most[random.nextInt(most.length)] + 1)];
    boolean even = random.nextBoolean();
    for (int k = 0; k < thresholds.length; k++) {
      thresholds[k] = even ? (float) k / thresholds.length : random.nextFloat();
      if (random.nextInt(6) == 0) {
        thresholds[k] = EDGES[random.nextInt(EDGES.length)];
      } else if (random.nextInt(6) == 0) {
        thresholds[k] = thresholds[random.nextInt(k + 1)];
      } else if (random.nextInt(6) == 0) {
        thresholds[k] = Math.nextUp(thresholds[random.nextInt(k + 1)]);
      }
    }
    return thresholds;
  }

  /** Noise, stretches of one value, slopes, and values at thresholds or next to them. */
  private static double[] values(int length, float[] thresholds, boolean nan, Random random) {
    double[] values = new double[length];
    for (int i = 0; i < length; ) {
      int end = Math.min(length, i + 1 + random.nextInt(200));
      int kind = random.nextInt(5);
      double start = random.nextFloat();
      double slope = random.nextGaussian() / 400;
      for (; i < end; i++) {
        values[i] =
            switch (kind) {
              case 0 -> random.nextFloat();
              case 1 -> start;
              case 2 -> EDGES[random.nextInt(EDGES.length)];
              case 3 -> (float) (start += slope);
              default -> thresholds.length == 0 ? 0 : near(thresholds, random);
            };
        if (nan && random.nextInt(kind == 1 ? 3 : 100) == 0) {
          values[i] = Double.NaN;
        }
      }
    }
    return values;
  }

  private static double near(float[] thresholds, Random random) {
    float threshold = thresholds[random.nextInt(thresholds.length)];
    return switch (random.nextInt(3)) {
      case 0 -> threshold;
      case 1 -> Math.nextUp(threshold);
      default -> Math.nextDown(threshold);
    };
  }

  private static long[] words(BitSet bits, int length, Random random) {
    long[] words = new long[(length + 63) / 64 + 1];
    for (int i = 0; i < words.length * 64; i++) {
      // Past the end, anything.
      if (i < length ? bits.get(i) : random.nextBoolean()) {
        words[i / 64] |= 1L << i;
      }
    }
    return words;
  }

  private static BitSet bits(int length, Random random) {
    BitSet bits = new BitSet();
    double density = random.nextInt(5) / 4.0;
    for (int i = 0; i < length; i++) {
      bits.set(i, random.nextDouble() < density);
    }
    return bits;
  }

  private static Overlap[] expected(
      double[] probabilities, BitSet foreground, BitSet counted, float[] thresholds) {
    Overlap[] overlaps = new Overlap[thresholds.length];
    for (int k = 0; k < thresholds.length; k++) {
      long both = 0;
      long predicted = 0;
      for (int i = 0; i < probabilities.length; i++) {
        if (counted.get(i) && probabilities[i] > thresholds[k]) {
          predicted++;
          both += foreground.get(i) ? 1 : 0;
        }
      }
      overlaps[k] = new Overlap(both, predicted, foreground.cardinality(), counted.cardinality());
    }
    return overlaps;
  }

  /** A block at a time, as a pass does. */
  private static Overlap[] swept(
      ThresholdSweep sweep, Object values, int from, int length, long[] actual, long[] counted) {
    int block = 128;
    for (int position = 0; position < length; position += block) {
      int pixels = Math.min(block, length - position);
      long[] words = Arrays.copyOfRange(actual, position / 64, actual.length);
      long[] kept =
          counted == null ? null : Arrays.copyOfRange(counted, position / 64, actual.length);
      int at = from + position;
      if (values instanceof float[] floats) {
        if (kept == null) {
          sweep.add(floats, at, words, pixels, VectorSupport.ENABLED);
        } else {
          sweep.add(floats, at, words, kept, pixels, VectorSupport.ENABLED);
        }
      } else if (values instanceof double[] doubles) {
        if (kept == null) {
          sweep.add(doubles, at, words, pixels, VectorSupport.ENABLED);
        } else {
          sweep.add(doubles, at, words, kept, pixels, VectorSupport.ENABLED);
        }
      }
    }
    return sweep.overlaps();
  }

  private static void check(int seed, boolean logits) {
    Random random = new Random(seed);
    int length = length(seed, random);
    float[] thresholds = thresholds(random);
    double[] values = values(length, thresholds, random.nextBoolean(), random);
    if (logits) {
      // Next to where the sigmoid passes a threshold.
      for (int i = 0; i < length; i += 3) {
        values[i] = (float) StrictMath.log(values[i] / (1 - values[i]));
      }
    }
    DoubleUnaryOperator activation =
        logits ? x -> 1 / (1 + StrictMath.exp(-x)) : DoubleUnaryOperator.identity();
    double[] probabilities = Arrays.stream(values).map(activation).toArray();

    boolean all = random.nextBoolean();
    BitSet counted = new BitSet();
    counted.set(0, length);
    if (!all) {
      counted.and(bits(length, random));
    }
    BitSet foreground = bits(length, random);
    foreground.and(counted);
    long[] actual = words(foreground, length, random);
    long[] kept = all ? null : words(counted, length, random);

    int from = random.nextInt(3);
    float[] floats = new float[from + length];
    double[] doubles = new double[from + length];
    for (int i = 0; i < length; i++) {
      floats[from + i] = (float) values[i];
      doubles[from + i] = values[i];
    }
    Overlap[] expected = expected(probabilities, foreground, counted, thresholds);
    for (Object data : new Object[] {floats, doubles}) {
      ThresholdSweep sweep =
          logits ? ThresholdSweep.ofLogits(thresholds) : ThresholdSweep.of(thresholds);
      assertThat(swept(sweep, data, from, length, actual, kept))
          .as("seed %d, %s, at %s", seed, data.getClass(), Arrays.toString(thresholds))
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void countsAsOneLoopForEachThreshold(int seed) {
    check(seed, false);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void countsLogitsByTheirSigmoids(int seed) {
    check(seed, true);
  }

  @Test
  void doublesBetweenTwoFloatsAreToldApart() {
    float threshold = 0.3f;
    double[] values = new double[64];
    Arrays.fill(values, threshold);
    values[5] = Math.nextUp((double) threshold);
    ThresholdSweep sweep = ThresholdSweep.of(new float[] {threshold});
    sweep.add(values, 0, new long[] {-1}, 64, VectorSupport.ENABLED);
    assertThat(sweep.overlaps()).containsExactly(new Overlap(1, 1, 64, 64));
  }

  @Test
  void thresholdsMustBeNumbers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ThresholdSweep.of(new float[] {0.5f, Float.NaN}))
        .withMessage("thresholds[1] is NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ThresholdSweep.ofLogits(new float[] {Float.NaN}))
        .withMessage("thresholds[0] is NaN");
    assertThatNullPointerException()
        .isThrownBy(() -> ThresholdSweep.of(null))
        .withMessage("thresholds");
  }
}
