package dev.sorensen;

/**
 * Which formula a {@link StandardLoss} has, over the sums I, P and T of a sample and class. nr and
 * dr are its smoothing terms.
 */
public enum LossKind {
  /** 1 − (2I + nr) / (P + T + dr), see {@link StandardLoss#dice}. */
  DICE,

  /** 1 − (2I + nr) / (2(P + T − I) + dr), see {@link StandardLoss#jaccard}. */
  JACCARD,

  /** 1 − (I + nr) / (I + α(P − I) + β(T − I) + dr), see {@link StandardLoss#tversky}. */
  TVERSKY,

  /** The Tversky loss to the power of γ, see {@link StandardLoss#focalTversky}. */
  FOCAL_TVERSKY,

  /** The Dice loss of sums over classes, weighted by size: {@link StandardLoss#generalizedDice}. */
  GENERALIZED_DICE,

  /** −log((2I + nr) / (P + T + dr)), see {@link StandardLoss#logDice}. */
  LOG_DICE,

  /** The log of the hyperbolic cosine of the Dice loss, see {@link StandardLoss#logCoshDice}. */
  LOG_COSH_DICE
}
