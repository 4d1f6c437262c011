package dev.sorensen.processor.widths;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Every layout against every layout: plain loops over plain arrays, and the reference. */
@Tag("widths")
final class PairsTest {

  private static final List<Found> EVALUATORS = Evaluators.of(PairMasks.class);

  @Test
  void everyLayoutMeetsEveryLayout() {
    // 8 on the heap with 14 each; 2 logits with 6; bits, labels, floats, doubles and runs off heap
    // with 6 each, and shorts with 4.
    assertThat(EVALUATORS).hasSize(8 * 14 + 2 * 6 + 5 * 6 + 4);
  }

  static IntStream seeds() {
    return Seeds.upTo(50);
  }

  private static int pixels(int seed, Random random) {
    if (seed < 30) {
      return seed * 7 % 200;
    }
    return seed < 46 ? random.nextInt(3_000) : 20_000 + random.nextInt(40_000);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void agreesWithPlainLoopsAndTheReference(int seed) {
    Random random = new Random(seed);
    int pixels = pixels(seed, random);
    PairMask.Shape shape = PairMask.Shape.random(pixels, random);
    Sample sample = Sample.random(random, pixels);
    for (Found found : EVALUATORS) {
      PairMask prediction =
          PairMask.of(found.prediction(), sample.prediction(), shape, new Random(seed));
      PairMask truth = PairMask.of(found.truth(), sample.truth(), shape, new Random(~seed));
      check(seed, found, prediction, truth);
    }
  }

  private static void check(int seed, Found found, PairMask p, PairMask t) {
    String what = "seed " + seed + ", " + found;
    DiceEvaluator<Object, Object> evaluator = found.evaluator();
    Overlap expected = overlap(p, t);
    assertThat(evaluator.overlap(p.mask(), t.mask())).as(what).isEqualTo(expected);
    assertThat(evaluator.overlapParallel(p.mask(), t.mask())).as(what).isEqualTo(expected);
    if (evaluator instanceof SoftDiceEvaluator<Object, Object, ?> soft) {
      SoftOverlap sums = soft.softOverlap(p.mask(), t.mask());
      SoftOverlap sought = softOverlap(p, t);
      assertThat(sums.pixels()).as(what).isEqualTo(sought.pixels());
      near(what, sums.intersection(), sought.intersection());
      near(what, sums.prediction(), sought.prediction());
      near(what, sums.truth(), sought.truth());
    }
    try {
      Conformance.check(evaluator, p.mask(), t.mask());
    } catch (AssertionError e) {
      throw new AssertionError(what, e);
    }
  }

  private static void near(String what, double found, double expected) {
    assertThat(Math.abs(found - expected))
        .as("%s: %s, expected %s", what, found, expected)
        .isLessThanOrEqualTo(1e-6 * Math.abs(expected));
  }

  private static Overlap overlap(PairMask p, PairMask t) {
    long both = 0;
    long predicted = 0;
    long actual = 0;
    long pixels = 0;
    for (int i = 0; i < p.foreground().length; i++) {
      if (t.ignored()[i]) {
        continue;
      }
      pixels++;
      both += p.foreground()[i] && t.foreground()[i] ? 1 : 0;
      predicted += p.foreground()[i] ? 1 : 0;
      actual += t.foreground()[i] ? 1 : 0;
    }
    return new Overlap(both, predicted, actual, pixels);
  }

  private static SoftOverlap softOverlap(PairMask p, PairMask t) {
    double both = 0;
    double predicted = 0;
    double actual = 0;
    long pixels = 0;
    for (int i = 0; i < p.values().length; i++) {
      if (t.ignored()[i]) {
        continue;
      }
      pixels++;
      both += p.values()[i] * t.values()[i];
      predicted += p.values()[i];
      actual += t.values()[i];
    }
    return new SoftOverlap(both, predicted, actual, pixels);
  }
}
