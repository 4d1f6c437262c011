package dev.sorensen;

/** How much each class counts in generalized Dice, by T, its size in the truth. */
public enum ClassWeighting {
  /** 1 / T². */
  SQUARE,

  /** 1 / T. */
  SIMPLE,

  /** 1. */
  UNIFORM
}
