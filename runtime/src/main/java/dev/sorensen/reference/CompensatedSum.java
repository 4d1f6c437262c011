package dev.sorensen.reference;

/** A sum that also keeps what rounding took away (Neumaier's variant of Kahan's method). */
final class CompensatedSum {

  private double sum;
  private double lost;

  void add(double value) {
    double next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }

  double value() {
    // Once the sum is infinite or NaN, what was lost is NaN and says nothing.
    return Double.isFinite(sum) ? sum + lost : sum;
  }
}
