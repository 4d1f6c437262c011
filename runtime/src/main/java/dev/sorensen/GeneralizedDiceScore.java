package dev.sorensen;

import dev.sorensen.internal.DiceFormula;
import java.util.Arrays;

/** One Dice coefficient of several classes, each of which counts by its size in the truth. */
final class GeneralizedDiceScore {

  private GeneralizedDiceScore() {}

  /**
   * Returns 2 Σ w I / Σ w (P + T).
   *
   * @param emptyMasks the answer where no class occurs
   */
  static double of(Overlap[] classes, ClassWeighting weighting, EmptyMasks emptyMasks) {
    double[] weights =
        weighting.weights(Arrays.stream(classes).mapToDouble(Overlap::truth).toArray());
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
}
