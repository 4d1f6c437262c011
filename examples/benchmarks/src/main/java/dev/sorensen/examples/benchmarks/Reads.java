package dev.sorensen.examples.benchmarks;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Loops that only load two arrays, by whole vectors: no kernel can be faster than its data. */
final class Reads {

  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;

  private Reads() {}

  /** Returns all pixels of both arrays in one. */
  static double longs(long[] a, long[] b) {
    LongVector first = LongVector.zero(LONGS);
    LongVector second = LongVector.zero(LONGS);
    int lanes = LONGS.length();
    int bound = a.length - 2 * lanes;
    int i = 0;
    for (; i <= bound; i += 2 * lanes) {
      first = first.or(LongVector.fromArray(LONGS, a, i)).or(LongVector.fromArray(LONGS, b, i));
      second =
          second
              .or(LongVector.fromArray(LONGS, a, i + lanes))
              .or(LongVector.fromArray(LONGS, b, i + lanes));
    }
    long rest = 0;
    for (; i < a.length; i++) {
      rest |= a[i] | b[i];
    }
    return first.or(second).reduceLanes(VectorOperators.OR) | rest;
  }

  /** Returns all pixels of both arrays in one. */
  static double bytes(byte[] a, byte[] b) {
    ByteVector first = ByteVector.zero(BYTES);
    ByteVector second = ByteVector.zero(BYTES);
    int lanes = BYTES.length();
    int bound = a.length - 2 * lanes;
    int i = 0;
    for (; i <= bound; i += 2 * lanes) {
      first = first.or(ByteVector.fromArray(BYTES, a, i)).or(ByteVector.fromArray(BYTES, b, i));
      second =
          second
              .or(ByteVector.fromArray(BYTES, a, i + lanes))
              .or(ByteVector.fromArray(BYTES, b, i + lanes));
    }
    int rest = 0;
    for (; i < a.length; i++) {
      rest |= a[i] | b[i];
    }
    return first.or(second).reduceLanes(VectorOperators.OR) | rest;
  }

  /** Returns all pixels of both arrays in one. */
  static double shorts(short[] a, short[] b) {
    ShortVector first = ShortVector.zero(SHORTS);
    ShortVector second = ShortVector.zero(SHORTS);
    int lanes = SHORTS.length();
    int bound = a.length - 2 * lanes;
    int i = 0;
    for (; i <= bound; i += 2 * lanes) {
      first = first.or(ShortVector.fromArray(SHORTS, a, i)).or(ShortVector.fromArray(SHORTS, b, i));
      second =
          second
              .or(ShortVector.fromArray(SHORTS, a, i + lanes))
              .or(ShortVector.fromArray(SHORTS, b, i + lanes));
    }
    int rest = 0;
    for (; i < a.length; i++) {
      rest |= a[i] | b[i];
    }
    return first.or(second).reduceLanes(VectorOperators.OR) | rest;
  }
}
