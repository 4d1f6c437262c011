package dev.sorensen.examples.evaluate.mask;

import dev.sorensen.Layout;
import dev.sorensen.Overlap;
import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;
import dev.sorensen.reference.MaskView;
import java.lang.foreign.MemorySegment;

/**
 * One byte a voxel: the data of the file, in which all but 0 is foreground.
 *
 * @param voxels one byte a voxel
 */
@SegmentationMask(
    layout = Layout.BYTE,
    truths = {BitMask.class, ShortMask.class, FloatMask.class, DoubleMask.class, RunMask.class})
public record ByteMask(@Pixels MemorySegment voxels) implements Mask {

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
  public ByteMask part(long first, long length) {
    return new ByteMask(voxels.asSlice(first, length));
  }

  @Override
  public MaskView view() {
    return ByteMaskDice.view(this);
  }
}
