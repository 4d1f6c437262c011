package dev.sorensen.examples.evaluate.mask;

import dev.sorensen.Overlap;

/** A probability for each voxel. */
public sealed interface SoftMask extends Mask permits FloatMask, DoubleMask {

  /**
   * Counts how this prediction overlaps a truth if foreground is above other thresholds than 1/2,
   * all in one pass.
   *
   * @param truth a mask of as many voxels
   * @return an overlap for each threshold
   */
  Overlap[] sweep(Mask truth, float... thresholds);
}
