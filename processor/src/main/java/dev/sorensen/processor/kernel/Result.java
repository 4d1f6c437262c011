package dev.sorensen.processor.kernel;

import dev.sorensen.EmptyMasks;

/** What a pass makes of its totals. */
public sealed interface Result {

  /** The overlap, by class where there are several, of intersection, predictionSize, truthSize. */
  record Counts() implements Result {}

  /** The Dice coefficient of intersection and union, with the answer for two empty masks. */
  record Dice(EmptyMasks emptyMasks) implements Result {}

  /** The soft overlap, by class where there are several, of intersection and the two sums. */
  record Sums() implements Result {}
}
