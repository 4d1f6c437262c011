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
 * @param probabilities four bytes a voxel, in the machine's order
 */
@SegmentationMask(
    layout = Layout.FLOAT,
    threshold = SoftMask.THRESHOLD,
    truths = {BitMask.class, ByteMask.class, ShortMask.class, DoubleMask.class, RunMask.class})
public record FloatMask(@Pixels MemorySegment probabilities) implements SoftMask {

  @Override
  public Overlap overlap(Mask truth) {
    return switch (truth) {
      case BitMask bits -> FloatMaskDice.overlap(this, bits);
      case ByteMask bytes -> FloatMaskDice.overlap(this, bytes);
      case ShortMask shorts -> FloatMaskDice.overlap(this, shorts);
      case FloatMask floats -> FloatMaskDice.overlap(this, floats);
      case DoubleMask doubles -> FloatMaskDice.overlap(this, doubles);
      case RunMask runs -> FloatMaskDice.overlap(this, runs);
    };
  }

  @Override
  public Overlap[] sweep(Mask truth, float... thresholds) {
    return switch (truth) {
      case BitMask bits -> FloatMaskDice.againstBitMask().sweep(this, bits, thresholds);
      case ByteMask bytes -> FloatMaskDice.againstByteMask().sweep(this, bytes, thresholds);
      case ShortMask shorts -> FloatMaskDice.againstShortMask().sweep(this, shorts, thresholds);
      case FloatMask floats -> FloatMaskDice.evaluator().sweep(this, floats, thresholds);
      case DoubleMask doubles -> FloatMaskDice.againstDoubleMask().sweep(this, doubles, thresholds);
      case RunMask runs -> FloatMaskDice.againstRunMask().sweep(this, runs, thresholds);
    };
  }

  /** Returns what floats are compared with: the float that is nearest to a threshold. */
  public static double rounded(double threshold) {
    return (float) threshold;
  }

  /** Compares floats, as numpy does, so that 30 of 100 is not above 0.3. */
  @Override
  public Mask above(double threshold) {
    return SoftMask.super.above(rounded(threshold));
  }

  @Override
  public MaskView view() {
    return FloatMaskDice.view(this);
  }
}
