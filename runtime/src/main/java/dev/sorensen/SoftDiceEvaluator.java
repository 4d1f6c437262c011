package dev.sorensen;

import dev.sorensen.internal.Gradients;
import dev.sorensen.internal.LossDerivatives;
import dev.sorensen.internal.PairLists;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * A {@link DiceEvaluator} whose predictions are probabilities, or logits that an {@link Activation}
 * makes probabilities of.
 *
 * @param <P> the type of the prediction
 * @param <T> the type of the truth
 * @param <G> the type of a gradient with respect to the prediction, that of its data: {@code
 *     float[]}, {@code double[]} or {@link java.lang.foreign.MemorySegment}
 */
public interface SoftDiceEvaluator<P, T, G> extends DiceEvaluator<P, T> {

  /** Returns which sums losses are made of, as the type of the prediction declares. */
  Form form();

  /**
   * Returns the soft sums of a pair, I, P and T, in the {@link #form} that the type declares: by
   * default I = Σ pᵢtᵢ, P = Σ pᵢ, T = Σ tᵢ, where pᵢ is the probability after the activation. A
   * truth that holds no probabilities is 1 on its foreground and 0 elsewhere; what the prediction
   * holds elsewhere, even NaN, then adds nothing to I.
   *
   * @throws UnsupportedOperationException if the type has several classes: use {@link
   *     #softOverlaps}
   */
  SoftOverlap softOverlap(P prediction, T truth);

  /** Returns the sums of {@link #softOverlap} for each class. */
  SoftOverlap[] softOverlaps(P prediction, T truth);

  /**
   * Returns the overlaps of a pair at many thresholds, counted in one pass: each as {@link
   * #overlap} would be if the type declared that threshold.
   *
   * @param thresholds of probabilities, after the activation, in any order; some may be equal
   * @return as many overlaps, in the same order
   * @throws IllegalArgumentException if a threshold is NaN
   * @throws UnsupportedOperationException if the type has several classes: use {@link #overlaps}
   */
  Overlap[] sweep(P prediction, T truth, float... thresholds);

  /**
   * Returns the overlaps of a data set at many thresholds: at each, those of all pairs added up.
   *
   * @throws IllegalArgumentException if the lists differ in size, or are empty, or if a threshold
   *     is NaN
   * @throws UnsupportedOperationException if the type has several classes
   */
  default Overlap[] sweep(
      List<? extends P> predictions, List<? extends T> truths, float... thresholds) {
    PairLists.check(predictions, truths, "the overlaps of an empty data set");
    Objects.requireNonNull(thresholds, "thresholds");
    Overlap[] sums = new Overlap[thresholds.length];
    Arrays.fill(sums, Overlap.NONE);
    Iterator<? extends T> truth = truths.iterator();
    for (P prediction : predictions) {
      Overlap[] overlaps = sweep(prediction, truth.next(), thresholds);
      for (int k = 0; k < sums.length; k++) {
        sums[k] = sums[k].plus(overlaps[k]);
      }
    }
    return sums;
  }

  /**
   * Returns the threshold with the highest Dice coefficient of a pair, the first of equals. One
   * that is NaN, by {@link #emptyMasks}, is lower than any other.
   *
   * @throws IllegalArgumentException if there is no threshold, or one is NaN
   * @throws UnsupportedOperationException if the type has several classes
   */
  default float bestThreshold(P prediction, T truth, float... thresholds) {
    requireSome(thresholds);
    return best(thresholds, sweep(prediction, truth, thresholds));
  }

  /**
   * Returns the threshold with the highest Dice coefficient of a data set, made of the counts of
   * all pairs together; the first of equals.
   *
   * @throws IllegalArgumentException if the lists differ in size, or are empty, or if there is no
   *     threshold, or one is NaN
   * @throws UnsupportedOperationException if the type has several classes
   */
  default float bestThreshold(
      List<? extends P> predictions, List<? extends T> truths, float... thresholds) {
    requireSome(thresholds);
    return best(thresholds, sweep(predictions, truths, thresholds));
  }

  private static void requireSome(float[] thresholds) {
    Objects.requireNonNull(thresholds, "thresholds");
    if (thresholds.length == 0) {
      throw new IllegalArgumentException("the best of no thresholds");
    }
  }

