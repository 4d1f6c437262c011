package dev.sorensen.reference;

import dev.sorensen.Overlap;
import dev.sorensen.SoftDiceEvaluator;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares overlaps at many thresholds with counts of probabilities, one threshold after another.
 *
 * @param <P> the type of the prediction
 * @param <T> the type of the truth
 */
final class SweepConformance<P, T> {

  /** How many of the prediction's own probabilities are thresholds. */
  private static final int OWN = 12;

  private final SoftDiceEvaluator<P, T, ?> evaluator;
  private final P prediction;
  private final T truth;
  private final MaskView predictionView;
  private final MaskView truthView;

  SweepConformance(SoftDiceEvaluator<P, T, ?> evaluator, P prediction, T truth) {
    this.evaluator = evaluator;
    this.prediction = prediction;
    this.truth = truth;
    this.predictionView = evaluator.view(prediction);
    this.truthView = evaluator.truthView(truth);
  }

  /** Checks thresholds where a mistake shows: at values, and at the ends. */
  void check() {
    List<Float> edges = new ArrayList<>(List.of(1f, 0f, 0.5f));
    if (predictionView instanceof ProbabilityPlanes planes) {
      float declared = (float) planes.threshold();
      edges.addAll(List.of(Math.nextUp(declared), declared, Math.nextDown(declared)));
    }
    check(edges);
    List<Float> own = new ArrayList<>(edges);
    long pixels = predictionView.pixels();
    for (long k = 0; k < OWN && pixels > 0; k++) {
      float value = (float) predictionView.value(0, pixels * k / OWN);
      if (!Float.isNaN(value)) {
        own.add(value);
      }
    }
    check(own);
  }

  private void check(List<Float> list) {
    float[] thresholds = new float[list.size()];
    for (int k = 0; k < thresholds.length; k++) {
      thresholds[k] = list.get(k);
    }
    Overlap[] found = evaluator.sweep(prediction, truth, thresholds);
    Conformance.equal("sweep.length", thresholds.length, found.length);
    Overlap[] expected = counts(thresholds);
    for (int k = 0; k < thresholds.length; k++) {
      Conformance.equal("sweep at " + thresholds[k], expected[k], found[k]);
    }
  }

  private Overlap[] counts(float[] thresholds) {
    long[] both = new long[thresholds.length];
    long[] predicted = new long[thresholds.length];
    long actual = 0;
    long pixels = 0;
    for (long i = 0; i < predictionView.pixels(); i++) {
      if (truthView.ignored(i)) {
        continue;
      }
      pixels++;
      boolean foreground = truthView.foreground(0, i);
      actual += foreground ? 1 : 0;
      double probability = predictionView.value(0, i);
      for (int k = 0; k < thresholds.length; k++) {
        boolean above = probability > thresholds[k];
        predicted[k] += above ? 1 : 0;
        both[k] += above && foreground ? 1 : 0;
      }
    }
    Overlap[] counts = new Overlap[thresholds.length];
    for (int k = 0; k < thresholds.length; k++) {
      counts[k] = new Overlap(both[k], predicted[k], actual, pixels);
    }
    return counts;
  }
}
