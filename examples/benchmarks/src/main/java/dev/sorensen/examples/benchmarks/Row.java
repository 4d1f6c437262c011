package dev.sorensen.examples.benchmarks;

import java.util.List;

/**
 * A kernel with all that is measured of it.
 *
 * @param type the JMH class
 * @param kernel the row's name
 * @param bytesPerPixel what a kernel must at least touch, or 0
 * @param sizes as the class declares them
 * @param variants the methods, in order of declaration
 */
record Row(
    Class<?> type, String kernel, double bytesPerPixel, List<String> sizes, List<String> variants) {

  /** The variant that the others are measured against. */
  static final String OURS = "sorensen";

  /** Variants that only touch the data. */
  static final List<String> ROOFS = List.of("read", "readWrite");
}
