package dev.sorensen.examples.benchmarks;

/** The Dice loss, and its derivatives, from sums that a peer has made. */
final class SoftDice {

  /** Added above and below the fraction, as generated evaluators do. */
  static final double SMOOTHING = 1e-5;

  private SoftDice() {}

  static double loss(double intersection, double prediction, double truth) {
    return 1 - (2 * intersection + SMOOTHING) / (prediction + truth + SMOOTHING);
  }

  static double byIntersection(double prediction, double truth) {
    return -2 / (prediction + truth + SMOOTHING);
  }

  static double byPrediction(double intersection, double prediction, double truth) {
    double sum = prediction + truth + SMOOTHING;
    return (2 * intersection + SMOOTHING) / (sum * sum);
  }

  /** Makes probabilities of logits: as one would write it. */
  static double sigmoid(float logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}
