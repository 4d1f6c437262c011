package dev.sorensen;

/**
 * The loss of a class by itself.
 *
 * @param fraction its overlap
 * @param curve what becomes of that
 */
record LossByClass(OverlapFraction fraction, LossCurve curve) implements SampleLoss {

  @Override
  public SampleLosses of(SoftOverlap[] sums, double[] weights) {
    int classes = sums.length;
    double[] values = new double[classes];
    double[] byIntersection = new double[classes];
    double[] byPrediction = new double[classes];
    for (int c = 0; c < classes; c++) {
      values[c] = weights[c] * value(sums[c]);
      byIntersection[c] = weights[c] * byIntersection(sums[c]);
      byPrediction[c] = weights[c] * byPrediction(sums[c]);
    }
    return new SampleLosses(values, byIntersection, byPrediction);
  }

  double value(SoftOverlap sums) {
    return curve.value(fraction.numerator(sums), fraction.denominator(sums));
  }

  double byIntersection(SoftOverlap sums) {
    double n = fraction.numerator(sums);
    double d = fraction.denominator(sums);
    return fraction.byIntersection(curve.byNumerator(n, d), curve.byDenominator(n, d));
  }

  double byPrediction(SoftOverlap sums) {
    return fraction.byPrediction(
        curve.byDenominator(fraction.numerator(sums), fraction.denominator(sums)));
  }
}
