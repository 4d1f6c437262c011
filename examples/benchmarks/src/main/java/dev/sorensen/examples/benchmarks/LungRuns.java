package dev.sorensen.examples.benchmarks;

import dev.sorensen.Extent;
import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;

/** A mask of runs, each a start and a length. */
@SegmentationMask
record LungRuns(@Pixels int[] runs, @Extent int height, @Extent int width) {}
