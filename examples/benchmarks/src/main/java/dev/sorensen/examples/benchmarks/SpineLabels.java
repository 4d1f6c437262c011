package dev.sorensen.examples.benchmarks;

import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;

/** A label map of vertebrae and what is around them. */
@SegmentationMask(classes = SpineLabels.CLASSES)
record SpineLabels(@Pixels byte[] labels) {

  /** The labels go up to 100, with gaps. */
  static final int CLASSES = 101;
}
