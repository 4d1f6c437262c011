package dev.sorensen.internal;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.FMA;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.OR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Activations} of floats by vectors. Methods return how many pixels they have done: as many
 * as whole vectors hold.
 *
 * <p>e^x, for x ≤ 0, is 2^n · e^r with r = x − n · ln 2, |r| ≤ ln 2 / 2. It is written out where it
 * is needed, for a method that takes or returns a vector may put it on the heap. Its error is below
 * 1 unit in the last place, subnormal results among them.
 *
 * <p>Never load this class without {@link VectorSupport#ENABLED}.
 */
final class FloatVectorActivations {

  private static final VectorSpecies<Float> SPECIES = Species.FLOATS;

  /** Below −103.98, e^x is nearer to 0 than to any other float; so it is made 0 here. */
  private static final float LEAST = -105;

  private static final float LOG2_E = 1.442695f;

  // Two floats that sum to ln 2. The product with the first needs no fewer digits than a float has:
  // FMA keeps those that do not cancel.
  private static final float LN_2 = 0.6931472f;
  private static final float LN_2_REST = -1.9046542e-9f;

  /** What is added to e^x's exponent, and taken away when it is rounded, maybe to a subnormal. */
  private static final int LIFT = 64;

  private static final float LOWER = 0x1p-64f;

  /**
   * Added to a small number, rounds it to an integer n, and leaves the exponent of 2^(n + LIFT) in
   * the lowest bits.
   */
  private static final float ROUND = 0x1.8p23f + Float.MAX_EXPONENT + LIFT;

  // e^r = 1 + r + C2 r² + … + C6 r⁶: the polynomial of least relative error, 3.1e-9, for |r| up to
  // ln 2 / 2 and a thousandth more; by the Remez exchange in 60 digits, then rounded.
  private static final float C2 = 0.49999994f;
  private static final float C3 = 0.1666652f;
  private static final float C4 = 0.041668393f;
  private static final float C5 = 0.008368779f;
  private static final float C6 = 0.0013814471f;

  private FloatVectorActivations() {}

  /**
   * With z = e^(−|logit|), writes z / (1 + z) for logits below 0; for others 1 / (1 + z), or, of
   * tails, −z / (1 + z).
   */
  static int sigmoid(float[] logits, int from, int length, float[] into, int at, boolean tails) {
    int whole = SPECIES.loopBound(length);
    for (int i = 0; i < whole; i += SPECIES.length()) {
      FloatVector logit = FloatVector.fromArray(SPECIES, logits, from + i);
      FloatVector x =
          logit.reinterpretAsInts().lanewise(OR, Integer.MIN_VALUE).reinterpretAsFloats();
      x = x.blend(LEAST, x.compare(LT, LEAST));
      FloatVector rounded = x.lanewise(FMA, LOG2_E, ROUND);
      FloatVector n = rounded.sub(ROUND);
      FloatVector r = n.lanewise(FMA, FloatVector.broadcast(SPECIES, -LN_2), x);
      r = n.lanewise(FMA, FloatVector.broadcast(SPECIES, -LN_2_REST), r);
      FloatVector power = r.lanewise(FMA, C6, C5);
      power = power.lanewise(FMA, r, FloatVector.broadcast(SPECIES, C4));
      power = power.lanewise(FMA, r, FloatVector.broadcast(SPECIES, C3));
      power = power.lanewise(FMA, r, FloatVector.broadcast(SPECIES, C2));
      power = power.lanewise(FMA, r, FloatVector.broadcast(SPECIES, 1f));
      power = power.lanewise(FMA, r, FloatVector.broadcast(SPECIES, 1f));
      FloatVector scale =
          rounded.reinterpretAsInts().lanewise(LSHL, Float.PRECISION - 1).reinterpretAsFloats();
      FloatVector z = power.mul(scale).mul(LOWER);
      VectorMask<Float> above = logit.compare(GE, 0f);
      FloatVector numerator = tails ? z.blend(z.neg(), above) : z.blend(1f, above);
      numerator.div(z.add(1f)).intoArray(into, at + i);
    }
    return whole;
  }

  static int softmax(float[] logits, int from, int stride, int classes, int length, float[] into) {
    int whole = SPECIES.loopBound(length);
    // The last class is the last to be written: until then its place is free.
    int largest = (classes - 1) * length;
    largest(logits, from, stride, classes, whole, into, largest);
    for (int c = 0; c < classes; c++) {
      exponentials(logits, from + c * stride, whole, into, largest, c * length);
    }
    normalize(into, classes, length, whole);
    return whole;
  }

  private static void largest(
      float[] logits, int from, int stride, int classes, int whole, float[] into, int at) {
    for (int i = 0; i < whole; i += SPECIES.length()) {
      FloatVector largest = FloatVector.fromArray(SPECIES, logits, from + i);
      for (int c = 1; c < classes; c++) {
        FloatVector logit = FloatVector.fromArray(SPECIES, logits, from + c * stride + i);
        // NaN is never larger; a sum with its exponential is NaN all the same.
        largest = largest.blend(logit, logit.compare(GT, largest));
      }
      largest.intoArray(into, at + i);
    }
  }

  /**
   * Writes e^(logit − largest), for whole vectors.
   *
   * @param largest where {@code into} has the largest logits
   */
  static void exponentials(float[] logits, int from, int whole, float[] into, int largest, int at) {
    for (int i = 0; i < whole; i += SPECIES.length()) {
      FloatVector x =
          FloatVector.fromArray(SPECIES, logits, from + i)
              .sub(FloatVector.fromArray(SPECIES, into, largest + i));
      x = x.blend(LEAST, x.compare(LT, LEAST));
      FloatVector rounded = x.lanewise(FMA, LOG2_E, ROUND);
      FloatVector n = rounded.sub(ROUND);
      FloatVector r = n.lanewise(FMA, FloatVector.broadcast(SPECIES, -LN_2), x);
      r = n.lanewise(FMA, FloatVector.broadcast(SPECIES, -LN_2_REST), r);
      FloatVector power = r.lanewise(FMA, C6, C5);
      power = power.lanewise(FMA, r, FloatVector.broadcast(SPECIES, C4));
      power = power.lanewise(FMA, r, FloatVector.broadcast(SPECIES, C3));
      power = power.lanewise(FMA, r, FloatVector.broadcast(SPECIES, C2));
      power = power.lanewise(FMA, r, FloatVector.broadcast(SPECIES, 1f));
      power = power.lanewise(FMA, r, FloatVector.broadcast(SPECIES, 1f));
      FloatVector scale =
          rounded.reinterpretAsInts().lanewise(LSHL, Float.PRECISION - 1).reinterpretAsFloats();
      power.mul(scale).mul(LOWER).intoArray(into, at + i);
    }
  }

  private static void normalize(float[] exponentials, int classes, int length, int whole) {
    for (int i = 0; i < whole; i += SPECIES.length()) {
      // One is 1. With 1 more in the sum none is above it, and what an addition loses can be told.
      FloatVector sum = FloatVector.broadcast(SPECIES, 1f);
      FloatVector lost = FloatVector.zero(SPECIES);
      for (int c = 0; c < classes; c++) {
        FloatVector exponential = FloatVector.fromArray(SPECIES, exponentials, c * length + i);
        FloatVector more = sum.add(exponential);
        lost = lost.add(exponential.sub(more.sub(sum)));
        sum = more;
      }
      sum = sum.sub(1f).add(lost);
      // At least 1, so that its inverse is at most 1: one division serves all classes.
      FloatVector inverse = FloatVector.broadcast(SPECIES, 1f).div(sum);
      for (int c = 0; c < classes; c++) {
        FloatVector.fromArray(SPECIES, exponentials, c * length + i)
            .mul(inverse)
            .intoArray(exponentials, c * length + i);
      }
    }
  }

  static int softmaxGradient(float[] probabilities, float[] gradient, int classes, int length) {
    int whole = SPECIES.loopBound(length);
    for (int i = 0; i < whole; i += SPECIES.length()) {
      FloatVector largest = FloatVector.fromArray(SPECIES, probabilities, i);
      FloatVector origin = FloatVector.fromArray(SPECIES, gradient, i);
      for (int c = 1; c < classes; c++) {
        FloatVector probability = FloatVector.fromArray(SPECIES, probabilities, c * length + i);
        VectorMask<Float> larger = probability.compare(GT, largest);
        largest = largest.blend(probability, larger);
        origin = origin.blend(FloatVector.fromArray(SPECIES, gradient, c * length + i), larger);
      }
      VectorMask<Float> none = origin.compare(EQ, 0f);
      FloatVector mean = FloatVector.zero(SPECIES);
      for (int c = 0; c < classes; c++) {
        FloatVector slope = FloatVector.fromArray(SPECIES, gradient, c * length + i);
        FloatVector probability = FloatVector.fromArray(SPECIES, probabilities, c * length + i);
        // A pixel without slopes keeps none, even if its probabilities are NaN.
        probability = probability.blend(0f, slope.compare(EQ, 0f).and(none));
        mean = slope.sub(origin).lanewise(FMA, probability, mean);
      }
      for (int c = 0; c < classes; c++) {
        FloatVector slope =
            FloatVector.fromArray(SPECIES, gradient, c * length + i).sub(origin).sub(mean);
        slope
            .mul(FloatVector.fromArray(SPECIES, probabilities, c * length + i))
            .blend(0f, slope.compare(EQ, 0f))
            .intoArray(gradient, c * length + i);
      }
    }
    return whole;
  }
}
