package dev.sorensen.examples.benchmarks;

import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;

/** A label map of all regions of a brain. */
@SegmentationMask(classes = AtlasLabels.CLASSES)
record AtlasLabels(@Pixels byte[] labels) {

  /** The background and 117 regions. */
  static final int CLASSES = 118;
}
