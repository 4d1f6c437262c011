package dev.sorensen;

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

  /**
   * Returns the soft sums of a pair: I = Σ pᵢtᵢ, P = Σ pᵢ, T = Σ tᵢ, where pᵢ is the probability
   * after the activation. A truth that holds no probabilities is 1 on its foreground and 0
   * elsewhere; what the prediction holds elsewhere, even NaN, then adds nothing to I.
   *
   * @throws UnsupportedOperationException if the type has several classes: use {@link
   *     #softOverlaps}
   */
  SoftOverlap softOverlap(P prediction, T truth);

  /** Returns the sums of {@link #softOverlap} for each class. */
  SoftOverlap[] softOverlaps(P prediction, T truth);

  @Override
  default SoftOverlap[] lossSums(P prediction, T truth) {
    return softOverlaps(prediction, truth);
  }
}
