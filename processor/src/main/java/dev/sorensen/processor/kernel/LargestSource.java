package dev.sorensen.processor.kernel;

import dev.sorensen.processor.model.ArrayElement;

/**
 * Planes of numbers against labels: each pixel has the class with the largest number.
 *
 * @param stored the numbers
 * @param label the labels that they are compared with, and made
 */
record LargestSource(ArrayElement stored, ArrayElement label, int classes) implements Source {

  @Override
  public Operand operand() {
    return new Operand(stored, label, Grain.PIXEL, new Feed.Largest(classes), false);
  }

  @Override
  public Value foreground(Side side) {
    return new Value.Test(Names.foreground(side), Names.load(side), new Predicate.IsClass());
  }
}
