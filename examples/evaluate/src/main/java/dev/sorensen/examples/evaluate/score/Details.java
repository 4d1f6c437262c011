package dev.sorensen.examples.evaluate.score;

import dev.sorensen.Overlap;
import java.util.List;
import java.util.Optional;

/**
 * Where a case goes wrong, for those who look at it.
 *
 * @param worst the planes with the most voxels that are foreground in one alone, the worst first;
 *     none if there are no such voxels
 * @param curve how the Dice coefficient depends on the threshold, of a prediction of probabilities
 */
public record Details(List<Slice> worst, Optional<Curve> curve) {

  /**
   * A plane of a volume.
   *
   * @param index which one, from 0 on
   * @param overlap of the foreground in it
   * @param truth a picture of the true foreground, a PNG
   * @param prediction a picture of the predicted foreground, a PNG of the same size
   * @param difference a picture of what both share and what one has alone, a PNG of the same size
   */
  public record Slice(
      long index, Overlap overlap, byte[] truth, byte[] prediction, byte[] difference) {}

  /**
   * Dice coefficients by threshold.
   *
   * @param thresholds in ascending order
   * @param dice the coefficient at each
   */
  public record Curve(double[] thresholds, double[] dice) {}
}
