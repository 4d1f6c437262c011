package dev.sorensen.processor.kernel;

import dev.sorensen.processor.model.ArrayElement;
import dev.sorensen.processor.model.Format;
import java.util.Optional;

/** How the pixels of a layout are read, in each form that a kernel can ask for. */
public sealed interface Source permits BitSource, LabelSource, ProbabilitySource, RunSource {

  /** How much of a mask one element of its array holds. */
  enum Grain {
    /** 64 pixels, as bits. */
    WORD,
    /** One pixel. */
    PIXEL,
    /** A part of a run of pixels. */
    RUN
  }

  /** Returns the source of a declared format. */
  static Source of(Format format) {
    return switch (format) {
      case Format.BitPacked bits -> new BitSource();
      case Format.Labels labels ->
          new LabelSource(labels.element(), labels.foreground(), labels.ignoreLabel());
      case Format.Probabilities values ->
          new ProbabilitySource(values.element(), values.threshold());
      case Format.Runs runs -> new RunSource(runs.encoding());
    };
  }

  /** Returns the type of the array's elements. */
  ArrayElement element();

  /** Returns how much of the mask an element holds. */
  Grain grain();

  /** Returns the indicator of foreground pixels, where an element is a word or a pixel. */
  default Optional<Value> foreground(Side side) {
    return Optional.empty();
  }

  /** Returns the indicator of pixels that count at all, where this truth leaves some out. */
  default Optional<Value> counted() {
    return Optional.empty();
  }

  /** Returns the number that soft sums add up, where the layout holds one. */
  default Optional<Value> probability(Side side) {
    return Optional.empty();
  }
}
