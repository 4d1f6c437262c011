package dev.sorensen.examples.benchmarks;

import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;

/** A label map of 16 bits a pixel in which one label counts. */
@SegmentationMask(foreground = LungShortLabel.LABEL)
record LungShortLabel(@Pixels short[] pixels) {

  /** The label that is foreground. */
  static final int LABEL = 3;
}
