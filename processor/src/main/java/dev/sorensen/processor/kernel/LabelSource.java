package dev.sorensen.processor.kernel;

import dev.sorensen.processor.model.ArrayElement;
import java.util.Optional;
import java.util.OptionalInt;

/** One unsigned number a pixel. */
record LabelSource(ArrayElement element, OptionalInt label, OptionalInt ignoreLabel)
    implements Source {

  @Override
  public Grain grain() {
    return Grain.PIXEL;
  }

  @Override
  public Optional<Value> foreground(Side side) {
    Value pixel = Names.load(side);
    String name = Names.foreground(side);
    if (label.isPresent()) {
      // The foreground label is never the one to ignore.
      return Optional.of(new Value.Test(name, pixel, new Predicate.Is(label.getAsInt())));
    }
    Predicate nonZero = new Predicate.IsNot(0);
    if (ignoreLabel.isEmpty() || ignoreLabel.getAsInt() == 0) {
      return Optional.of(new Value.Test(name, pixel, nonZero));
    }
    return Optional.of(
        new Value.And(
            name,
            new Value.Test(name + "NonZero", pixel, nonZero),
            kept(side, ignoreLabel.getAsInt())));
  }

  @Override
  public Optional<Value> counted() {
    return ignoreLabel.isEmpty()
        ? Optional.empty()
        : Optional.of(kept(Side.TRUTH, ignoreLabel.getAsInt()));
  }

  private static Value kept(Side side, int ignoreLabel) {
    String name = side == Side.TRUTH ? Names.COUNTED : "predictedKept";
    return new Value.Test(name, Names.load(side), new Predicate.IsNot(ignoreLabel));
  }
}
