package dev.sorensen;

/**
 * How much a class weighs in the {@linkplain StandardLoss#generalizedDice generalized Dice} loss,
 * by the size T of its truth. Where T is 0 the class weighs as much as the heaviest class that has
 * a truth.
 */
public enum ClassWeighting {
  /** 1 / T²: small classes count as much as large ones, as Sudre et al. (2017) have it. */
  SQUARE,

  /** 1 / T. */
  SIMPLE,

  /** 1: each class counts by its size. */
  UNIFORM
}
