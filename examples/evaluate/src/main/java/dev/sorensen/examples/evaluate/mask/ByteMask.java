package dev.sorensen.examples.evaluate.mask;

import dev.sorensen.Overlap;
import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;
import dev.sorensen.reference.MaskView;

/**
 * One byte a voxel: the array of the file, in which all but 0 is foreground.
 *
 * @param voxels one byte a voxel
 */
@SegmentationMask(
    truths = {BitMask.class, ShortMask.class, FloatMask.class, DoubleMask.class, RunMask.class})
public record ByteMask(@Pixels byte[] voxels) implements Mask {

  @Override
  public Overlap overlap(Mask truth) {
    return switch (truth) {
      case BitMask bits -> ByteMaskDice.overlap(this, bits);
      case ByteMask bytes -> ByteMaskDice.overlap(this, bytes);
      case ShortMask shorts -> ByteMaskDice.overlap(this, shorts);
      case FloatMask floats -> ByteMaskDice.overlap(this, floats);
      case DoubleMask doubles -> ByteMaskDice.overlap(this, doubles);
      case RunMask runs -> ByteMaskDice.overlap(this, runs);
    };
  }

  @Override
  public MaskView view() {
    return ByteMaskDice.view(this);
  }
}
