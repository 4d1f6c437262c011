package dev.sorensen.examples.benchmarks;

import dev.sorensen.Activation;
import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;

/**
 * What a network's softmax is yet to make probabilities of.
 *
 * @param planes one logit for each pixel and class, those of class 0 first
 */
@SegmentationMask(
    classes = ClassLabels.CLASSES,
    activation = Activation.SOFTMAX,
    truths = ClassLabels.class)
record ClassLogits(@Pixels float[] planes) {}
