package dev.sorensen.processor.kernel;

/** What a kernel reads of the two masks of a pair. */
public record Operands(Operand prediction, Operand truth) {

  /** Returns what it reads of one of them. */
  public Operand of(Side side) {
    return side == Side.PREDICTION ? prediction : truth;
  }

  boolean sameForm() {
    return prediction.sameForm(truth);
  }
}
