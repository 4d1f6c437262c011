package dev.sorensen.processor.kernel;

/** The names that generated kernels use, so that every kernel speaks alike. */
final class Names {

  static final String BOTH = "both";
  static final String EITHER = "either";
  static final String COUNTED = "counted";

  /** ∂L/∂I and ∂L/∂P, as a gradient kernel is told them. */
  static final Value.Coefficient BY_INTERSECTION = new Value.Coefficient("a", "byIntersection");

  static final Value.Coefficient BY_PREDICTION = new Value.Coefficient("b", "byPrediction");

  static final Value.Constant ONE = new Value.Constant("one", 1);
  static final Value.Constant HALF = new Value.Constant("half", 0.5);

  private Names() {}

  /** The element of a side: p or t, as in the formulas. */
  static Value.Load load(Side side) {
    return new Value.Load(side == Side.PREDICTION ? "p" : "t", side);
  }

  static String foreground(Side side) {
    return side == Side.PREDICTION ? "predicted" : "actual";
  }
}
