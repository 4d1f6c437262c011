package dev.sorensen.processor.kernel;

import dev.sorensen.RunEncoding;
import dev.sorensen.processor.model.ArrayElement;

/**
 * Runs of foreground: no element says anything about a pixel by itself, so a kernel reads words
 * that the runs are drawn into.
 */
record RunSource(RunEncoding encoding) implements Source {

  @Override
  public Operand operand() {
    return new Operand(
        ArrayElement.INT, ArrayElement.LONG, Grain.WORD, new Feed.Drawn(encoding), false);
  }

  @Override
  public Value foreground(Side side) {
    return Names.load(side);
  }
}
