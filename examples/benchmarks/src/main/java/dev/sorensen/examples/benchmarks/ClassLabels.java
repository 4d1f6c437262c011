package dev.sorensen.examples.benchmarks;

import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;

/**
 * The truth of several classes.
 *
 * @param labels the class of each pixel
 */
@SegmentationMask(classes = ClassLabels.CLASSES)
record ClassLabels(@Pixels byte[] labels) {

  static final int CLASSES = 4;
}
