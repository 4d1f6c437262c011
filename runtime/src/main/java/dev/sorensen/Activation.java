package dev.sorensen;

/**
 * What turns the values of a {@link Layout#FLOAT} or {@link Layout#DOUBLE} mask into probabilities,
 * pixel by pixel, before anything else is done with them. NaN values stay NaN.
 */
public enum Activation {
  /** Nothing: the values are probabilities already. */
  NONE,

  /** The values are logits, each on its own: 1 / (1 + exp(−x)). */
  SIGMOID,

  /**
   * The values are logits, of which each pixel has one for each class: exp(x_c) / Σ_k exp(x_k),
   * computed after the largest of the pixel's values is taken from each, so that no finite value is
   * too large. A pixel with a value that is NaN or positive infinity, or with all values negative
   * infinity, is NaN in every class. With one class it is left out, as {@link #NONE}, for it would
   * make every pixel 1; MONAI 1.5 does the same.
   */
  SOFTMAX
}
