package dev.sorensen.processor.widths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.ClassOverlaps;
import dev.sorensen.DiceEvaluator;
import dev.sorensen.Overlap;
import dev.sorensen.SoftDiceEvaluator;
import dev.sorensen.SoftOverlap;
import dev.sorensen.processor.widths.Evaluators.Found;
import dev.sorensen.reference.Conformance;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Masks of several classes: plain loops over plain arrays, and the reference. */
@Tag("widths")
final class ClassesTest {

  private static final List<Found> EVALUATORS = Evaluators.of(ClassMasks.class);

  @Test
  void allPairsAreFound() {
    assertThat(EVALUATORS).hasSize(18 + 3 + 2 + 4 + 3 + 4 + 6 + 5 + 6 + 5 + 2 + 3 + 1 + 1 + 2 + 2);
  }

  static IntStream seeds() {
    return Seeds.upTo(45);
  }

  private static int pixels(int seed, Random random) {
    if (seed < 28) {
      return seed * 7;
    }
    return seed < 42 ? random.nextInt(2_500) : 15_000 + random.nextInt(10_000);
  }

  /** Pixels of a blob at most: of noise 1, and of some blobs more than is passed over at once. */
  private static int longest(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> 1;
      case 1 -> 1 + random.nextInt(3_000);
      default -> 1 + random.nextInt(150);
    };
  }

  /** A label map of blobs and noise, side by side in some. */
  private static int[] labels(int pixels, Random random) {
    int[] labels = new int[pixels];
    int kinds = 1 + random.nextInt(8);
    int longest = longest(random);
    boolean mixed = random.nextInt(3) == 0;
    for (int i = 0; i < pixels; ) {
      if (mixed && random.nextInt(300) == 0) {
        longest = longest(random);
      }
      int label = random.nextInt(kinds) * random.nextInt(1 << 12);
      int end = Math.min(pixels, i + 1 + random.nextInt(longest));
      while (i < end) {
        labels[i++] = label;
      }
    }
    return labels;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void agreesWithPlainLoopsAndTheReference(int seed) {
    Random random = new Random(seed);
    int pixels = pixels(seed, random);
    int[] p = labels(pixels, random);
    int[] t = random.nextInt(3) == 0 ? p.clone() : labels(pixels, random);
    for (Found found : EVALUATORS) {
      ClassMask prediction = ClassMask.of(found.prediction(), p, new Random(seed));
      ClassMask truth = ClassMask.of(found.truth(), t, new Random(~seed));
      check("seed " + seed + ", " + found, found, prediction, truth);
    }
  }

  private static void check(String what, Found found, ClassMask p, ClassMask t) {
    DiceEvaluator<Object, Object> evaluator = found.evaluator();
    int classes = ClassMask.classes(found.prediction());
    ClassOverlaps overlaps = evaluator.overlaps(p.mask(), t.mask());
    assertThat(overlaps.size()).as(what).isEqualTo(classes);
    if (classes > 1000) {
      assertThat(overlaps).as(what).isEqualTo(ofManyLabels(classes, p, t));
      return;
    }
    for (int c = 0; c < classes; c++) {
      assertThat(overlaps.get(c)).as("%s, class %d", what, c).isEqualTo(overlap(c, p, t));
    }
    if (evaluator instanceof SoftDiceEvaluator<Object, Object, ?> soft) {
      SoftOverlap[] sums = soft.softOverlaps(p.mask(), t.mask());
      for (int c = 0; c < classes; c++) {
        near(what + ", class " + c, sums[c], softOverlap(c, p, t));
      }
    }
    if (p.pixels() > 3_000 && classes > 40) {
      return; // The reference counts each class by itself.
    }
    try {
      Conformance.check(evaluator, p.mask(), t.mask());
    } catch (AssertionError e) {
      throw new AssertionError(what, e);
    }
  }

  @Test
  void nanAndMinusInfinityAreNeverTheLargest() {
    float nan = Float.NaN;
    float least = Float.NEGATIVE_INFINITY;
    float most = Float.POSITIVE_INFINITY;
    float[][] pixels = {
      {nan, least, nan, least, least, nan},
      {nan, -1, nan, -1, -2, nan},
      {0, most, most, nan, 1, 2},
      {least, least, least, least, least, Float.MIN_VALUE},
      {-0f, 0, nan, least, -0f, -0f}
    };
    int[] winners = {0, 1, 1, 5, 0};
    int n = 100;
    float[] values = new float[6 * n];
    byte[] labels = new byte[n];
    for (int i = 0; i < n; i++) {
      labels[i] = (byte) winners[i % winners.length];
      for (int c = 0; c < 6; c++) {
        values[c * n + i] = pixels[i % pixels.length][c];
      }
    }
    ClassOverlaps overlaps =
        ClassMasks_Floats6Dice.overlaps(
            new ClassMasks.Floats6(values), new ClassMasks.Bytes6(labels, n));
    assertThat(overlaps.micro()).isEqualTo(new Overlap(n, n, n, 6 * n));
  }

  private static ClassOverlaps ofManyLabels(int classes, ClassMask p, ClassMask t) {
    long[][] counts = new long[classes][3];
    for (int i = 0; i < p.pixels(); i++) {
      counts[p.labels()[i]][0] += p.labels()[i] == t.labels()[i] ? 1 : 0;
      counts[p.labels()[i]][1]++;
      counts[t.labels()[i]][2]++;
    }
    Overlap[] overlaps = new Overlap[classes];
    for (int c = 0; c < classes; c++) {
      overlaps[c] = new Overlap(counts[c][0], counts[c][1], counts[c][2], p.pixels());
    }
    return ClassOverlaps.of(overlaps);
  }

  private static Overlap overlap(int c, ClassMask p, ClassMask t) {
    long both = 0;
    long predicted = 0;
    long actual = 0;
    long pixels = 0;
    for (int i = 0; i < p.pixels(); i++) {
      if (t.ignored()[i]) {
        continue;
      }
      pixels++;
      boolean a = p.is(c, i, t);
      boolean b = t.is(c, i, t);
      both += a && b ? 1 : 0;
      predicted += a ? 1 : 0;
      actual += b ? 1 : 0;
    }
    return new Overlap(both, predicted, actual, pixels);
  }

  private static SoftOverlap softOverlap(int c, ClassMask p, ClassMask t) {
    double both = 0;
    double predicted = 0;
    double actual = 0;
    long pixels = 0;
    for (int i = 0; i < p.pixels(); i++) {
      if (t.ignored()[i]) {
        continue;
      }
      pixels++;
      both += p.values()[c][i] * t.values()[c][i];
      predicted += p.values()[c][i];
      actual += t.values()[c][i];
    }
    return new SoftOverlap(both, predicted, actual, pixels);
  }

  private static void near(String what, SoftOverlap found, SoftOverlap expected) {
    assertThat(found.pixels()).as(what).isEqualTo(expected.pixels());
    near(what, found.intersection(), expected.intersection());
    near(what, found.prediction(), expected.prediction());
    near(what, found.truth(), expected.truth());
  }

  private static void near(String what, double found, double expected) {
    assertThat(Math.abs(found - expected))
        .as("%s: %s, expected %s", what, found, expected)
        .isLessThanOrEqualTo(1e-6 * Math.abs(expected));
  }
}
