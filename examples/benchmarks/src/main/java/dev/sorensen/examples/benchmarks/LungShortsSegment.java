package dev.sorensen.examples.benchmarks;

import dev.sorensen.Layout;
import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;
import java.lang.foreign.MemorySegment;

/** A label map of 16 bits a pixel outside the heap, or in a file. */
@SegmentationMask(layout = Layout.SHORT, foreground = LungShortLabel.LABEL)
record LungShortsSegment(@Pixels MemorySegment pixels) {}
