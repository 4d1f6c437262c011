package dev.sorensen.examples.benchmarks;

import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;

/**
 * The truth as labels, of which 1 is foreground.
 *
 * @param labels one for each pixel
 */
@SegmentationMask(foreground = 1)
record TruthLabels(@Pixels byte[] labels) {}
