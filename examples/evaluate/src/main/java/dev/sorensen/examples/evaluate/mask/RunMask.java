package dev.sorensen.examples.evaluate.mask;

import dev.sorensen.Extent;
import dev.sorensen.Overlap;
import dev.sorensen.Pixels;
import dev.sorensen.RunEncoding;
import dev.sorensen.SegmentationMask;
import dev.sorensen.reference.MaskView;

/**
 * Runs of background and foreground in turn, as COCO has them.
 *
 * @param counts their lengths, background first
 * @param voxels how many voxels there are
 */
@SegmentationMask(
    runs = RunEncoding.COUNTS,
    truths = {BitMask.class, ByteMask.class, ShortMask.class, FloatMask.class, DoubleMask.class})
public record RunMask(@Pixels int[] counts, @Extent long voxels) implements Mask {

  @Override
  public Overlap overlap(Mask truth) {
    return switch (truth) {
      case BitMask bits -> RunMaskDice.overlap(this, bits);
      case ByteMask bytes -> RunMaskDice.overlap(this, bytes);
      case ShortMask shorts -> RunMaskDice.overlap(this, shorts);
      case FloatMask floats -> RunMaskDice.overlap(this, floats);
      case DoubleMask doubles -> RunMaskDice.overlap(this, doubles);
      case RunMask runs -> RunMaskDice.overlap(this, runs);
    };
  }

  @Override
  public MaskView view() {
    return RunMaskDice.view(this);
  }
}
