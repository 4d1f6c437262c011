package dev.sorensen.internal;

import java.util.List;

/** Predictions and truths in two lists. */
public final class PairLists {

  private PairLists() {}

  /**
   * Checks that two lists are pairs.
   *
   * @param ofNone what is asked of no pairs, for the message
   * @throws IllegalArgumentException if they differ in size, or are empty
   */
  public static void check(List<?> predictions, List<?> truths, String ofNone) {
    if (predictions.size() != truths.size()) {
      throw new IllegalArgumentException(
          predictions.size() + " predictions for " + truths.size() + " truths");
    }
    if (predictions.isEmpty()) {
      throw new IllegalArgumentException(ofNone);
    }
  }
}
