package dev.sorensen.processor.kernel;

import dev.sorensen.Form;

/**
 * What a form adds up for a pixel with the values p and t, and the slopes of that in p.
 *
 * @param intersection the term of I
 * @param prediction the term of P
 * @param truth the term of T
 * @param intersectionSlope its derivative; at a kink, that with sgn(0) = 0
 * @param predictionSlope its derivative
 */
record FormTerms(
    Value intersection,
    Value prediction,
    Value truth,
    Value intersectionSlope,
    Value predictionSlope) {

  /** Returns the terms of a pixel whose truth is a number. */
  static FormTerms of(Form form, Value p, Value t) {
    return switch (form) {
      case PRODUCT -> new FormTerms(new Value.Product("pt", p, t), p, t, t, Names.ONE);
      case SQUARED ->
          new FormTerms(
              new Value.Product("pt", p, t),
              new Value.Product("pp", p, p),
              new Value.Product("tt", t, t),
              t,
              twice(p));
      case SOFT_LABEL -> softLabel(p, t, new Value.Magnitude("truthSize", t));
    };
  }

  /** Returns the terms of a pixel of the foreground of a truth that is 0 or 1. */
  static FormTerms ofForeground(Form form, Value p) {
    return switch (form) {
      case PRODUCT -> new FormTerms(p, p, Names.ONE, Names.ONE, Names.ONE);
      case SQUARED ->
          new FormTerms(p, new Value.Product("pp", p, p), Names.ONE, Names.ONE, twice(p));
      case SOFT_LABEL -> softLabel(p, Names.ONE, Names.ONE);
    };
  }

  private static Value twice(Value p) {
    return new Value.Sum("twice", p, p);
  }

  private static FormTerms softLabel(Value p, Value t, Value truthSize) {
    Value size = new Value.Magnitude("size", p);
    Value difference = new Value.Difference("difference", p, t);
    Value distance = new Value.Magnitude("distance", difference);
    Value common =
        new Value.Difference("common", new Value.Sum("sizes", size, truthSize), distance);
    Value sign = new Value.Sign("sign", p);
    Value slope = new Value.Difference("slope", sign, new Value.Sign("side", difference));
    return new FormTerms(
        new Value.Product("shared", common, Names.HALF),
        size,
        truthSize,
        new Value.Product("halfSlope", slope, Names.HALF),
        sign);
  }
}
