package dev.sorensen.internal;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.FMA;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.OR;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Activations} of doubles by vectors. Methods return how many pixels they have done: as many
 * as whole vectors hold.
 *
 * <p>e^x, for x ≤ 0, is 2^n · e^r with r = x − n · ln 2, |r| ≤ ln 2 / 2. It is written out where it
 * is needed, for a method that takes or returns a vector may put it on the heap. Its error is below
 * 1 unit in the last place, subnormal results among them.
 *
 * <p>Never load this class without {@link VectorSupport#ENABLED}.
 */
final class DoubleVectorActivations {

  private static final VectorSpecies<Double> SPECIES = Species.DOUBLES;

  /** Below −745.14, e^x is nearer to 0 than to any other double; so it is made 0 here. */
  private static final double LEAST = -746;

  private static final double LOG2_E = 1.4426950408889634;

  // Two doubles that sum to ln 2.
  private static final double LN_2 = 0.6931471805599453;
  private static final double LN_2_REST = 2.3190468138462996e-17;

  /** What is added to e^x's exponent, and taken away when it is rounded, maybe to a subnormal. */
  private static final int LIFT = 512;

  private static final double LOWER = 0x1p-512;

  /**
   * Added to a small number, rounds it to an integer n, and leaves the exponent of 2^(n + LIFT) in
   * the lowest bits.
   */
  private static final double ROUND = 0x1.8p52 + Double.MAX_EXPONENT + LIFT;

  // e^r = 1 + r + C2 r² + … + C11 r¹¹: the polynomial of least relative error, 3.7e-18, for |r| up
  // to ln 2 / 2 and a thousandth more; by the Remez exchange in 60 digits, then rounded.
  private static final double C2 = 0.5000000000000011;
  private static final double C3 = 0.1666666666666641;
  private static final double C4 = 0.04166666666652921;
  private static final double C5 = 0.008333333333495594;
  private static final double C6 = 0.0013888888943915005;
  private static final double C7 = 0.00019841269504812682;
  private static final double C8 = 2.4801492771559833e-5;
  private static final double C9 = 2.755758731695224e-6;
  private static final double C10 = 2.7630375225651663e-7;
  private static final double C11 = 2.4999967851288303e-8;

  private DoubleVectorActivations() {}

  /**
   * With z = e^(−|logit|), writes z / (1 + z) for logits below 0; for others 1 / (1 + z), or, of
   * tails, −z / (1 + z).
   */
  static int sigmoid(double[] logits, int from, int length, double[] into, int at, boolean tails) {
    int whole = SPECIES.loopBound(length);
    for (int i = 0; i < whole; i += SPECIES.length()) {
      DoubleVector logit = DoubleVector.fromArray(SPECIES, logits, from + i);
      DoubleVector x =
          logit.reinterpretAsLongs().lanewise(OR, Long.MIN_VALUE).reinterpretAsDoubles();
      x = x.blend(LEAST, x.compare(LT, LEAST));
      DoubleVector rounded = x.lanewise(FMA, LOG2_E, ROUND);
      DoubleVector n = rounded.sub(ROUND);
      DoubleVector r = n.lanewise(FMA, DoubleVector.broadcast(SPECIES, -LN_2), x);
      r = n.lanewise(FMA, DoubleVector.broadcast(SPECIES, -LN_2_REST), r);
      DoubleVector power = r.lanewise(FMA, C11, C10);
      power = power.lanewise(FMA, r, DoubleVector.broadcast(SPECIES, C9));
      power = power.lanewise(FMA, r, DoubleVector.broadcast(SPECIES, C8));
      power = power.lanewise(FMA, r, DoubleVector.broadcast(SPECIES, C7));
      power = power.lanewise(FMA, r, DoubleVector.broadcast(SPECIES, C6));
      power = power.lanewise(FMA, r, DoubleVector.broadcast(SPECIES, C5));
      power = power.lanewise(FMA, r, DoubleVector.broadcast(SPECIES, C4));
      power = power.lanewise(FMA, r, DoubleVector.broadcast(SPECIES, C3));
      power = power.lanewise(FMA, r, DoubleVector.broadcast(SPECIES, C2));
      power = power.lanewise(FMA, r, DoubleVector.broadcast(SPECIES, 1.0));
      power = power.lanewise(FMA, r, DoubleVector.broadcast(SPECIES, 1.0));
      DoubleVector scale =
          rounded.reinterpretAsLongs().lanewise(LSHL, Double.PRECISION - 1).reinterpretAsDoubles();
      DoubleVector z = power.mul(scale).mul(LOWER);
      VectorMask<Double> above = logit.compare(GE, 0.0);
      DoubleVector numerator = tails ? z.blend(z.neg(), above) : z.blend(1.0, above);
      numerator.div(z.add(1.0)).intoArray(into, at + i);
    }
    return whole;
  }

  /** Writes a softmax, maybe over its logits. */
  static int softmax(
      double[] logits, int from, int stride, int classes, int length, double[] into) {
    int whole = SPECIES.loopBound(length);
    differences(logits, from, stride, classes, length, whole, into);
    for (int c = 0; c < classes; c++) {
      exponentials(into, c * length, whole);
    }
    normalize(into, classes, length, whole);
    return whole;
  }

  /** Writes how far each logit is from the largest of its pixel. */
  private static void differences(
      double[] logits, int from, int stride, int classes, int length, int whole, double[] into) {
    for (int i = 0; i < whole; i += SPECIES.length()) {
      DoubleVector largest = DoubleVector.fromArray(SPECIES, logits, from + i);
      for (int c = 1; c < classes; c++) {
        DoubleVector logit = DoubleVector.fromArray(SPECIES, logits, from + c * stride + i);
        // NaN is never larger; a sum with its exponential is NaN all the same.
        largest = largest.blend(logit, logit.compare(GT, largest));
      }
      for (int c = 0; c < classes; c++) {
        DoubleVector.fromArray(SPECIES, logits, from + c * stride + i)
            .sub(largest)
            .intoArray(into, c * length + i);
      }
    }
  }

  /** Writes e^x over each x, for whole vectors. */
  static void exponentials(double[] block, int at, int whole) {
    for (int i = at; i < at + whole; i += SPECIES.length()) {
      DoubleVector x = DoubleVector.fromArray(SPECIES, block, i);
      x = x.blend(LEAST, x.compare(LT, LEAST));
      DoubleVector rounded = x.lanewise(FMA, LOG2_E, ROUND);
      DoubleVector n = rounded.sub(ROUND);
      DoubleVector r = n.lanewise(FMA, DoubleVector.broadcast(SPECIES, -LN_2), x);
      r = n.lanewise(FMA, DoubleVector.broadcast(SPECIES, -LN_2_REST), r);
      DoubleVector power = r.lanewise(FMA, C11, C10);
      power = power.lanewise(FMA, r, DoubleVector.broadcast(SPECIES, C9));
      power = power.lanewise(FMA, r, DoubleVector.broadcast(SPECIES, C8));
      power = power.lanewise(FMA, r, DoubleVector.broadcast(SPECIES, C7));
      power = power.lanewise(FMA, r, DoubleVector.broadcast(SPECIES, C6));
      power = power.lanewise(FMA, r, DoubleVector.broadcast(SPECIES, C5));
      power = power.lanewise(FMA, r, DoubleVector.broadcast(SPECIES, C4));
      power = power.lanewise(FMA, r, DoubleVector.broadcast(SPECIES, C3));
      power = power.lanewise(FMA, r, DoubleVector.broadcast(SPECIES, C2));
      power = power.lanewise(FMA, r, DoubleVector.broadcast(SPECIES, 1.0));
      power = power.lanewise(FMA, r, DoubleVector.broadcast(SPECIES, 1.0));
      DoubleVector scale =
          rounded.reinterpretAsLongs().lanewise(LSHL, Double.PRECISION - 1).reinterpretAsDoubles();
      power.mul(scale).mul(LOWER).intoArray(block, i);
    }
  }

  private static void normalize(double[] exponentials, int classes, int length, int whole) {
    for (int i = 0; i < whole; i += SPECIES.length()) {
      DoubleVector sum = DoubleVector.fromArray(SPECIES, exponentials, i);
      for (int c = 1; c < classes; c++) {
        sum = sum.add(DoubleVector.fromArray(SPECIES, exponentials, c * length + i));
      }
      // At least 1, so that its inverse is at most 1: one division serves all classes.
      DoubleVector inverse = DoubleVector.broadcast(SPECIES, 1.0).div(sum);
      for (int c = 0; c < classes; c++) {
        DoubleVector.fromArray(SPECIES, exponentials, c * length + i)
            .mul(inverse)
            .intoArray(exponentials, c * length + i);
      }
    }
  }

  static int softmaxGradient(double[] probabilities, double[] gradient, int classes, int length) {
    int whole = SPECIES.loopBound(length);
    for (int i = 0; i < whole; i += SPECIES.length()) {
      DoubleVector largest = DoubleVector.fromArray(SPECIES, probabilities, i);
      DoubleVector origin = DoubleVector.fromArray(SPECIES, gradient, i);
      for (int c = 1; c < classes; c++) {
        DoubleVector probability = DoubleVector.fromArray(SPECIES, probabilities, c * length + i);
        VectorMask<Double> larger = probability.compare(GT, largest);
        largest = largest.blend(probability, larger);
        origin = origin.blend(DoubleVector.fromArray(SPECIES, gradient, c * length + i), larger);
      }
      VectorMask<Double> none = origin.compare(EQ, 0.0);
      DoubleVector mean = DoubleVector.zero(SPECIES);
      for (int c = 0; c < classes; c++) {
        DoubleVector slope = DoubleVector.fromArray(SPECIES, gradient, c * length + i);
        DoubleVector probability = DoubleVector.fromArray(SPECIES, probabilities, c * length + i);
        // A pixel without slopes keeps none, even if its probabilities are NaN.
        probability = probability.blend(0.0, slope.compare(EQ, 0.0).and(none));
        mean = slope.sub(origin).lanewise(FMA, probability, mean);
      }
      for (int c = 0; c < classes; c++) {
        DoubleVector slope =
            DoubleVector.fromArray(SPECIES, gradient, c * length + i).sub(origin).sub(mean);
        slope
            .mul(DoubleVector.fromArray(SPECIES, probabilities, c * length + i))
            .blend(0.0, slope.compare(EQ, 0.0))
            .intoArray(gradient, c * length + i);
      }
    }
    return whole;
  }
}
