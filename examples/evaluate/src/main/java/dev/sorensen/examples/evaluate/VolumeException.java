package dev.sorensen.examples.evaluate;

/** Thrown for volumes that cannot be scored. The message is one line for the user. */
final class VolumeException extends Exception {

  private static final long serialVersionUID = 1L;

  VolumeException(String message) {
    super(message);
  }
}
