package dev.sorensen.internal;

import dev.sorensen.EmptyMasks;

/** The Dice coefficient of two sums, for results and for kernels that need nothing else. */
public final class DiceFormula {

  private DiceFormula() {}

  /**
   * Returns 2|A∩B| / (|A| + |B|).
   *
   * @param intersection |A∩B|
   * @param sizes |A| + |B|
   * @param emptyMasks the answer for 0 / 0
   */
  public static double dice(double intersection, double sizes, EmptyMasks emptyMasks) {
    return sizes == 0 ? emptyMasks.dice() : 2 * intersection / sizes;
  }
}
