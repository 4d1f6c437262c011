package dev.sorensen.internal;

/** Thresholds of probabilities, turned into those of the numbers that masks hold. */
public final class Thresholds {

  private Thresholds() {}

  /**
   * Returns the largest float that is not above a threshold: a float is above the one exactly when
   * it is above the other, so lanes of floats decide as doubles would.
   */
  public static float inFloats(double threshold) {
    float nearest = (float) threshold;
    return nearest > threshold ? Math.nextDown(nearest) : nearest;
  }

  /**
   * Returns the largest logit whose sigmoid is not above a threshold: those above it are
   * foreground, exactly as if the sigmoid, which never falls, had been computed in doubles. So no
   * kernel computes an exponential.
   */
  public static double logit(double threshold) {
    double near = StrictMath.log(threshold / (1 - threshold));
    // More than what rounding, of the sigmoid and of this estimate, can move the answer by.
    double margin = 0x1p-49 / (1 - threshold) + 0x1p-49 * Math.abs(near);
    // NaN, outside 0 to 1, fails both.
    boolean isBelow = sigmoid(near - margin) <= threshold;
    boolean isAbove = sigmoid(near + margin) > threshold;
    long low = ordered(isBelow ? near - margin : Double.NEGATIVE_INFINITY);
    long high = ordered(isAbove ? near + margin : Double.POSITIVE_INFINITY);
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
