package dev.sorensen.reference;

import dev.sorensen.ClassOverlaps;
import dev.sorensen.DiceEvaluator;
import dev.sorensen.Overlap;
import dev.sorensen.OverlapLoss;
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

  /** How far a loss may be: a few roundings of the sums that it is made of. */
  private static final double LOSS_TOLERANCE = 4e-6;

  private Conformance() {}

  /**
   * Compares everything that the evaluator offers with the reference: counts, by one thread and by
   * several, and the Dice coefficient must be equal; soft sums within 1e-6 of the sum of the
   * magnitudes, losses within 4e-6.
   *
   * @throws AssertionError with what differs, if anything does
   */
  public static <P, T> void check(DiceEvaluator<P, T> evaluator, P prediction, T truth) {
    MaskView predictionView = evaluator.view(prediction);
    MaskView truthView = evaluator.truthView(truth);

    Overlap overlap = Reference.overlap(predictionView, truthView);
    equal("overlap", overlap, evaluator.overlap(prediction, truth));
    equal("overlapParallel", overlap, evaluator.overlapParallel(prediction, truth));
    equal("overlaps", ClassOverlaps.of(overlap), evaluator.overlaps(prediction, truth));
    equal("pairwise", overlap, evaluator.pairwise(List.of(prediction), List.of(truth))[0][0]);

    double dice = Reference.dice(predictionView, truthView, evaluator.emptyMasks());
    equal("dice", dice, evaluator.dice(prediction, truth));

    SoftOverlap sums = SoftOverlap.of(overlap);
    if (evaluator instanceof SoftDiceEvaluator<P, T, ?> soft) {
      sums = Reference.softOverlap(predictionView, truthView);
      SoftOverlap magnitudes =
          Reference.softOverlap(new Magnitudes(predictionView), new Magnitudes(truthView));
      near("softOverlap", sums, magnitudes, soft.softOverlap(prediction, truth));
      SoftOverlap[] byClass = soft.softOverlaps(prediction, truth);
      equal("softOverlaps.length", 1, byClass.length);
      near("softOverlaps[0]", sums, magnitudes, byClass[0]);
    }

    OverlapLoss declared = evaluator.loss();
    double loss =
        declared instanceof StandardLoss standard ? Reference.loss(sums, standard) : 1 - dice;
    near("diceLoss", loss, LOSS_TOLERANCE, evaluator.diceLoss(prediction, truth));
    near(
        "diceLoss of a batch of one",
        loss,
        LOSS_TOLERANCE,
        evaluator.diceLoss(List.of(prediction), List.of(truth)));
    StandardLoss other = StandardLoss.dice().withSmoothing(1, 1);
    near(
        "diceLoss with " + other,
        Reference.loss(sums, other),
        LOSS_TOLERANCE,
        evaluator.diceLoss(prediction, truth, other));
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

  private static void near(String what, double expected, double tolerance, double found) {
    boolean same = Double.compare(expected, found) == 0;
    // Written so that NaN on one side alone fails.
    if (!same && !(Math.abs(expected - found) <= tolerance)) {
      throw new AssertionError(
          what + " is " + found + ", the reference is " + expected + " ± " + tolerance);
    }
  }

  private static void equal(String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      throw new AssertionError(what + " is " + found + ", the reference is " + expected);
    }
  }

  /** The magnitudes of a mask's values: what the error of a sum is measured against. */
  private record Magnitudes(MaskView view) implements MaskView {
    @Override
    public long pixels() {
      return view.pixels();
    }

    @Override
    public boolean isSoft() {
      return view.isSoft();
    }

    @Override
    public boolean foreground(long pixel) {
      return view.foreground(pixel);
    }

    @Override
    public double value(long pixel) {
      return Math.abs(view.value(pixel));
    }

    @Override
    public boolean ignored(long pixel) {
      return view.ignored(pixel);
    }
  }
}
