package dev.sorensen;

/**
 * A smoothed overlap of two masks, n / d, which is 1 where they agree and nr = dr. n and d are
 * linear in the sums, so that their derivatives are constants.
 */
sealed interface OverlapFraction {

  double numerator(SoftOverlap sums);

  double denominator(SoftOverlap sums);

  /** Returns the derivative by I of a function of n and d, from those by n and by d. */
  double byIntersection(double byNumerator, double byDenominator);

  /** Returns the derivative by P of a function of n and d, from that by d: n has no P in it. */
  double byPrediction(double byDenominator);

  /** (2I + nr) / (P + T + dr). */
  record Dice(double nr, double dr) implements OverlapFraction {
    @Override
    public double numerator(SoftOverlap sums) {
      return 2 * sums.intersection() + nr;
    }

    @Override
    public double denominator(SoftOverlap sums) {
      return sums.prediction() + sums.truth() + dr;
    }

    @Override
    public double byIntersection(double byNumerator, double byDenominator) {
      return 2 * byNumerator;
    }

    @Override
    public double byPrediction(double byDenominator) {
      return byDenominator;
    }
  }

  /** (2I + nr) / (2(P + T − I) + dr). */
  record Jaccard(double nr, double dr) implements OverlapFraction {
    @Override
    public double numerator(SoftOverlap sums) {
      return 2 * sums.intersection() + nr;
    }

    @Override
    public double denominator(SoftOverlap sums) {
      return 2 * (sums.prediction() + sums.truth() - sums.intersection()) + dr;
    }

    @Override
    public double byIntersection(double byNumerator, double byDenominator) {
      return 2 * (byNumerator - byDenominator);
    }

    @Override
    public double byPrediction(double byDenominator) {
      return 2 * byDenominator;
    }
  }

  /**
   * (I + nr) / (I + α(P − I) + β(T − I) + dr). With the differences first it is exactly 1 where
   * masks agree, whatever α and β are: there the slope of a power is steep.
   */
  record Tversky(double alpha, double beta, double nr, double dr) implements OverlapFraction {
    @Override
    public double numerator(SoftOverlap sums) {
      return sums.intersection() + nr;
    }

    @Override
    public double denominator(SoftOverlap sums) {
      return sums.intersection()
          + alpha * (sums.prediction() - sums.intersection())
          + beta * (sums.truth() - sums.intersection())
          + dr;
    }

    @Override
    public double byIntersection(double byNumerator, double byDenominator) {
      return byNumerator + (1 - alpha - beta) * byDenominator;
    }

    @Override
    public double byPrediction(double byDenominator) {
      return alpha * byDenominator;
    }
  }
}
