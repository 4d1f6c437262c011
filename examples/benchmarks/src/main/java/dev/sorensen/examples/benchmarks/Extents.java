package dev.sorensen.examples.benchmarks;

import java.util.Arrays;

/**
 * The size of a mask in pixels.
 *
 * @param width the innermost
 * @param height the next
 * @param depth 1 for a plane
 */
record Extents(int width, int height, int depth) {

  /** Reads 512x512 or 256x256x256. */
  static Extents parse(String size) {
    int[] factors = Arrays.stream(size.split("x")).mapToInt(Integer::parseInt).toArray();
    return switch (factors.length) {
      case 2 -> new Extents(factors[0], factors[1], 1);
      case 3 -> new Extents(factors[0], factors[1], factors[2]);
      default -> throw new IllegalArgumentException(size + " is not 512x512 or 256x256x256");
    };
  }

  /** Returns the number of pixels, which an array's index can hold. */
  int pixels() {
    return Math.multiplyExact(Math.multiplyExact(width, height), depth);
  }

  /** Returns the number of words of a packed mask. */
  int words() {
    return (int) ((pixels() + 63L) >>> 6);
  }

  @Override
  public String toString() {
    return depth == 1 ? width + "x" + height : width + "x" + height + "x" + depth;
  }
}
