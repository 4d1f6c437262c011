package dev.sorensen;

/**
 * How a loss follows from a fraction n / d that is 1 where two masks agree. NaN stays NaN.
 *
 * <p>It is a function of two variables, for the derivatives of the logarithm where n is 0.
 */
sealed interface LossCurve {

  double value(double n, double d);

  double byNumerator(double n, double d);

  double byDenominator(double n, double d);

  /** −log(n / d). */
  record Log() implements LossCurve {
    @Override
    public double value(double n, double d) {
      return Math.log(d / n);
    }

    @Override
    public double byNumerator(double n, double d) {
      return -1 / n;
    }

    @Override
    public double byDenominator(double n, double d) {
      return 1 / d;
    }
  }

  /** A function of what is missing, x = 1 − n / d. */
  sealed interface OfMissing extends LossCurve {

    double value(double x);

    double slope(double x);

    @Override
    default double value(double n, double d) {
      return value(1 - n / d);
    }

    @Override
    default double byNumerator(double n, double d) {
      return -slope(1 - n / d) / d;
    }

    @Override
    default double byDenominator(double n, double d) {
      return slope(1 - n / d) * (n / d) / d;
    }
  }

  /** x itself. */
  record Linear() implements OfMissing {
    @Override
    public double value(double x) {
      return x;
    }

    @Override
    public double slope(double x) {
      return 1;
    }
  }

  /**
   * x to a power, and 0 without a slope where x is 0 or less: there powers below 1 would have an
   * infinite slope, or no value.
   *
   * @param exponent above 0
   */
  record Power(double exponent) implements OfMissing {
    @Override
    public double value(double x) {
      return Math.pow(Math.max(x, 0), exponent);
    }

    @Override
    public double slope(double x) {
      return x <= 0 ? 0 : exponent * Math.pow(x, exponent - 1);
    }
  }

  /** log(cosh(x)). */
  record LogCosh() implements OfMissing {

    /** From here on cosh(x) is exp(|x|) / 2 to the last bit, and soon overflows. */
    private static final double LARGE = 20;

    @Override
    public double value(double x) {
      double half = Math.sinh(x / 2);
      // cosh(x) = 1 + 2 sinh²(x / 2), which keeps the digits of a small x.
      return Math.abs(x) < LARGE ? Math.log1p(2 * half * half) : Math.abs(x) - Math.log(2);
    }

    @Override
    public double slope(double x) {
      return Math.tanh(x);
    }
  }
}
