package dev.sorensen.examples.benchmarks;

import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;

/** A label map of a few organs. */
@SegmentationMask(classes = EightLabels.CLASSES)
record EightLabels(@Pixels byte[] labels) {

  /** The background and seven others. */
  static final int CLASSES = 8;
}
