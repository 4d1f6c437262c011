package dev.sorensen.examples.evaluate.mask;

import dev.sorensen.Layout;
import dev.sorensen.Overlap;
import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;
import dev.sorensen.reference.MaskView;
import java.lang.foreign.MemorySegment;

/**
 * A probability a voxel, foreground above 1/2: the data of the file.
 *
 * @param probabilities eight bytes a voxel, in the machine's order
 */
@SegmentationMask(
    layout = Layout.DOUBLE,
    threshold = SoftMask.THRESHOLD,
    truths = {BitMask.class, ByteMask.class, ShortMask.class, FloatMask.class, RunMask.class})
public record DoubleMask(@Pixels MemorySegment probabilities) implements SoftMask {

  @Override
  public Overlap overlap(Mask truth) {
    return switch (truth) {
      case BitMask bits -> DoubleMaskDice.overlap(this, bits);
      case ByteMask bytes -> DoubleMaskDice.overlap(this, bytes);
      case ShortMask shorts -> DoubleMaskDice.overlap(this, shorts);
      case FloatMask floats -> DoubleMaskDice.overlap(this, floats);
      case DoubleMask doubles -> DoubleMaskDice.overlap(this, doubles);
      case RunMask runs -> DoubleMaskDice.overlap(this, runs);
    };
  }

  @Override
  public Overlap[] sweep(Mask truth, float... thresholds) {
    return switch (truth) {
      case BitMask bits -> DoubleMaskDice.againstBitMask().sweep(this, bits, thresholds);
      case ByteMask bytes -> DoubleMaskDice.againstByteMask().sweep(this, bytes, thresholds);
      case ShortMask shorts -> DoubleMaskDice.againstShortMask().sweep(this, shorts, thresholds);
      case FloatMask floats -> DoubleMaskDice.againstFloatMask().sweep(this, floats, thresholds);
      case DoubleMask doubles -> DoubleMaskDice.evaluator().sweep(this, doubles, thresholds);
      case RunMask runs -> DoubleMaskDice.againstRunMask().sweep(this, runs, thresholds);
    };
  }

  @Override
  public MaskView view() {
    return DoubleMaskDice.view(this);
  }
}
