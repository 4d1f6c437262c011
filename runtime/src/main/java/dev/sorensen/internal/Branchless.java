package dev.sorensen.internal;

/** Comparisons without a branch, which on noisy data would be mispredicted every other pixel. */
public final class Branchless {

  /** The bits of the negative float that is nearest to 0. */
  private static final int FIRST_NEGATIVE = 0x80000001;

  /** How many floats are negative, down to and with negative infinity. */
  private static final long NEGATIVES = 0x7F800000L;

  private static final long FIRST_NEGATIVE_DOUBLE = 0x8000000000000001L;
  private static final long NEGATIVE_DOUBLES = 0x7FF0000000000000L;

  private Branchless() {}

  /** Returns 1 if a value is above a threshold, 0 if it is not or is NaN. */
  public static int above(float value, float threshold) {
    // Above means that the difference is a negative number; −0 and NaN are none.
    int order = Float.floatToRawIntBits(threshold - value) - FIRST_NEGATIVE;
    return (int) ((Integer.toUnsignedLong(order) - NEGATIVES) >>> 63);
  }

  /** Returns 1 if a value is above a threshold, 0 if it is not or is NaN. */
  public static int above(double value, double threshold) {
    long order = Double.doubleToRawLongBits(threshold - value) - FIRST_NEGATIVE_DOUBLE;
    // Unsigned, order < NEGATIVE_DOUBLES, of which the top bit is 0.
    return (int) ((~order & (order - NEGATIVE_DOUBLES)) >>> 63);
  }
}
