package dev.sorensen.examples.benchmarks;

import dev.sorensen.Extent;
import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;

/** A mask of one bit a pixel. */
@SegmentationMask
record LungBits(@Pixels long[] words, @Extent int width, @Extent int height, @Extent int depth) {

  LungBits(long[] words, Extents extents) {
    this(words, extents.width(), extents.height(), extents.depth());
  }
}
