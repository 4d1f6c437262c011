package dev.sorensen.processor.kernel;

import dev.sorensen.processor.model.ArrayElement;

/** Planes of numbers against labels: each pixel has the class with the largest number. */
record LargestSource(ArrayElement element, int classes) implements Source {

  @Override
  public Operand operand() {
    return new Operand(element, element, Grain.PIXEL, new Feed.Largest(classes), false);
  }

  @Override
  public Value foreground(Side side) {
    return new Value.Test(Names.foreground(side), Names.load(side), new Predicate.IsClass());
  }
}
