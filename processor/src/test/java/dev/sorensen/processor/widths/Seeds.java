package dev.sorensen.processor.widths;

import java.util.stream.IntStream;

/** The seeds of random tests. */
final class Seeds {

  private Seeds() {}

  /**
   * Returns seeds 0, 1, …: all of them at the machine's own width, one in two at others, and of
   * vectors of 64 bits one in three, for no such kernel is compiled without boxes.
   */
  static IntStream upTo(int end) {
    String bits = System.getProperty("sorensen.vectorBits", "");
    int step =
        switch (bits) {
          case "" -> 1;
          case "64" -> 3;
          default -> 2;
        };
    return IntStream.range(0, end).filter(seed -> seed % step == 0);
  }
}
