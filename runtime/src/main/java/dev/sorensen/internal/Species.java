package dev.sorensen.internal;

import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * The one vector shape of this process, by element type: the widest that the machine prefers, or
 * {@code -Dsorensen.vectorBits} (64, 128, 256 or 512) for tests.
 *
 * <p>Never load this class without {@link VectorSupport#ENABLED}.
 */
public final class Species {

  /** A system property that forces a width. */
  static final String BITS = "sorensen.vectorBits";

  private static final VectorShape SHAPE = shape();

  /** The species of 64-bit words and counters. */
  public static final VectorSpecies<Long> LONGS = VectorSpecies.of(long.class, SHAPE);

  /** The species of 32-bit counters. */
  public static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, SHAPE);

  /** The species of 16-bit labels. */
  public static final VectorSpecies<Short> SHORTS = VectorSpecies.of(short.class, SHAPE);

  /** The species of double-precision probabilities. */
  public static final VectorSpecies<Double> DOUBLES = VectorSpecies.of(double.class, SHAPE);

  /** The species of byte labels. */
  public static final VectorSpecies<Byte> BYTES = VectorSpecies.of(byte.class, SHAPE);

  /** The species of single-precision probabilities. */
  public static final VectorSpecies<Float> FLOATS = VectorSpecies.of(float.class, SHAPE);

  /**
   * Whether there is an instruction that counts the bits of every word of a vector. What has
   * vectors of 512 bits has it, but for the first processors with AVX-512.
   */
  public static final boolean COUNTS_BITS = SHAPE == VectorShape.S_512_BIT;

  private Species() {}

  private static VectorShape shape() {
    String bits = System.getProperty(BITS);
    if (bits == null) {
      return VectorShape.preferredShape();
    }
    return switch (bits) {
      case "64" -> VectorShape.S_64_BIT;
      case "128" -> VectorShape.S_128_BIT;
      case "256" -> VectorShape.S_256_BIT;
      case "512" -> VectorShape.S_512_BIT;
      default ->
          throw new IllegalArgumentException(
              "-D" + BITS + " must be 64, 128, 256 or 512, not " + bits);
    };
  }
}
