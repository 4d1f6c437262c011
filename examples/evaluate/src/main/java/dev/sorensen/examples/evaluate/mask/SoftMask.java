package dev.sorensen.examples.evaluate.mask;

import dev.sorensen.Overlap;
import dev.sorensen.reference.MaskView;
import java.lang.foreign.MemorySegment;

/** A probability for each voxel. */
public sealed interface SoftMask extends Mask permits FloatMask, DoubleMask {

  /** Probabilities above it are foreground, if nothing else is said. */
  double THRESHOLD = 0.5;

  /**
   * Counts how this prediction overlaps a truth if foreground is above other thresholds than 1/2,
   * all in one pass.
   *
   * @param truth a mask of as many voxels
   * @return an overlap for each threshold
   */
  Overlap[] sweep(Mask truth, float... thresholds);

  /** Makes bits: the type of a mask has one threshold, {@value #THRESHOLD}. */
  @Override
  default Mask above(double threshold) {
    if (threshold == THRESHOLD) {
      return this;
    }
    MaskView view = view();
    long[] words = new long[Math.toIntExact(Math.ceilDiv(view.pixels(), (long) Long.SIZE))];
    for (long i = 0; i < view.pixels(); i++) {
      if (view.value(i) > threshold) {
        words[(int) (i / Long.SIZE)] |= 1L << i;
      }
    }
    return new BitMask(MemorySegment.ofArray(words), view.pixels());
  }
}
