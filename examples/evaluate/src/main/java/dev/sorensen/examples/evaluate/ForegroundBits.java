package dev.sorensen.examples.evaluate;

import dev.sorensen.Extent;
import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;

/**
 * The foreground of a volume of any type, one bit a voxel.
 *
 * <p>A mask of floats would not do for floating-point volumes: there foreground is what is above a
 * threshold, but here it is what is not 0, which negative values are too.
 *
 * @param words the bits
 * @param voxels how many of them there are
 */
@SegmentationMask
record ForegroundBits(@Pixels long[] words, @Extent long voxels) {

  static ForegroundBits of(Volume volume) {
    int size = volume.size();
    // Rounded up without overflow.
    long[] words = new long[(int) ((size + 63L) >>> 6)];
    for (int i = 0; i < size; i++) {
      if (volume.isForeground(volume.bits(i))) {
        words[i >>> 6] |= 1L << i;
      }
    }
    return new ForegroundBits(words, size);
  }
}
