package dev.sorensen;

import java.io.Serializable;

/**
 * Which formula a {@link StandardLoss} has, with all that the formula needs. What its kind does not
 * need has its default.
 *
 * @param kind which formula
 * @param alpha what false positives weigh
 * @param beta what false negatives weigh
 * @param gamma the exponent
 * @param classWeighting what classes weigh
 * @param smoothNumerator what is added to the numerator
 * @param smoothDenominator what is added to the denominator
 */
record LossFormula(
    LossKind kind,
    double alpha,
    double beta,
    double gamma,
    ClassWeighting classWeighting,
    double smoothNumerator,
    double smoothDenominator)
    implements Serializable {

  private static final double HALF = 0.5;
  private static final double GAMMA = 0.75;
  private static final double SMOOTHING = 1e-5;

  LossFormula {
    requireAtLeast0("alpha", alpha);
    requireAtLeast0("beta", beta);
    if (!(gamma > 0) || Double.isInfinite(gamma)) {
      throw new IllegalArgumentException("gamma must be finite and above 0, not " + gamma);
    }
    requireAtLeast0("the smoothing numerator", smoothNumerator);
    requireAtLeast0("the smoothing denominator", smoothDenominator);
  }

  private static void requireAtLeast0(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(name + " must be finite and at least 0, not " + value);
    }
  }

  static LossFormula of(LossKind kind) {
    return tversky(kind, HALF, HALF, GAMMA);
  }

  static LossFormula tversky(double alpha, double beta) {
    return tversky(LossKind.TVERSKY, alpha, beta, GAMMA);
  }

  static LossFormula focalTversky(double alpha, double beta, double gamma) {
    return tversky(LossKind.FOCAL_TVERSKY, alpha, beta, gamma);
  }

  private static LossFormula tversky(LossKind kind, double alpha, double beta, double gamma) {
    return new LossFormula(kind, alpha, beta, gamma, ClassWeighting.SQUARE, SMOOTHING, SMOOTHING);
  }

  static LossFormula generalizedDice(ClassWeighting weighting) {
    return new LossFormula(
        LossKind.GENERALIZED_DICE, HALF, HALF, GAMMA, weighting, SMOOTHING, SMOOTHING);
  }

  LossFormula withSmoothing(double numerator, double denominator) {
    return new LossFormula(kind, alpha, beta, gamma, classWeighting, numerator, denominator);
  }

  SampleLoss toLoss() {
    return switch (kind) {
      case DICE -> new LossByClass(dice(), new LossCurve.Linear());
      case JACCARD -> new LossByClass(jaccard(), new LossCurve.Linear());
      case TVERSKY -> new LossByClass(tversky(), new LossCurve.Linear());
      case FOCAL_TVERSKY -> new LossByClass(tversky(), new LossCurve.Power(gamma));
      case GENERALIZED_DICE ->
          new GeneralizedDice(classWeighting, new LossByClass(dice(), new LossCurve.Linear()));
      case LOG_DICE -> new LossByClass(dice(), new LossCurve.Log());
      case LOG_COSH_DICE -> new LossByClass(dice(), new LossCurve.LogCosh());
    };
  }

  private OverlapFraction dice() {
    return new OverlapFraction.Dice(smoothNumerator, smoothDenominator);
  }

  private OverlapFraction jaccard() {
    return new OverlapFraction.Jaccard(smoothNumerator, smoothDenominator);
  }

  private OverlapFraction tversky() {
    return new OverlapFraction.Tversky(alpha, beta, smoothNumerator, smoothDenominator);
  }

  /** Returns the call that makes it, without its smoothing. */
  @Override
  public String toString() {
    return switch (kind) {
      case DICE -> "dice()";
      case JACCARD -> "jaccard()";
      case TVERSKY -> "tversky(" + alpha + ", " + beta + ")";
      case FOCAL_TVERSKY -> "focalTversky(" + alpha + ", " + beta + ", " + gamma + ")";
      case GENERALIZED_DICE -> "generalizedDice(" + classWeighting + ")";
      case LOG_DICE -> "logDice()";
      case LOG_COSH_DICE -> "logCoshDice()";
    };
  }
}
