package dev.sorensen.examples.benchmarks;

import dev.sorensen.Activation;
import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;

/**
 * What a network's sigmoid is yet to make probabilities of.
 *
 * @param values one for each pixel
 */
@SegmentationMask(
    activation = Activation.SIGMOID,
    truths = {TruthBits.class, TruthLabels.class})
record Logits(@Pixels float[] values) {}
