package dev.sorensen;

/**
 * A {@link DiceEvaluator} whose predictions are probabilities.
 *
 * @param <P> the type of the prediction
 * @param <T> the type of the truth
 * @param <G> the type of a gradient with respect to the prediction, {@code float[]} or {@code
 *     double[]}
 */
public interface SoftDiceEvaluator<P, T, G> extends DiceEvaluator<P, T> {

  /** Returns the soft sums of a pair: I = Σ pᵢtᵢ, P = Σ pᵢ, T = Σ tᵢ. */
  SoftOverlap softOverlap(P prediction, T truth);

  /** Returns the soft sums of a pair, for each class. */
  SoftOverlap[] softOverlaps(P prediction, T truth);

  @Override
  default SoftOverlap[] lossSums(P prediction, T truth) {
    return softOverlaps(prediction, truth);
  }
}
