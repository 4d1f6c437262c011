package dev.sorensen;

/**
 * The Dice coefficient of two masks without a foreground pixel, where the formula is 0 / 0 and the
 * field has no one answer.
 */
public enum EmptyMasks {
  /** 1: the prediction is right that there is nothing. */
  ONE(1.0),

  /** 0: nothing was found. */
  ZERO(0.0),

  /** NaN: the pair says nothing, and a mean that skips NaN leaves it out. */
  NAN(Double.NaN);

  private final double dice;

  EmptyMasks(double dice) {
    this.dice = dice;
  }

  /** Returns the Dice coefficient that stands for 0 / 0. */
  public double dice() {
    return dice;
  }
}
