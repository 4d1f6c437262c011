package dev.sorensen.processor.kernel;

import dev.sorensen.processor.model.ArrayElement;
import java.util.Optional;

/** One floating-point number a pixel. */
record ProbabilitySource(ArrayElement element, double threshold) implements Source {

  @Override
  public Grain grain() {
    return Grain.PIXEL;
  }

  @Override
  public Optional<Value> foreground(Side side) {
    return Optional.of(
        new Value.Test(Names.foreground(side), Names.load(side), new Predicate.Above(inLanes())));
  }

  /**
   * For floats, the largest float that is not above the threshold: a float is above the one exactly
   * when it is above the other, so lanes of floats decide as doubles would.
   */
  private double inLanes() {
    if (element == ArrayElement.DOUBLE) {
      return threshold;
    }
    float nearest = (float) threshold;
    return nearest > threshold ? Math.nextDown(nearest) : nearest;
  }

  @Override
  public Optional<Value> probability(Side side) {
    return Optional.of(Names.load(side));
  }
}
