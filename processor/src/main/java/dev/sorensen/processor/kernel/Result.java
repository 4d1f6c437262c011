package dev.sorensen.processor.kernel;

import dev.sorensen.EmptyMasks;

/** What a pass makes. */
public sealed interface Result {

  /** The overlap, by class where there are several, of intersection, predictionSize, truthSize. */
  record Counts() implements Result {}

  /** The Dice coefficient of intersection and union, with the answer for two empty masks. */
  record Dice(EmptyMasks emptyMasks) implements Result {}

  /** The soft overlap, by class where there are several, of intersection and the two sums. */
  record Sums() implements Result {}

  /** The gradient of a loss with respect to each element of the prediction. */
  record Gradient() implements Result {}

  /**
   * The overlaps at many thresholds, of the prediction's numbers and words of the truth's
   * indicators.
   *
   * @param logits whether thresholds are those of the sigmoids of the numbers
   */
  record Sweep(boolean logits) implements Result {}
}
