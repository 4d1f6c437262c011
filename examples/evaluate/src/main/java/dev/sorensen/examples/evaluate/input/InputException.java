package dev.sorensen.examples.evaluate.input;

/** Thrown for files that cannot be scored. The message is one line for the user. */
public final class InputException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * Makes one.
   *
   * @param message what is wrong, and what was expected
   */
  public InputException(String message) {
    super(message);
  }
}
