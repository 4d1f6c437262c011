package dev.sorensen;

/**
 * Which three sums a loss is made of, over the values pᵢ of the prediction and tᵢ of the truth. I
 * is the intersection, P and T are the sizes. On values that are all 0 or 1 the forms agree.
 */
public enum Form {
  /** I = Σ pᵢtᵢ, P = Σ pᵢ, T = Σ tᵢ: the soft Dice of most libraries. */
  PRODUCT,

  /** I = Σ pᵢtᵢ, P = Σ pᵢ², T = Σ tᵢ²: the squared denominator of V-Net (Milletari et al. 2016). */
  SQUARED,

  /**
   * I = Σ (|pᵢ| + |tᵢ| − |pᵢ − tᵢ|) / 2, P = Σ |pᵢ|, T = Σ |tᵢ|: for truths that are probabilities
   * themselves. The loss is least where p = t (Wang et al. 2023), which the product's is not.
   */
  SOFT_LABEL
}
