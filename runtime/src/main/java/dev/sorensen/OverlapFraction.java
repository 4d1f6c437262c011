package dev.sorensen;

/**
 * (kI + nr) / (kI + α(P − I) + β(T − I) + dr), the smoothed overlap of two masks.
 *
 * <p>Dice is k = 2, α = β = 1, Jaccard is k = 2, α = β = 2, and the Tversky index is k = 1. Written
 * with the false positives P − I and the false negatives T − I it is exactly 1 where masks agree.
 *
 * @param scale k
 * @param falsePositives α
 * @param falseNegatives β
 * @param smoothNumerator nr
 * @param smoothDenominator dr
 */
record OverlapFraction(
    double scale,
    double falsePositives,
    double falseNegatives,
    double smoothNumerator,
    double smoothDenominator) {

  double numerator(SoftOverlap sums) {
    return scale * sums.intersection() + smoothNumerator;
  }

  double denominator(SoftOverlap sums) {
    return scale * sums.intersection()
        + falsePositives * (sums.prediction() - sums.intersection())
        + falseNegatives * (sums.truth() - sums.intersection())
        + smoothDenominator;
  }

  /** Returns the derivative by I of a function of the numerator and the denominator. */
  double byIntersection(double byNumerator, double byDenominator) {
    return scale * byNumerator + (scale - falsePositives - falseNegatives) * byDenominator;
  }

  /** Returns the derivative by P of a function of the numerator and the denominator. */
  double byPrediction(double byDenominator) {
    return falsePositives * byDenominator;
  }
}
