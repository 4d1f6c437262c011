package dev.sorensen.processor.kernel;

/**
 * From a threshold of probabilities to one of logits, so that no kernel computes an exponential.
 */
final class SigmoidThreshold {

  private SigmoidThreshold() {}

  /**
   * Returns the largest logit whose sigmoid is not above a threshold: those above it are
   * foreground, exactly as if the sigmoid, which never falls, had been computed in doubles.
   */
  static double logit(double threshold) {
    long low = ordered(Double.NEGATIVE_INFINITY);
    long high = ordered(Double.POSITIVE_INFINITY);
    while (low < high) {
      // Rounded up; the difference passes what a long holds.
      long middle = (low >> 1) + (high >> 1) + ((low | high) & 1);
      if (sigmoid(fromOrdered(middle)) > threshold) {
        high = middle - 1;
      } else {
        low = middle;
      }
    }
    return fromOrdered(low);
  }

  private static double sigmoid(double logit) {
    return 1 / (1 + StrictMath.exp(-logit));
  }

  /** Doubles as longs in the same order, without a gap between their neighbours. */
  private static long ordered(double value) {
    long bits = Double.doubleToLongBits(value);
    return bits >= 0 ? bits : Long.MIN_VALUE - bits;
  }

  private static double fromOrdered(long ordered) {
    return Double.longBitsToDouble(ordered >= 0 ? ordered : Long.MIN_VALUE - ordered);
  }
}
