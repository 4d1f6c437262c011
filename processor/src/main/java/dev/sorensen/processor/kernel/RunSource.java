package dev.sorensen.processor.kernel;

import dev.sorensen.RunEncoding;
import dev.sorensen.processor.model.ArrayElement;

/** Runs of foreground: no element says anything about a pixel by itself. */
record RunSource(RunEncoding encoding) implements Source {

  @Override
  public ArrayElement element() {
    return ArrayElement.INT;
  }

  @Override
  public Grain grain() {
    return Grain.RUN;
  }
}
