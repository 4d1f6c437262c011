package dev.sorensen.examples.benchmarks;

import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;

/** A label map of bytes in which one label counts. */
@SegmentationMask(foreground = LungByteLabel.LABEL)
record LungByteLabel(@Pixels byte[] pixels) {

  /** The label that is foreground. */
  static final int LABEL = 3;
}
