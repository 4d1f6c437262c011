package dev.sorensen.examples.evaluate.input;

/**
 * How the numbers in a file become the values of its voxels: number × slope + intercept.
 *
 * @param slope the factor; finite and not 0
 * @param intercept added to the product; finite
 */
record Scaling(double slope, double intercept) {

  /** Leaves the numbers as they are. */
  static final Scaling NONE = new Scaling(1, 0);

  /**
   * Returns what the fields {@code scl_slope} and {@code scl_inter} of a NIfTI header mean. As in
   * nibabel, a slope that is 0 or not finite says that there is no scaling, whatever the intercept.
   */
  static Scaling ofHeader(double slope, double intercept) throws InputException {
    if (slope == 0 || !Double.isFinite(slope)) {
      return NONE;
    }
    if (!Double.isFinite(intercept)) {
      throw new InputException(
          "its scl_inter is " + intercept + ", expected a finite number beside scl_slope " + slope);
    }
    // Adding 0 makes 0 of −0, which would not be equal to it.
    return new Scaling(slope, intercept + 0.0);
  }

  /** Returns whether this leaves the numbers as they are. */
  boolean isNone() {
    return equals(NONE);
  }

  double apply(double number) {
    return number * slope + intercept;
  }
}
