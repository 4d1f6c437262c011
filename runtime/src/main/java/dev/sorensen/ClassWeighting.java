package dev.sorensen;

/**
 * How much a class weighs in the {@linkplain StandardLoss#generalizedDice generalized Dice} loss
 * and {@linkplain ClassOverlaps#generalizedDice(ClassWeighting) score}, by the size T of its truth.
 * Where T is 0 the class weighs as much as the heaviest class that has a truth, as in MONAI 1.5; if
 * none has, all weigh 0 (but 1 with {@link #UNIFORM}).
 */
public enum ClassWeighting {
  /**
   * 1 / T²: small classes count as much as large ones, as Sudre et al. (2017) have it. With large
   * classes the loss needs smaller smoothing terms than its {@linkplain
   * StandardLoss#generalizedDice default}.
   */
  SQUARE,

  /** 1 / T. */
  SIMPLE,

  /** 1: each class counts by its size. */
  UNIFORM;

  /** Returns what each of several classes weighs. */
  double[] weights(double[] truths) {
    double[] weights = new double[truths.length];
    double largest = 0;
    for (int c = 0; c < weights.length; c++) {
      weights[c] = weight(truths[c]);
      if (!Double.isInfinite(weights[c])) {
        largest = Math.max(largest, weights[c]);
      }
    }
    for (int c = 0; c < weights.length; c++) {
      if (Double.isInfinite(weights[c])) {
        weights[c] = largest;
      }
    }
    return weights;
  }

  private double weight(double truth) {
    return switch (this) {
      case SQUARE -> 1 / (truth * truth);
      case SIMPLE -> 1 / truth;
      case UNIFORM -> 1;
    };
  }
}
