package dev.sorensen.examples.evaluate.score;

import dev.sorensen.examples.evaluate.input.ObjectCount;
import dev.sorensen.examples.evaluate.input.Segmentation;
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
   * @param prediction what it was
   * @param truth what it was
   * @param threshold probabilities above it are foreground, where there are such
   * @param scores the counts
   * @param details where both differ; empty if nobody has asked
   * @param warning what may be wrong with the files, though they were scored
   * @param isVerified whether the reference was asked, and counts the same
   */
  public record Scored(
      Shape shape,
      Kind prediction,
      Kind truth,
      double threshold,
      Scores scores,
      Optional<Details> details,
      Optional<String> warning,
      boolean isVerified) {}

  /**
   * What a file held.
   *
   * @param type in a word or two, such as {@code uint8}
   * @param objects how many it is made of, if it has such
   */
  public record Kind(String type, Optional<ObjectCount> objects) {

    static Kind of(Segmentation segmentation) {
      return new Kind(segmentation.type(), segmentation.objects());
    }
  }
}
