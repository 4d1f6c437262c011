package dev.sorensen.processor.kernel;

import dev.sorensen.processor.model.ArrayElement;
import java.util.Optional;

/** One bit a pixel, 64 to a word: the words are indicators as they stand. */
record BitSource() implements Source {

  @Override
  public ArrayElement element() {
    return ArrayElement.LONG;
  }

  @Override
  public Grain grain() {
    return Grain.WORD;
  }

  @Override
  public Optional<Value> foreground(Side side) {
    return Optional.of(Names.load(side));
  }
}
