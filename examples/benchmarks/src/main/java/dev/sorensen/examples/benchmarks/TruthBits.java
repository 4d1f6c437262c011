package dev.sorensen.examples.benchmarks;

import dev.sorensen.Extent;
import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;

/**
 * The truth as bits.
 *
 * @param words 64 pixels each, the first in the lowest bit
 * @param pixels how many there are
 */
@SegmentationMask
record TruthBits(@Pixels long[] words, @Extent int pixels) {}
