package dev.sorensen.processor.model;

/** The type of the elements that hold a mask's data. */
public enum ArrayElement {
  LONG(8),
  BYTE(1),
  SHORT(2),
  FLOAT(4),
  DOUBLE(8),
  INT(4);

  private final int bytes;

  ArrayElement(int bytes) {
    this.bytes = bytes;
  }

  /** Returns how many bytes one takes. */
  public int bytes() {
    return bytes;
  }
}
