package dev.sorensen.processor.widths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.DiceEvaluator;
import dev.sorensen.Overlap;
import dev.sorensen.SoftOverlap;
import dev.sorensen.processor.widths.Masks.Background;
import dev.sorensen.processor.widths.Masks.Bits;
import dev.sorensen.processor.widths.Masks.Counts;
import dev.sorensen.processor.widths.Masks.Doubles;
import dev.sorensen.processor.widths.Masks.HighLabel;
import dev.sorensen.processor.widths.Masks.Labels;
import dev.sorensen.processor.widths.Masks.Labels16;
import dev.sorensen.processor.widths.Masks.Organ;
import dev.sorensen.processor.widths.Masks.Organ16;
import dev.sorensen.processor.widths.Masks.Partial;
import dev.sorensen.processor.widths.Masks.Partial16;
import dev.sorensen.processor.widths.Masks.PartialOrgan;
import dev.sorensen.processor.widths.Masks.Probabilities;
import dev.sorensen.processor.widths.Masks.Quarter;
import dev.sorensen.processor.widths.Masks.Slice;
import dev.sorensen.processor.widths.Masks.StartEnd;
import dev.sorensen.processor.widths.Masks.StartLength;
import dev.sorensen.processor.widths.Masks.Tenth;
import dev.sorensen.processor.widths.Masks.Unlabelled;
import dev.sorensen.processor.widths.Masks.Volume;
import dev.sorensen.reference.Conformance;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each evaluator against loops over plain arrays, and against the library's own reference. */
@Tag("widths")
final class EvaluatorsTest {

  /**
   * Seeds, each with a number of pixels: every small one, then larger ones up to past the blocks
   * after which lanes of counts and of sums are emptied.
   */
  static IntStream cases() {
    return IntStream.range(0, 430);
  }

