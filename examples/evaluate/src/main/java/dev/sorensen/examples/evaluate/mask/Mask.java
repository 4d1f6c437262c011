package dev.sorensen.examples.evaluate.mask;

import dev.sorensen.Overlap;
import dev.sorensen.reference.MaskView;

/** Which voxels are foreground, in one of the layouts that files have. */
public sealed interface Mask permits BitMask, ByteMask, ShortMask, SoftMask, RunMask {

  /**
   * Counts how this prediction overlaps a truth, both read where they are.
   *
   * @param truth a mask of as many voxels
   */
  Overlap overlap(Mask truth);

  /**
   * Returns the same mask with probabilities above another threshold as foreground; this one if it
   * has no probabilities.
   */
  default Mask above(double threshold) {
    return this;
  }

  /** Returns this voxel by voxel, for what need not be fast. */
  MaskView view();
}
