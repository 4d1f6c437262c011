package dev.sorensen.examples.evaluate.input;

/** Thrown for files that cannot be scored. The message is one line for the user. */
public final class InputException extends Exception {

  private static final long serialVersionUID = 1L;

  private static final int MOST = 2000;

  /**
   * Makes one.
   *
   * @param message what is wrong, and what was expected
   */
  public InputException(String message) {
    super(printable(message));
  }

  /** A message has what a file says, which may be anything. */
  private static String printable(String message) {
    StringBuilder text = new StringBuilder();
    message
        .codePoints()
        .limit(MOST)
        .forEach(
            c -> {
              if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
                text.append("\\x%02x".formatted(c));
              } else {
                text.appendCodePoint(c);
              }
            });
    return text.toString();
  }
}
