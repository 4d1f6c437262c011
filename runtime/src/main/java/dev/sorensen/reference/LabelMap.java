package dev.sorensen.reference;

/** One label a pixel: the number of its class. */
record LabelMap(Integers labels, int classes, int ignoreLabel) implements ByClass {

  LabelMap {
    if (classes < 2) {
      throw new IllegalArgumentException("a label map has at least 2 classes, not " + classes);
    }
  }

  @Override
  public long pixels() {
    return labels.length();
  }

  @Override
  public boolean foreground(int c, long pixel) {
    return labels.at(pixel) == c && !ignored(pixel);
  }

  @Override
  public boolean ignored(long pixel) {
    return labels.at(pixel) == ignoreLabel;
  }

  @Override
  public boolean isLabelMap() {
    return true;
  }
}
