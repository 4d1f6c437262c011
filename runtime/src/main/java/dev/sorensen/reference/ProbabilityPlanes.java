package dev.sorensen.reference;

import dev.sorensen.Activation;

/** One probability, or what an activation makes one of, for each pixel in a plane a class. */
record ProbabilityPlanes(Decimals values, int classes, double threshold, Activation activation)
    implements ByClass {

  ProbabilityPlanes {
    if (classes == 1 && activation == Activation.SOFTMAX) {
      // Over one class it would be 1 everywhere.
      activation = Activation.NONE;
    }
  }

  @Override
  public long pixels() {
    return values.length() / classes;
  }

  @Override
  public boolean foreground(int c, long pixel) {
    return value(c, pixel) > threshold;
  }

  @Override
  public double value(int c, long pixel) {
    return switch (activation) {
      case NONE -> rawValue(c, pixel);
      case SIGMOID -> 1 / (1 + StrictMath.exp(-rawValue(c, pixel)));
      case SOFTMAX -> softmax(c, pixel);
    };
  }

  private double softmax(int c, long pixel) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < classes; k++) {
      largest = Math.max(largest, rawValue(k, pixel));
    }
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      sum += StrictMath.exp(rawValue(k, pixel) - largest);
    }
    return StrictMath.exp(rawValue(c, pixel) - largest) / sum;
  }

  @Override
  public double rawValue(int c, long pixel) {
    return values.at(c * pixels() + pixel);
  }

  @Override
  public boolean isSoft() {
    return true;
  }
}
