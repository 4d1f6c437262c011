package dev.sorensen.reference;

import dev.sorensen.ClassWeighting;
import dev.sorensen.Reduction;
import dev.sorensen.StandardLoss;
import java.util.Arrays;
import java.util.List;

/** Losses that no type declares by default: each kind and each setting at least once. */
final class OtherLosses {

  private OtherLosses() {}

  /** Returns losses for masks of as many classes. */
  static List<StandardLoss> of(int classes) {
    double[] weights = new double[classes];
    Arrays.setAll(weights, c -> 0.5 + c % 4);
    double[] ofForeground = Arrays.copyOf(weights, Math.max(1, classes - 1));
    return List.of(
        StandardLoss.dice().withSmoothing(1, 1),
        StandardLoss.dice().withBackground(false).withReduction(Reduction.SUM),
        StandardLoss.jaccard().withWeights(weights),
        StandardLoss.tversky(0.25, 0.75).withBackground(false).withWeights(ofForeground),
        StandardLoss.focalTversky(0.75, 0.25, 0.75),
        StandardLoss.generalizedDice(ClassWeighting.SQUARE).withSmoothing(0, 1e-9),
        StandardLoss.generalizedDice(ClassWeighting.SIMPLE).withBatch(true),
        StandardLoss.generalizedDice(ClassWeighting.UNIFORM).withWeights(weights),
        StandardLoss.logDice().withReduction(Reduction.SUM),
        StandardLoss.logCoshDice().withWeights(2));
  }
}
