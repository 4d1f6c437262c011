package dev.sorensen.processor.kernel;

import dev.sorensen.RunEncoding;

/** How the elements that a kernel reads come from the data of a mask. */
public sealed interface Feed {

  /** They are the data. */
  record Data() implements Feed {}

  /** Runs, drawn as bits, a block at a time. */
  record Drawn(RunEncoding encoding) implements Feed {}

  /** Floats, made doubles a block at a time. */
  record Widened() implements Feed {}

  /** Logits of one class, made probabilities a block at a time. */
  record Sigmoid() implements Feed {}

  /** Logits of one class, made the tails of sigmoids a block at a time. */
  record SigmoidTail() implements Feed {}

  /** Logits of all classes, made probabilities a block at a time. */
  record Softmax(int classes) implements Feed {}

  /**
   * Logits of all classes, made probabilities a block at a time just as the reference makes them,
   * so that those next to a threshold fall on the same side of it.
   */
  record StrictSoftmax(int classes) implements Feed {}

  /** Values of all classes; a block at a time, the number of the class with the largest. */
  record Largest(int classes) implements Feed {}
}
