package dev.sorensen.processor.kernel;

import dev.sorensen.processor.model.ArrayElement;
import java.util.Optional;

/** One {@code float} a pixel. */
record ProbabilitySource(double threshold) implements Source {

  @Override
  public ArrayElement element() {
    return ArrayElement.FLOAT;
  }

  @Override
  public Grain grain() {
    return Grain.PIXEL;
  }

  @Override
  public Optional<Value> foreground(Side side) {
    return Optional.of(
        new Value.Test(
            Names.foreground(side), Names.load(side), new Predicate.Above(roundDown(threshold))));
  }

  /**
   * The largest float that is not above the threshold: a float is above the one exactly when it is
   * above the other, so lanes of floats decide as doubles would.
   */
  private static float roundDown(double threshold) {
    float nearest = (float) threshold;
    return nearest > threshold ? Math.nextDown(nearest) : nearest;
  }

  @Override
  public Optional<Value> probability(Side side) {
    return Optional.of(Names.load(side));
  }
}
