package dev.sorensen;

/** How the losses of the samples and classes of a batch become one number. */
public enum Reduction {
  /** Their arithmetic mean. */
  MEAN,

  /** Their sum. */
  SUM
}
