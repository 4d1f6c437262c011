package dev.sorensen.examples.benchmarks;

import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;

/**
 * Probabilities in doubles.
 *
 * @param values one for each pixel
 */
@SegmentationMask
record DoubleProbabilities(@Pixels double[] values) {}