  private static int pixels(int seed, Random random) {
    if (seed < 300) {
      return seed;
    }
    return seed < 420 ? random.nextInt(5_000) : 16_000 + random.nextInt(60_000);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void bits(int seed) {
    Random random = new Random(seed);
    Sample sample = Sample.random(random, pixels(seed, random));
    Overlap expected = overlap(sample);

    long[] p = Sample.bits(sample.prediction(), random);
    long[] t = Sample.bits(sample.truth(), random);
    Bits prediction = new Bits(p, sample.pixels(), 1);
    Bits truth = new Bits(t, sample.pixels(), 1);
    check(seed, Masks_BitsDice.evaluator(), prediction, truth, expected);
    assertThat(Masks_BitsDice.overlap(prediction, truth)).isEqualTo(expected);
    assertThat(Masks_BitsDice.dice(prediction, truth)).isEqualTo((Double) dice(expected, 1));

    Slice slice = new Slice(p, sample.pixels());
    Slice other = new Slice(t, sample.pixels());
    check(seed, Masks_SliceDice.evaluator(), slice, other, expected);
    assertThat(Masks_SliceDice.dice(slice, other)).isEqualTo((Double) dice(expected, 0));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void labels(int seed) {
    Random random = new Random(seed);
    int pixels = pixels(seed, random);
    Sample sample = Sample.random(random, pixels);
    byte[] p = labels(sample.prediction(), random);
    byte[] t = labels(sample.truth(), random);

    check(
        seed,
        Masks_LabelsDice.evaluator(),
        new Labels(p),
        new Labels(t),
        overlap(p, t, label -> label != 0, label -> true));
    Overlap organ = overlap(p, t, label -> label == 7, label -> true);
    check(
        seed, Masks_OrganDice.evaluator(), new Organ(p, 1, pixels), new Organ(t, 1, pixels), organ);
    assertThat(Masks_OrganDice.dice(new Organ(p, 1, pixels), new Organ(t, 1, pixels)))
        .isEqualTo((Double) dice(organ, Double.NaN));
    check(
        seed,
        Masks_HighLabelDice.evaluator(),
        new HighLabel(p),
        new HighLabel(t),
        overlap(p, t, label -> label == 200, label -> true));
    check(
        seed,
        Masks_BackgroundDice.evaluator(),
        new Background(p),
        new Background(t),
        overlap(p, t, label -> label == 0, label -> true));
    check(
        seed,
        Masks_PartialDice.evaluator(),
        new Partial(p),
        new Partial(t),
        overlap(p, t, label -> label != 0 && label != 255, label -> label != 255));
    check(
        seed,
        Masks_PartialOrganDice.evaluator(),
        new PartialOrgan(p),
        new PartialOrgan(t),
        overlap(p, t, label -> label == 2, label -> label != 1));
    check(
        seed,
        Masks_UnlabelledDice.evaluator(),
        new Unlabelled(p),
        new Unlabelled(t),
        overlap(p, t, label -> label != 0, label -> label != 0));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void probabilities(int seed) {
    Random random = new Random(seed);
    int pixels = pixels(seed, random);
    float[] p = probabilities(pixels, random);
    float[] t = probabilities(pixels, random);

    Probabilities prediction = () -> p;
    Probabilities truth = () -> t;
    check(
        seed,
        Masks_ProbabilitiesDice.evaluator(),
        prediction,
        truth,
        overlap(widened(p), widened(t), 0.5));
    soft(
        seed, Masks_ProbabilitiesDice.softOverlap(prediction, truth), widened(p), widened(t), 1e-6);
    SoftOverlap sums = Masks_ProbabilitiesDice.softOverlap(prediction, truth);
    assertThat(Masks_ProbabilitiesDice.diceLoss(prediction, truth))
        .as("seed %d", seed)
        .isEqualTo(
            1 - (2 * sums.intersection() + 1e-5) / (sums.prediction() + sums.truth() + 1e-5));

    Quarter quarter = new Quarter(p, pixels);
    Quarter other = new Quarter(t, pixels);
    check(
        seed, Masks_QuarterDice.evaluator(), quarter, other, overlap(widened(p), widened(t), 0.25));
    soft(seed, Masks_QuarterDice.softOverlap(quarter, other), widened(p), widened(t), 1e-6);
    assertThat(Masks_QuarterDice.diceLoss(quarter, other))
        .as("seed %d", seed)
        .isEqualTo(1 - 2 * sums.intersection() / (sums.prediction() + sums.truth() + 1));

    check(
        seed,
        Masks_TenthDice.evaluator(),
        new Tenth(p),
        new Tenth(t),
        overlap(widened(p), widened(t), 0.1));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void labelsOf16Bits(int seed) {
    Random random = new Random(seed);
    int pixels = pixels(seed, random);
    Sample sample = Sample.random(random, pixels);
    short[] p = labels16(sample.prediction(), random);
    short[] t = labels16(sample.truth(), random);

    check(
        seed,
        Masks_Labels16Dice.evaluator(),
        new Labels16(p),
        new Labels16(t),
        overlap(p, t, label -> label != 0, label -> true));
    check(
        seed,
        Masks_Organ16Dice.evaluator(),
        new Organ16(p, pixels),
        new Organ16(t, pixels),
        overlap(p, t, label -> label == 40_000, label -> true));
    check(
        seed,
        Masks_Partial16Dice.evaluator(),
        new Partial16(p),
        new Partial16(t),
        overlap(p, t, label -> label == 300, label -> label != 65_535));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void probabilitiesInDoubles(int seed) {
    Random random = new Random(seed);
    int pixels = pixels(seed, random);
    double[] p = doubles(pixels, random);
    double[] t = doubles(pixels, random);

    check(seed, Masks_DoublesDice.evaluator(), new Doubles(p), new Doubles(t), overlap(p, t, 0.1));
    soft(seed, Masks_DoublesDice.softOverlap(new Doubles(p), new Doubles(t)), p, t, 1e-12);

    Volume prediction = volume(p);
    Volume truth = volume(t);
    check(seed, Masks_VolumeDice.evaluator(), prediction, truth, overlap(p, t, 0.25));
    SoftOverlap sums = Masks_VolumeDice.softOverlap(prediction, truth);
    assertThat(Masks_VolumeDice.diceLoss(prediction, truth))
        .as("seed %d", seed)
        .isEqualTo(1 - (2 * sums.intersection() + 1) / (sums.prediction() + sums.truth() + 2));
  }

  private static Volume volume(double[] values) {
    return new Volume() {
      @Override
      public double[] values() {
        return values;
      }

      @Override
      public int width() {
        return values.length;
      }
    };
  }

  @ParameterizedTest
  @MethodSource("cases")
  void runs(int seed) {
    Random random = new Random(seed);
    Sample sample = Sample.random(random, pixels(seed, random));
    int pixels = sample.pixels();
    Overlap expected = overlap(sample);

    check(
        seed,
        Masks_StartLengthDice.evaluator(),
        new StartLength(Sample.startLength(sample.prediction()), pixels),
        new StartLength(Sample.startLength(sample.truth()), pixels),
        expected);
    check(
        seed,
        Masks_StartEndDice.evaluator(),
        new StartEnd(Sample.startEnd(sample.prediction()), pixels),
        new StartEnd(Sample.startEnd(sample.truth()), pixels),
        expected);
    check(
        seed,
        Masks_CountsDice.evaluator(),
        new Counts(Sample.counts(sample.prediction()), 1, pixels),
        new Counts(Sample.counts(sample.truth()), 1, pixels),
        expected);
  }

  private static <P> void check(
      int seed, DiceEvaluator<P, P> evaluator, P prediction, P truth, Overlap expected) {
    assertThat(evaluator.overlap(prediction, truth)).as("seed %d", seed).isEqualTo(expected);
    try {
      Conformance.check(evaluator, prediction, truth);
    } catch (AssertionError e) {
      throw new AssertionError("seed " + seed, e);
    }
  }

  private static void soft(int seed, SoftOverlap sums, double[] p, double[] t, double tolerance) {
    double both = 0;
    double predicted = 0;
    double actual = 0;
    for (int i = 0; i < p.length; i++) {
      both += p[i] * t[i];
      predicted += p[i];
      actual += t[i];
    }
    assertThat(sums.pixels()).isEqualTo(p.length);
    near(seed, sums.intersection(), both, tolerance);
    near(seed, sums.prediction(), predicted, tolerance);
    near(seed, sums.truth(), actual, tolerance);
  }

  private static double[] widened(float[] values) {
    double[] widened = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      widened[i] = values[i];
    }
    return widened;
  }

  private static void near(int seed, double found, double expected, double tolerance) {
    assertThat(Math.abs(found - expected))
        .as("seed %d: %s, expected %s", seed, found, expected)
        .isLessThanOrEqualTo(tolerance * Math.abs(expected));
  }

  private static double dice(Overlap overlap, double ofEmptyMasks) {
    long sizes = overlap.prediction() + overlap.truth();
    return sizes == 0 ? ofEmptyMasks : 2.0 * overlap.intersection() / sizes;
  }

  private static Overlap overlap(Sample sample) {
    long both = 0;
    long predicted = 0;
    long actual = 0;
    for (int i = 0; i < sample.pixels(); i++) {
      boolean a = sample.prediction()[i];
      boolean b = sample.truth()[i];
      both += a && b ? 1 : 0;
      predicted += a ? 1 : 0;
      actual += b ? 1 : 0;
    }
    return new Overlap(both, predicted, actual, sample.pixels());
  }

  private static Overlap overlap(
      byte[] p, byte[] t, IntPredicate foreground, IntPredicate counted) {
    return overlap(p.length, i -> p[i] & 0xFF, i -> t[i] & 0xFF, foreground, counted);
  }

  private static Overlap overlap(
      short[] p, short[] t, IntPredicate foreground, IntPredicate counted) {
    return overlap(p.length, i -> p[i] & 0xFFFF, i -> t[i] & 0xFFFF, foreground, counted);
  }

  private static Overlap overlap(
      int length,
      IntUnaryOperator p,
      IntUnaryOperator t,
      IntPredicate foreground,
      IntPredicate counted) {
    long both = 0;
    long predicted = 0;
    long actual = 0;
    long pixels = 0;
    for (int i = 0; i < length; i++) {
      if (!counted.test(t.applyAsInt(i))) {
        continue;
      }
      pixels++;
      boolean a = foreground.test(p.applyAsInt(i));
      boolean b = foreground.test(t.applyAsInt(i));
      both += a && b ? 1 : 0;
      predicted += a ? 1 : 0;
      actual += b ? 1 : 0;
    }
    return new Overlap(both, predicted, actual, pixels);
  }

  private static Overlap overlap(double[] p, double[] t, double threshold) {
    boolean[] a = new boolean[p.length];
    boolean[] b = new boolean[t.length];
    for (int i = 0; i < p.length; i++) {
      a[i] = p[i] > threshold;
      b[i] = t[i] > threshold;
    }
    return overlap(new Sample(a, b));
  }

  /** Foreground as labels among which are all that some type singles out. */
  private static byte[] labels(boolean[] mask, Random random) {
    int[] some = {1, 2, 7, 127, 128, 200, 254, 255};
    byte[] labels = new byte[mask.length];
    int only = random.nextInt(3) == 0 ? some[random.nextInt(some.length)] : 0;
    for (int i = 0; i < mask.length; i++) {
      if (mask[i]) {
        labels[i] = (byte) (only != 0 ? only : some[random.nextInt(some.length)]);
      }
    }
    return labels;
  }

  private static short[] labels16(boolean[] mask, Random random) {
    int[] some = {1, 255, 256, 300, 32_767, 32_768, 40_000, 65_535};
    short[] labels = new short[mask.length];
    int only = random.nextInt(3) == 0 ? some[random.nextInt(some.length)] : 0;
    for (int i = 0; i < mask.length; i++) {
      if (mask[i]) {
        labels[i] = (short) (only != 0 ? only : some[random.nextInt(some.length)]);
      }
    }
    return labels;
  }

  private static double[] doubles(int pixels, Random random) {
    double[] edges = {0, 0.1, Math.nextUp(0.1), 0.1f, 0.25, Math.nextUp(0.25), 0.5, 1};
    double[] values = new double[pixels];
    for (int i = 0; i < pixels; i++) {
      values[i] =
          random.nextInt(3) == 0 ? edges[random.nextInt(edges.length)] : random.nextDouble();
    }
    return values;
  }

  /** Probabilities among which are many that are exactly a threshold, or next to it. */
  private static float[] probabilities(int pixels, Random random) {
    float[] edges = {0, 0.1f, Math.nextDown(0.1f), 0.25f, Math.nextUp(0.25f), 0.5f, 1};
    float[] values = new float[pixels];
    for (int i = 0; i < pixels; i++) {
      values[i] = random.nextInt(3) == 0 ? edges[random.nextInt(edges.length)] : random.nextFloat();
    }
    return values;
  }
}
