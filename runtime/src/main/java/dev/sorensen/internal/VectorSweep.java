package dev.sorensen.internal;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.MIN;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * What a sweep asks of numbers, in vectors.
 *
 * <p>Of lanes of numbers the least and the largest are found among their bits, as integers in the
 * same order: lanes of floats are reduced with care for NaN and −0, which takes longer.
 *
 * <p>Never load this class without {@link VectorSupport#ENABLED}.
 */
final class VectorSweep {

  private static final VectorSpecies<Float> FLOATS = Species.FLOATS;
  private static final VectorSpecies<Double> DOUBLES = Species.DOUBLES;

  private VectorSweep() {}

  /** Returns how many words of 64 floats begin a block with nothing below or above two bounds. */
  static int words(float[] values, int from, int words, float least, float most) {
    int end = from + (words << 6);
    for (int i = from; i < end; i += FLOATS.length()) {
      FloatVector v = FloatVector.fromArray(FLOATS, values, i);
      VectorMask<Float> within = v.compare(GE, least).and(v.compare(LE, most));
      if (!within.allTrue()) {
        return (i - from) >>> 6;
      }
    }
    return words;
  }

  /** Returns the least of 64 floats, NaN apart; infinity if there is none. */
  static float least(float[] values, int from) {
    FloatVector least = FloatVector.broadcast(FLOATS, Float.POSITIVE_INFINITY);
    for (int i = 0; i < 64; i += FLOATS.length()) {
      FloatVector v = FloatVector.fromArray(FLOATS, values, from + i);
      least = least.blend(v, v.compare(LT, least));
    }
    IntVector bits = least.reinterpretAsInts();
    int ordered =
        bits.lanewise(XOR, bits.lanewise(ASHR, 31).and(Integer.MAX_VALUE)).reduceLanes(MIN);
    return Float.intBitsToFloat(ordered ^ (ordered >> 31 & Integer.MAX_VALUE));
  }

  /** Returns the largest of 64 floats, NaN apart; negative infinity if there is none. */
  static float most(float[] values, int from) {
    FloatVector most = FloatVector.broadcast(FLOATS, Float.NEGATIVE_INFINITY);
    for (int i = 0; i < 64; i += FLOATS.length()) {
      FloatVector v = FloatVector.fromArray(FLOATS, values, from + i);
      most = most.blend(v, v.compare(GT, most));
    }
    IntVector bits = most.reinterpretAsInts();
    int ordered =
        bits.lanewise(XOR, bits.lanewise(ASHR, 31).and(Integer.MAX_VALUE)).reduceLanes(MAX);
    return Float.intBitsToFloat(ordered ^ (ordered >> 31 & Integer.MAX_VALUE));
  }

  /** Returns which of 64 floats are not NaN, as bits. */
  static long notNan(float[] values, int from) {
    long word = 0;
    for (int i = 0; i < 64; i += FLOATS.length()) {
      FloatVector v = FloatVector.fromArray(FLOATS, values, from + i);
      word |= v.compare(EQ, v).toLong() << i;
    }
    return word;
  }

  /** Returns which of 64 floats are above a threshold, as bits. */
  static long above(float[] values, int from, float threshold) {
    long word = 0;
    for (int i = 0; i < 64; i += FLOATS.length()) {
      FloatVector v = FloatVector.fromArray(FLOATS, values, from + i);
      word |= v.compare(GT, threshold).toLong() << i;
    }
    return word;
  }

  /** Returns how many words of 64 doubles begin a block with nothing below or above two bounds. */
  static int words(double[] values, int from, int words, double least, double most) {
    int end = from + (words << 6);
    for (int i = from; i < end; i += DOUBLES.length()) {
      DoubleVector v = DoubleVector.fromArray(DOUBLES, values, i);
      VectorMask<Double> within = v.compare(GE, least).and(v.compare(LE, most));
      if (!within.allTrue()) {
        return (i - from) >>> 6;
      }
    }
    return words;
  }

  /** Returns the least of 64 doubles, NaN apart; infinity if there is none. */
  static double least(double[] values, int from) {
    DoubleVector least = DoubleVector.broadcast(DOUBLES, Double.POSITIVE_INFINITY);
    for (int i = 0; i < 64; i += DOUBLES.length()) {
      DoubleVector v = DoubleVector.fromArray(DOUBLES, values, from + i);
      least = least.blend(v, v.compare(LT, least));
    }
    // Not in the order of bits, as floats are: AVX2 has no arithmetic shift of longs.
    return least.reduceLanes(MIN);
  }

  /** Returns the largest of 64 doubles, NaN apart; negative infinity if there is none. */
  static double most(double[] values, int from) {
    DoubleVector most = DoubleVector.broadcast(DOUBLES, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < 64; i += DOUBLES.length()) {
      DoubleVector v = DoubleVector.fromArray(DOUBLES, values, from + i);
      most = most.blend(v, v.compare(GT, most));
    }
    return most.reduceLanes(MAX);
  }

  /** Returns which of 64 doubles are not NaN, as bits. */
  static long notNan(double[] values, int from) {
    long word = 0;
    for (int i = 0; i < 64; i += DOUBLES.length()) {
      DoubleVector v = DoubleVector.fromArray(DOUBLES, values, from + i);
      word |= v.compare(EQ, v).toLong() << i;
    }
    return word;
  }

  /** Returns which of 64 doubles are above a threshold, as bits. */
  static long above(double[] values, int from, double threshold) {
    long word = 0;
    for (int i = 0; i < 64; i += DOUBLES.length()) {
      DoubleVector v = DoubleVector.fromArray(DOUBLES, values, from + i);
      word |= v.compare(GT, threshold).toLong() << i;
    }
    return word;
  }
}
