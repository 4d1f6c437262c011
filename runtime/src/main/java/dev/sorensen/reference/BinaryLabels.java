package dev.sorensen.reference;

import dev.sorensen.SegmentationMask;

/** One label a pixel, of which one, or every one but 0, is foreground. */
record BinaryLabels(Integers labels, int foreground, int ignoreLabel) implements MaskView {

  @Override
  public long pixels() {
    return labels.length();
  }

  @Override
  public boolean foreground(long pixel) {
    if (ignored(pixel)) {
      return false;
    }
    long label = labels.at(pixel);
    return foreground == SegmentationMask.ANY_NON_ZERO ? label != 0 : label == foreground;
  }

  @Override
  public boolean ignored(long pixel) {
    return labels.at(pixel) == ignoreLabel;
  }
}