  private float best(float[] thresholds, Overlap[] overlaps) {
    int best = 0;
    double highest = Double.NaN;
    for (int k = 0; k < thresholds.length; k++) {
      double dice = overlaps[k].dice(emptyMasks());
      if (dice > highest || (Double.isNaN(highest) && !Double.isNaN(dice))) {
        best = k;
        highest = dice;
      }
    }
    return thresholds[best];
  }

  @Override
  default SoftOverlap[] lossSums(P prediction, T truth) {
    return softOverlaps(prediction, truth);
  }

  /**
   * Returns the loss of a pair, by {@link #loss()}, and writes its gradient.
   *
   * @param gradient is given ∂L/∂x for each element x of the prediction's data, before the
   *     activation, in the same place; as long as the data. It may be the data itself. Pixels that
   *     the truth ignores get 0.
   * @throws IllegalMaskException also if the gradient has another length; nothing is written then
   */
  default double lossAndGradient(P prediction, T truth, G gradient) {
    return lossAndGradient(prediction, truth, gradient, loss());
  }

  /** Returns another loss of a pair, and writes its gradient. */
  double lossAndGradient(P prediction, T truth, G gradient, OverlapLoss loss);

  /**
   * Writes the gradient of a loss whose derivatives are known: the second half of {@link
   * #lossAndGradient(Object, Object, Object)}, for losses over batches that are spread over several
   * machines, or of several terms.
   *
   * @param truth one that {@link #softOverlaps} has accepted: whether its labels are in range is
   *     not looked at again
   * @param byIntersection ∂L/∂I of each class
   * @param byPrediction ∂L/∂P of each class
   * @param gradient is given ∂L/∂x for each element x of the prediction's data
   * @throws IllegalArgumentException if there are not as many derivatives as classes
   */
  void gradient(P prediction, T truth, double[] byIntersection, double[] byPrediction, G gradient);

  /** Returns a gradient of the right size, all 0; a segment is freed with the last use of it. */
  G newGradient(P prediction);

  /**
   * Checks that a gradient fits a prediction.
   *
   * @throws IllegalMaskException if it has another length, or cannot be written
   */
  void checkGradient(P prediction, G gradient);

  /**
   * Returns the loss of a batch, by {@link #loss()}, and writes its gradient.
   *
   * @throws IllegalArgumentException if the lists differ in size, or are empty, or if two gradients
   *     share memory; nothing is written then
   */
  default double lossAndGradient(
      List<? extends P> predictions, List<? extends T> truths, List<? extends G> gradients) {
    return lossAndGradient(predictions, truths, gradients, loss());
  }

  /** Returns another loss of a batch, and writes its gradient. */
  default double lossAndGradient(
      List<? extends P> predictions,
      List<? extends T> truths,
      List<? extends G> gradients,
      OverlapLoss loss) {
    SoftOverlap[][] sums = batchSums(predictions, truths);
    checkGradients(predictions, gradients);
    OverlapLoss.Result result = LossDerivatives.ofBatch(loss, sums);
    Iterator<? extends T> truth = truths.iterator();
    Iterator<? extends G> gradient = gradients.iterator();
    int sample = 0;
    for (P prediction : predictions) {
      gradient(
          prediction,
          truth.next(),
          result.byIntersection()[sample],
          result.byPrediction()[sample],
          gradient.next());
      sample++;
    }
    return result.value();
  }

  private void checkGradients(List<? extends P> predictions, List<? extends G> gradients) {
    if (gradients.size() != predictions.size()) {
      throw new IllegalArgumentException(
          gradients.size() + " gradients for " + predictions.size() + " predictions");
    }
    List<G> seen = new ArrayList<>(gradients.size());
    Iterator<? extends G> gradient = gradients.iterator();
    for (P prediction : predictions) {
      G next = gradient.next();
      checkGradient(prediction, next);
      for (int other = 0; other < seen.size(); other++) {
        if (Gradients.overlap(seen.get(other), next)) {
          throw new IllegalArgumentException(
              "gradients " + other + " and " + seen.size() + " share memory");
        }
      }
      seen.add(next);
    }
  }
}
