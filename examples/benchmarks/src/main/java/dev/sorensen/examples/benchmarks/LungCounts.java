package dev.sorensen.examples.benchmarks;

import dev.sorensen.Extent;
import dev.sorensen.Pixels;
import dev.sorensen.RunEncoding;
import dev.sorensen.SegmentationMask;

/** A mask of runs as COCO has them: counts down the columns, background first. */
@SegmentationMask(runs = RunEncoding.COUNTS)
record LungCounts(@Pixels int[] counts, @Extent int height, @Extent int width) {}
