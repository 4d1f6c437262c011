package dev.sorensen.examples.benchmarks;

import dev.sorensen.Layout;
import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;
import java.lang.foreign.MemorySegment;

/**
 * Probabilities in memory of any kind.
 *
 * @param values a float for each pixel
 */
@SegmentationMask(layout = Layout.FLOAT)
record SegmentProbabilities(@Pixels MemorySegment values) {}
