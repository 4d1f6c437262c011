package dev.sorensen.examples.evaluate.score;

import dev.sorensen.examples.evaluate.input.Shape;
import java.util.Optional;

/**
 * What came of a case.
 *
 * @param name of the case
 * @param prediction what messages call the prediction
 * @param truth what messages call the truth
 * @param scored what was counted; empty if it could not be scored
 * @param problem why not; empty if it was
 */
public record Outcome(
    String name,
    String prediction,
    String truth,
    Optional<Scored> scored,
    Optional<String> problem) {

  /**
   * What was counted, and of what.
   *
   * @param shape of both
   * @param predictionType what the prediction was
   * @param truthType what the truth was
   * @param scores the counts
   * @param details where both differ; empty if nobody has asked
   */
  public record Scored(
      Shape shape,
      String predictionType,
      String truthType,
      Scores scores,
      Optional<Details> details) {}
}
