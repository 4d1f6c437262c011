package dev.sorensen.reference;

/** A view that is read by class. Where it has one class alone, that need not be named. */
interface ByClass extends MaskView {

  @Override
  int classes();

  @Override
  boolean foreground(int c, long pixel);

  @Override
  default double value(int c, long pixel) {
    return foreground(c, pixel) ? 1 : 0;
  }

  @Override
  default boolean foreground(long pixel) {
    requireOneClass("foreground(c, pixel)");
    return foreground(0, pixel);
  }

  @Override
  default double value(long pixel) {
    requireOneClass("value(c, pixel)");
    return value(0, pixel);
  }

  private void requireOneClass(String instead) {
    if (classes() != 1) {
      throw new IllegalStateException("a mask of " + classes() + " classes: use " + instead);
    }
  }
}
