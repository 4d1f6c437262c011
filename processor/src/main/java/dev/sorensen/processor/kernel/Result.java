package dev.sorensen.processor.kernel;

import dev.sorensen.EmptyMasks;
import dev.sorensen.processor.model.ArrayElement;

/** What a pass makes. */
public sealed interface Result {

  /** The overlap, by class where there are several, of intersection, predictionSize, truthSize. */
  record Counts() implements Result {}

  /** The Dice coefficient of intersection and union, with the answer for two empty masks. */
  record Dice(EmptyMasks emptyMasks) implements Result {}

  /** The soft overlap, by class where there are several, of intersection and the two sums. */
  record Sums() implements Result {}

  /**
   * The gradient of a loss with respect to each element of the prediction.
   *
   * @param element what the prediction's data holds
   * @param softmax whether the kernel's gradient is with respect to probabilities that a softmax
   *     made, and goes back through it
   */
  record Gradient(ArrayElement element, boolean softmax) implements Result {}

  /**
   * The overlaps at many thresholds, of the prediction's numbers and words of the truth's
   * indicators.
   *
   * @param logits whether thresholds are those of the sigmoids of the numbers
   */
  record Sweep(boolean logits) implements Result {}
}
