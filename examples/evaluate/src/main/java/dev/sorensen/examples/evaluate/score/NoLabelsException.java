package dev.sorensen.examples.evaluate.score;

/** Thrown where there are no labels to score. The message says why, without a full stop. */
final class NoLabelsException extends Exception {

  private static final long serialVersionUID = 1L;

  NoLabelsException(String message) {
    super(message);
  }
}
