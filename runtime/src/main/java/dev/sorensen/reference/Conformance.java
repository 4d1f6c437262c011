package dev.sorensen.reference;

import dev.sorensen.ClassOverlaps;
import dev.sorensen.DiceEvaluator;
import dev.sorensen.Form;
import dev.sorensen.Overlap;
import dev.sorensen.SoftDiceEvaluator;
import dev.sorensen.SoftOverlap;
import dev.sorensen.StandardLoss;
import java.util.List;

/**
 * Checks a generated evaluator against {@link Reference} on a pair of masks; for the tests of a
 * mask type.
 *
 * <pre>{@code
 * Conformance.check(LungMaskDice.evaluator(), prediction, truth);
 * }</pre>
 */
public final class Conformance {

  /** How far a soft sum may be from the reference, relative to the sum of the magnitudes. */
  private static final double SUM_TOLERANCE = 1e-6;

  /** How far the loss of a class may be: a few roundings of the sums that it is made of. */
  private static final double LOSS_TOLERANCE = 4e-6;

  /** How far a mean of Dice coefficients may be, relative to it: it is added up in any order. */
  private static final double MEAN_TOLERANCE = 1e-15;

  private Conformance() {}

  /**
   * Compares everything that the evaluator offers with the reference, for the prediction and the
   * truth of the evaluator's types, alike or not.
   *
   * <p>Counts, by one thread and by several, and at many thresholds, must be equal, and so must the
   * Dice coefficient; a mean of several within 1e-15 of itself. Soft sums must be within 1e-6 of
   * the sum of the magnitudes, losses within what such errors of the sums do to them twice over,
   * but no less than 4e-6 of each class, and gradients within 1e-5 of their largest element where
   * they hold floats and 1e-12 where doubles; and besides within 2<sup>-22</sup> or 2<sup>-51</sup>
   * of the largest elements of the two parts that they are the sum of, by I and by P, for these may
   * cancel. With {@link Form#SOFT_LABEL} a part is as large as the loss's own derivative: where p
   * is next to t, rounding p decides on which side of a kink it is. With several classes, the
   * methods for one must throw {@link UnsupportedOperationException}.
   *
   * @throws AssertionError with what differs, if anything does
   */
  public static <P, T> void check(DiceEvaluator<P, T> evaluator, P prediction, T truth) {
    MaskView predictionView = evaluator.view(prediction);
    MaskView truthView = evaluator.truthView(truth);
    ClassOverlaps overlaps = Reference.overlaps(predictionView, truthView);
    double dice =
        Reference.dice(
            predictionView, truthView, evaluator.emptyMasks(), includesBackground(evaluator));
    if (overlaps.size() == 1) {
      checkOneClass(evaluator, prediction, truth, overlaps.get(0), dice);
    } else {
      checkSeveralClasses(evaluator, prediction, truth, dice);
    }
    equal("overlaps", overlaps, evaluator.overlaps(prediction, truth));

    if (evaluator instanceof SoftDiceEvaluator<P, T, ?> soft) {
      SoftOverlap[] sums = Reference.softOverlaps(predictionView, truthView, soft.form());
      SoftOverlap[] magnitudes = Magnitudes.ofSums(predictionView, truthView, soft.form());
      checkSoftSums(soft, prediction, truth, sums, magnitudes);
      checkLosses(evaluator, prediction, truth, sums, magnitudes, dice);
      new GradientConformance<>(soft, prediction, truth).check(soft.loss(), sums);
      if (overlaps.size() == 1) {
        new SweepConformance<>(soft, prediction, truth).check();
      }
    } else {
      SoftOverlap[] sums = counts(overlaps);
      checkLosses(evaluator, prediction, truth, sums, sums, dice);
    }
  }

  private static <P, T> void checkOneClass(
      DiceEvaluator<P, T> evaluator, P prediction, T truth, Overlap overlap, double dice) {
    equal("overlap", overlap, evaluator.overlap(prediction, truth));
    equal("overlapParallel", overlap, evaluator.overlapParallel(prediction, truth));
    equal("pairwise", overlap, evaluator.pairwise(List.of(prediction), List.of(truth))[0][0]);
    equal("dice", dice, evaluator.dice(prediction, truth));
  }

