package dev.sorensen;

/**
 * Thrown for masks that cannot be compared: extents that differ, data that is shorter or longer
 * than its extents say, runs that are out of order. The message names the evaluator, the mask (as
 * prediction or truth), its component, and what was found and expected. {@link CocoRle} throws it
 * for what it cannot decode or encode.
 *
 * <p>A method that throws it has changed nothing.
 */
public class IllegalMaskException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** Creates an exception with a message for the user. */
  public IllegalMaskException(String message) {
    super(message);
  }
}
