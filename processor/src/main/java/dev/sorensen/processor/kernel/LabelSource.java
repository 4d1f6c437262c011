package dev.sorensen.processor.kernel;

import dev.sorensen.processor.model.ArrayElement;
import java.util.Optional;
import java.util.OptionalInt;

/** One unsigned number a pixel: with several classes, the class. */
record LabelSource(ArrayElement element, int classes, OptionalInt label, OptionalInt ignoreLabel)
    implements Source {

  @Override
  public Operand operand() {
    return Operand.of(element, Grain.PIXEL, false);
  }

  @Override
  public Value foreground(Side side) {
    Value pixel = Names.load(side);
    String name = Names.foreground(side);
    if (classes > 1) {
      Predicate isClass = new Predicate.IsClass();
      return ignoreLabel.isPresent() && ignoreLabel.getAsInt() < classes
          ? new Value.And(
              name, new Value.Test(name + "Label", pixel, isClass), kept(side).orElseThrow())
          : new Value.Test(name, pixel, isClass);
    }
    if (label.isPresent()) {
      // The foreground label is never the one to ignore.
      return new Value.Test(name, pixel, new Predicate.Is(label.getAsInt()));
    }
    Predicate nonZero = new Predicate.IsNot(0);
    if (ignoreLabel.isEmpty() || ignoreLabel.getAsInt() == 0) {
      return new Value.Test(name, pixel, nonZero);
    }
    return new Value.And(
        name, new Value.Test(name + "NonZero", pixel, nonZero), kept(side).orElseThrow());
  }

  @Override
  public Optional<Value> counted() {
    return kept(Side.TRUTH);
  }

  /** Returns the indicator of pixels without the label to ignore. */
  Optional<Value> kept(Side side) {
    if (ignoreLabel.isEmpty()) {
      return Optional.empty();
    }
    String name = side == Side.TRUTH ? Names.COUNTED : "predictedKept";
    return Optional.of(
        new Value.Test(name, Names.load(side), new Predicate.IsNot(ignoreLabel.getAsInt())));
  }

  /** Returns whether each number that the element can hold is a class. */
  boolean isFull() {
    return classes == 1 << (8 * element.bytes());
  }
}
