package dev.sorensen;

import java.util.Arrays;

/**
 * The Dice loss of weighted sums over the classes of a sample.
 *
 * @param weighting how much a class weighs by the size of its truth
 * @param dice the loss of the sums
 */
record GeneralizedDice(ClassWeighting weighting, LossByClass dice) implements SampleLoss {

  @Override
  public SampleLosses of(SoftOverlap[] sums, double[] weights) {
    double[] bySize =
        weighting.weights(Arrays.stream(sums).mapToDouble(SoftOverlap::truth).toArray());
    double intersection = 0;
    double prediction = 0;
    double truth = 0;
    long pixels = 0;
    for (int c = 0; c < sums.length; c++) {
      double weight = weights[c] * bySize[c];
      intersection += weight * sums[c].intersection();
      prediction += weight * sums[c].prediction();
      truth += weight * sums[c].truth();
      pixels = sums[c].pixels();
    }
    SoftOverlap all = new SoftOverlap(intersection, prediction, truth, pixels);
    double ofIntersection = dice.byIntersection(all);
    double ofPrediction = dice.byPrediction(all);
    double[] byIntersection = new double[sums.length];
    double[] byPrediction = new double[sums.length];
    for (int c = 0; c < sums.length; c++) {
      double weight = weights[c] * bySize[c];
      byIntersection[c] = weight * ofIntersection;
      byPrediction[c] = weight * ofPrediction;
    }
    return new SampleLosses(new double[] {dice.value(all)}, byIntersection, byPrediction);
  }
}
