package dev.sorensen.processor.kernel;

/** The names that generated kernels use, so that every kernel speaks alike. */
final class Names {

  static final String BOTH = "both";
  static final String EITHER = "either";
  static final String COUNTED = "counted";

  private Names() {}

  /** The element of a side: p or t, as in the formulas. */
  static Value.Load load(Side side) {
    return new Value.Load(side == Side.PREDICTION ? "p" : "t", side);
  }

  static String foreground(Side side) {
    return side == Side.PREDICTION ? "predicted" : "actual";
  }
}
