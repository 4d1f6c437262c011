package dev.sorensen.examples.benchmarks;

import dev.sorensen.Extent;
import dev.sorensen.Layout;
import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;
import java.lang.foreign.MemorySegment;

/** A packed mask outside the heap, or in a file. */
@SegmentationMask(layout = Layout.BIT_PACKED)
record LungBitsSegment(
    @Pixels MemorySegment words, @Extent int width, @Extent int height, @Extent int depth) {

  LungBitsSegment(MemorySegment words, Extents extents) {
    this(words, extents.width(), extents.height(), extents.depth());
  }
}
