package dev.sorensen.examples.benchmarks;

import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;

/**
 * Probabilities as a network's last layer gives them.
 *
 * @param values one for each pixel
 */
@SegmentationMask(truths = {TruthBits.class, TruthLabels.class})
record Probabilities(@Pixels float[] values) {}
