package dev.sorensen;

import dev.sorensen.internal.DiceFormula;

/** One Dice coefficient of several classes, each of which counts by its size in the truth. */
final class GeneralizedDiceScore {

  private GeneralizedDiceScore() {}

  /**
   * Returns 2 Σ w I / Σ w (P + T).
   *
   * @param emptyMasks the answer where no class occurs
   */
  static double of(Overlap[] classes, ClassWeighting weighting, EmptyMasks emptyMasks) {
    double[] weights = weights(classes, weighting);
    double intersection = 0;
    double sizes = 0;
    boolean predicted = false;
    for (int c = 0; c < classes.length; c++) {
      Overlap each = classes[c];
      intersection += weights[c] * each.intersection();
      sizes += weights[c] * ((double) each.prediction() + (double) each.truth());
      predicted |= each.prediction() != 0;
    }
    // Without a class in the truth all weights are 0, whatever was predicted.
    return DiceFormula.dice(intersection, sizes, predicted ? EmptyMasks.ZERO : emptyMasks);
  }

  /** A class that is absent from the truth counts as much as the one that counts most. */
  private static double[] weights(Overlap[] classes, ClassWeighting weighting) {
    double[] weights = new double[classes.length];
    double largest = 0;
    for (int c = 0; c < weights.length; c++) {
      weights[c] = weight((double) classes[c].truth(), weighting);
      if (Double.isFinite(weights[c])) {
        largest = Math.max(largest, weights[c]);
      }
    }
    for (int c = 0; c < weights.length; c++) {
      weights[c] = Math.min(weights[c], largest);
    }
    return weights;
  }

  private static double weight(double size, ClassWeighting weighting) {
    return switch (weighting) {
      case SQUARE -> 1 / (size * size);
      case SIMPLE -> 1 / size;
      case UNIFORM -> 1;
    };
  }
}
