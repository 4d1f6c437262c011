package dev.sorensen.processor.kernel;

import dev.sorensen.processor.model.ArrayElement;

/**
 * One bit a pixel, 64 to a word: the words are indicators as they stand.
 *
 * @param planes whether there is one plane for each class
 */
record BitSource(boolean planes) implements Source {

  @Override
  public Operand operand() {
    return Operand.of(ArrayElement.LONG, Grain.WORD, planes);
  }

  @Override
  public Value foreground(Side side) {
    return Names.load(side);
  }
}
