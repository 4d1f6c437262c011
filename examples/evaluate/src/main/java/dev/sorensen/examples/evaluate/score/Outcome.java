package dev.sorensen.examples.evaluate.score;

import dev.sorensen.examples.evaluate.input.ObjectCount;
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
   * @param predictedObjects how many objects the prediction is made of, if it has such
   * @param trueObjects how many the truth is made of, if it has such
   * @param threshold probabilities above it are foreground, where there are such
   * @param scores the counts
   * @param details where both differ; empty if nobody has asked
   * @param warning what may be wrong with the files, though they were scored
   * @param isVerified whether the reference was asked, and counts the same
   */
  public record Scored(
      Shape shape,
      String predictionType,
      String truthType,
      Optional<ObjectCount> predictedObjects,
      Optional<ObjectCount> trueObjects,
      double threshold,
      Scores scores,
      Optional<Details> details,
      Optional<String> warning,
      boolean isVerified) {}
}
