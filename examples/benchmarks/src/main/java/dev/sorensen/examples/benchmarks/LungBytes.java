package dev.sorensen.examples.benchmarks;

import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;

/** A mask of bytes, any but 0 foreground. */
@SegmentationMask
record LungBytes(@Pixels byte[] pixels) {}
