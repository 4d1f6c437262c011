package dev.sorensen.examples.evaluate.mask;

import dev.sorensen.Extent;
import dev.sorensen.Layout;
import dev.sorensen.Overlap;
import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;
import dev.sorensen.reference.MaskView;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

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

  /** Copies them where the first is not the first of a word. */
  @Override
  public BitMask part(long first, long length) {
    long word = first / Long.SIZE;
    int size = (int) Math.ceilDiv(length, (long) Long.SIZE);
    int shift = (int) (first % Long.SIZE);
    if (shift == 0) {
      return new BitMask(words.asSlice(word * Long.BYTES, (long) size * Long.BYTES), length);
    }
    long[] shifted = new long[size];
    for (int i = 0; i < size; i++) {
      shifted[i] = word(word + i) >>> shift | word(word + i + 1) << -shift;
    }
    return new BitMask(MemorySegment.ofArray(shifted), length);
  }

  /** Returns a word, or 0 past the last. */
  private long word(long index) {
    return index * Long.BYTES < words.byteSize()
        ? words.getAtIndex(ValueLayout.JAVA_LONG_UNALIGNED, index)
        : 0;
  }

  @Override
  public MaskView view() {
    return BitMaskDice.view(this);
  }
}
