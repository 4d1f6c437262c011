package dev.sorensen.examples.benchmarks;

import dev.sorensen.Layout;
import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;
import java.lang.foreign.MemorySegment;

/** A mask of bytes outside the heap, or in a file. */
@SegmentationMask(layout = Layout.BYTE)
record LungBytesSegment(@Pixels MemorySegment pixels) {}
