package dev.sorensen.examples.benchmarks;

import static jdk.incubator.vector.VectorOperators.OR;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Loops that only touch an array, by whole vectors: what no kernel can be faster than. They go
 * through both halves side by side, which from memory takes two thirds of the time that one after
 * the other does. The last elements, which do not fill the vectors of a step, are left out.
 */
final class FloatReads {

  private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;

  private FloatReads() {}

  /** Returns all bits in one word. */
  static long or(float[] values) {
    int lanes = FLOATS.length();
    int half = values.length / 2 / (2 * lanes) * (2 * lanes);
    LongVector bits0 = LongVector.zero(LONGS);
    LongVector bits1 = LongVector.zero(LONGS);
    LongVector bits2 = LongVector.zero(LONGS);
    LongVector bits3 = LongVector.zero(LONGS);
    for (int i = 0; i < half; i += 2 * lanes) {
      bits0 = bits0.or(FloatVector.fromArray(FLOATS, values, i).reinterpretAsLongs());
      bits1 = bits1.or(FloatVector.fromArray(FLOATS, values, i + lanes).reinterpretAsLongs());
      bits2 = bits2.or(FloatVector.fromArray(FLOATS, values, half + i).reinterpretAsLongs());
      bits3 =
          bits3.or(FloatVector.fromArray(FLOATS, values, half + i + lanes).reinterpretAsLongs());
    }
    return bits0.or(bits1).or(bits2.or(bits3)).reduceLanes(OR);
  }

  /** Returns all bits in one word. */
  static long or(double[] values) {
    int lanes = DOUBLES.length();
    int half = values.length / 2 / (2 * lanes) * (2 * lanes);
    LongVector bits0 = LongVector.zero(LONGS);
    LongVector bits1 = LongVector.zero(LONGS);
    LongVector bits2 = LongVector.zero(LONGS);
    LongVector bits3 = LongVector.zero(LONGS);
    for (int i = 0; i < half; i += 2 * lanes) {
      bits0 = bits0.or(DoubleVector.fromArray(DOUBLES, values, i).reinterpretAsLongs());
      bits1 = bits1.or(DoubleVector.fromArray(DOUBLES, values, i + lanes).reinterpretAsLongs());
      bits2 = bits2.or(DoubleVector.fromArray(DOUBLES, values, half + i).reinterpretAsLongs());
      bits3 =
          bits3.or(DoubleVector.fromArray(DOUBLES, values, half + i + lanes).reinterpretAsLongs());
    }
    return bits0.or(bits1).or(bits2.or(bits3)).reduceLanes(OR);
  }

  /** Returns all bits in one word. */
  static long or(byte[] values) {
    int lanes = BYTES.length();
    int half = values.length / 2 / (2 * lanes) * (2 * lanes);
    LongVector bits0 = LongVector.zero(LONGS);
    LongVector bits1 = LongVector.zero(LONGS);
    LongVector bits2 = LongVector.zero(LONGS);
    LongVector bits3 = LongVector.zero(LONGS);
    for (int i = 0; i < half; i += 2 * lanes) {
      bits0 = bits0.or(ByteVector.fromArray(BYTES, values, i).reinterpretAsLongs());
      bits1 = bits1.or(ByteVector.fromArray(BYTES, values, i + lanes).reinterpretAsLongs());
      bits2 = bits2.or(ByteVector.fromArray(BYTES, values, half + i).reinterpretAsLongs());
      bits3 = bits3.or(ByteVector.fromArray(BYTES, values, half + i + lanes).reinterpretAsLongs());
    }
    return bits0.or(bits1).or(bits2.or(bits3)).reduceLanes(OR);
  }

  /** Returns all bits in one word. */
  static long or(long[] values) {
    int lanes = LONGS.length();
    int half = values.length / 2 / (2 * lanes) * (2 * lanes);
    LongVector bits0 = LongVector.zero(LONGS);
    LongVector bits1 = LongVector.zero(LONGS);
    LongVector bits2 = LongVector.zero(LONGS);
    LongVector bits3 = LongVector.zero(LONGS);
    for (int i = 0; i < half; i += 2 * lanes) {
      bits0 = bits0.or(LongVector.fromArray(LONGS, values, i));
      bits1 = bits1.or(LongVector.fromArray(LONGS, values, i + lanes));
      bits2 = bits2.or(LongVector.fromArray(LONGS, values, half + i));
      bits3 = bits3.or(LongVector.fromArray(LONGS, values, half + i + lanes));
    }
    return bits0.or(bits1).or(bits2.or(bits3)).reduceLanes(OR);
  }

  /** Copies an array into another as long, and returns an element. */
  static long copy(float[] values, float[] into) {
    int bound = FLOATS.loopBound(values.length);
    for (int i = 0; i < bound; i += FLOATS.length()) {
      FloatVector.fromArray(FLOATS, values, i).intoArray(into, i);
    }
    return (long) into[0];
  }
}
