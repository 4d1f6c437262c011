package dev.sorensen.processor.kernel;

import dev.sorensen.EmptyMasks;

/** What a kernel makes of its totals. */
public sealed interface Result {

  /** An {@code Overlap} of intersection, predictionSize, truthSize and, if it is there, pixels. */
  record Counts() implements Result {}

  /** The Dice coefficient of intersection and union, with the answer for two empty masks. */
  record Dice(EmptyMasks emptyMasks) implements Result {}

  /** A {@code SoftOverlap} of intersection, predictionSum and truthSum. */
  record Sums() implements Result {}
}
