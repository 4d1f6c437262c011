package dev.sorensen.examples.evaluate.mask;

import dev.sorensen.Layout;
import dev.sorensen.Overlap;
import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;
import dev.sorensen.reference.MaskView;
import java.lang.foreign.MemorySegment;

/**
 * Two bytes a voxel: the data of the file, in which all but 0 is foreground.
 *
 * @param voxels two bytes a voxel, in the machine's order
 */
@SegmentationMask(
    layout = Layout.SHORT,
    truths = {BitMask.class, ByteMask.class, FloatMask.class, DoubleMask.class, RunMask.class})
public record ShortMask(@Pixels MemorySegment voxels) implements Mask {

  @Override
  public Overlap overlap(Mask truth) {
    return switch (truth) {
      case BitMask bits -> ShortMaskDice.overlap(this, bits);
      case ByteMask bytes -> ShortMaskDice.overlap(this, bytes);
      case ShortMask shorts -> ShortMaskDice.overlap(this, shorts);
      case FloatMask floats -> ShortMaskDice.overlap(this, floats);
      case DoubleMask doubles -> ShortMaskDice.overlap(this, doubles);
      case RunMask runs -> ShortMaskDice.overlap(this, runs);
    };
  }

  @Override
  public MaskView view() {
    return ShortMaskDice.view(this);
  }
}
