package dev.sorensen.processor.widths;

import java.util.stream.IntStream;

/** The seeds of random tests. */
final class Seeds {

  private Seeds() {}

  /**
   * Returns seeds 0, 1, …; of vectors of 64 bits one in three, for no such kernel is compiled
   * without boxes, and all of them would take minutes.
   */
  static IntStream upTo(int end) {
    boolean slow = "64".equals(System.getProperty("sorensen.vectorBits"));
    return IntStream.range(0, end).filter(seed -> !slow || seed % 3 == 0);
  }
}