  private static <P, T> void checkSeveralClasses(
      DiceEvaluator<P, T> evaluator, P prediction, T truth, double dice) {
    near("dice", dice, MEAN_TOLERANCE * dice, evaluator.dice(prediction, truth));
    refused("overlap", () -> evaluator.overlap(prediction, truth));
    refused("overlapParallel", () -> evaluator.overlapParallel(prediction, truth));
    refused("pairwise", () -> evaluator.pairwise(List.of(prediction), List.of(truth)));
    if (evaluator instanceof SoftDiceEvaluator<P, T, ?> soft) {
      refused("softOverlap", () -> soft.softOverlap(prediction, truth));
      refused("sweep", () -> soft.sweep(prediction, truth, 0.5f));
    }
  }

  private static <P, T> void checkSoftSums(
      SoftDiceEvaluator<P, T, ?> evaluator,
      P prediction,
      T truth,
      SoftOverlap[] sums,
      SoftOverlap[] magnitudes) {
    if (sums.length == 1) {
      near("softOverlap", sums[0], magnitudes[0], evaluator.softOverlap(prediction, truth));
    }
    SoftOverlap[] found = evaluator.softOverlaps(prediction, truth);
    equal("softOverlaps.length", sums.length, found.length);
    for (int c = 0; c < sums.length; c++) {
      near("softOverlaps[" + c + "]", sums[c], magnitudes[c], found[c]);
    }
  }

  private static <P, T> void checkLosses(
      DiceEvaluator<P, T> evaluator,
      P prediction,
      T truth,
      SoftOverlap[] sums,
      SoftOverlap[] magnitudes,
      double dice) {
    double declared = 1 - dice;
    double tolerance = LOSS_TOLERANCE;
    if (evaluator.loss() instanceof StandardLoss standard) {
      declared = Reference.loss(sums, standard);
      tolerance = LossTolerance.of(sums, magnitudes, standard, SUM_TOLERANCE, LOSS_TOLERANCE);
    }
    near("diceLoss", declared, tolerance, evaluator.diceLoss(prediction, truth));
    near(
        "diceLoss of a batch of one",
        declared,
        tolerance,
        evaluator.diceLoss(List.of(prediction), List.of(truth)));
    for (StandardLoss other : OtherLosses.of(sums.length)) {
      near(
          "diceLoss with " + other,
          Reference.loss(sums, other),
          LossTolerance.of(sums, magnitudes, other, SUM_TOLERANCE, LOSS_TOLERANCE),
          evaluator.diceLoss(prediction, truth, other));
    }
  }

  private static boolean includesBackground(DiceEvaluator<?, ?> evaluator) {
    return !(evaluator.loss() instanceof StandardLoss standard) || standard.includeBackground();
  }

  private static SoftOverlap[] counts(ClassOverlaps overlaps) {
    SoftOverlap[] counts = new SoftOverlap[overlaps.size()];
    for (int c = 0; c < counts.length; c++) {
      counts[c] = SoftOverlap.of(overlaps.get(c));
    }
    return counts;
  }

  private static void refused(String what, Runnable call) {
    try {
      call.run();
    } catch (UnsupportedOperationException expected) {
      return;
    }
    throw new AssertionError(
        what + " of several classes returns, it must throw UnsupportedOperationException");
  }

  private static void near(
      String what, SoftOverlap expected, SoftOverlap magnitudes, SoftOverlap found) {
    equal(what + ".pixels", expected.pixels(), found.pixels());
    near(
        what + ".intersection",
        expected.intersection(),
        SUM_TOLERANCE * magnitudes.intersection(),
        found.intersection());
    near(
        what + ".prediction",
        expected.prediction(),
        SUM_TOLERANCE * magnitudes.prediction(),
        found.prediction());
    near(what + ".truth", expected.truth(), SUM_TOLERANCE * magnitudes.truth(), found.truth());
  }

  static void near(String what, double expected, double tolerance, double found) {
    boolean same = Double.compare(expected, found) == 0;
    // Written so that NaN or infinity on one side alone fails, whatever the tolerance.
    if (!same && !(Math.abs(expected - found) <= Math.min(tolerance, Double.MAX_VALUE))) {
      throw new AssertionError(
          what + " is " + found + ", the reference is " + expected + " ± " + tolerance);
    }
  }

  static void equal(String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      throw new AssertionError(what + " is " + found + ", the reference is " + expected);
    }
  }
}
