package dev.sorensen.processor.kernel;

import dev.sorensen.processor.model.Format;
import java.util.Optional;

/** How the pixels of a layout are read, in each form that a kernel can ask for. */
public sealed interface Source
    permits BitSource, LabelSource, LargestSource, NumberSource, RunSource {

  /** Returns the source of a declared format. */
  static Source of(Format format) {
    return switch (format) {
      case Format.BitPacked bits -> new BitSource(bits.classes() > 1);
      case Format.Labels labels ->
          new LabelSource(
              labels.element(), labels.classes(), labels.foreground(), labels.ignoreLabel());
      case Format.Probabilities values ->
          new NumberSource(
              values.element(), values.classes(), values.threshold(), values.activation());
      case Format.Runs runs -> new RunSource(runs.encoding());
    };
  }

  /** Returns what a kernel reads to learn which pixels are foreground. */
  Operand operand();

  /** Returns the indicator of foreground pixels, of one class where there are several. */
  Value foreground(Side side);

  /** Returns the indicator of pixels that count at all, where this truth leaves some out. */
  default Optional<Value> counted() {
    return Optional.empty();
  }

  /** Returns what a kernel reads to add up numbers, where the layout holds them. */
  default Optional<Operand> numbers() {
    return Optional.empty();
  }

  /** How much of a mask one element of an array holds. */
  enum Grain {
    /** 64 pixels, as bits. */
    WORD,
    /** One pixel. */
    PIXEL
  }
}
