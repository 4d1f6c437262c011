package dev.sorensen.examples.evaluate.mask;

import dev.sorensen.Overlap;

/** Which voxels are foreground, in one of the layouts that files have. */
public sealed interface Mask permits BitMask, ByteMask, ShortMask, FloatMask, DoubleMask, RunMask {

  /**
   * Counts how this prediction overlaps a truth, both read where they are.
   *
   * @param truth a mask of as many voxels
   */
  Overlap overlap(Mask truth);
}
