package dev.sorensen.processor.kernel;

import java.util.Locale;

/** The part that a mask plays in a pair. */
public enum Side {
  PREDICTION,
  TRUTH;

  /** Returns the name of the kernel's parameter. */
  public String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }
}
