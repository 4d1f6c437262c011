package dev.sorensen.examples.evaluate.mask;

import dev.sorensen.Extent;
import dev.sorensen.Layout;
import dev.sorensen.Overlap;
import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;
import dev.sorensen.reference.MaskView;
import java.lang.foreign.MemorySegment;

/**
 * One bit a voxel, the first the lowest, as DICOM has binary segmentations.
 *
 * @param words the bits, in whole words of 64
 * @param voxels how many of them there are
 */
@SegmentationMask(
    layout = Layout.BIT_PACKED,
    truths = {ByteMask.class, ShortMask.class, FloatMask.class, DoubleMask.class, RunMask.class})
public record BitMask(@Pixels MemorySegment words, @Extent long voxels) implements Mask {

  @Override
  public Overlap overlap(Mask truth) {
    return switch (truth) {
      case BitMask bits -> BitMaskDice.overlap(this, bits);
      case ByteMask bytes -> BitMaskDice.overlap(this, bytes);
      case ShortMask shorts -> BitMaskDice.overlap(this, shorts);
      case FloatMask floats -> BitMaskDice.overlap(this, floats);
      case DoubleMask doubles -> BitMaskDice.overlap(this, doubles);
      case RunMask runs -> BitMaskDice.overlap(this, runs);
    };
  }

  @Override
  public MaskView view() {
    return BitMaskDice.view(this);
  }
}
