package dev.sorensen.examples.evaluate.score;

import dev.sorensen.Overlap;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Where a case goes wrong, for those who look at it.
 *
 * @param worst the planes with the most wrong voxels, the worst first; none if none is wrong. Those
 *     are wrong that have one label in the truth and another or none in the prediction, or the
 *     other way; without labels to tell apart, those that are foreground in one alone
 * @param colours what the pictures have for each label, red, green and blue in a byte each; none if
 *     they show the foreground alone
 * @param curve how the Dice coefficient depends on the threshold, of a prediction of probabilities
 */
public record Details(
    List<Slice> worst, SortedMap<BigInteger, Integer> colours, Optional<Curve> curve) {

  /**
   * A plane of a volume.
   *
   * @param index which one, from 0 on
   * @param overlap of the foreground in it
   * @param otherLabel how many voxels are foreground in both, but of other labels
   * @param truth a picture of the truth, a PNG
   * @param prediction a picture of the prediction, a PNG of the same size
   * @param difference a picture of what both share, what one has alone, and what is of another
   *     label, a PNG of the same size
   */
  public record Slice(
      long index,
      Overlap overlap,
      long otherLabel,
      byte[] truth,
      byte[] prediction,
      byte[] difference) {}

  /**
   * Dice coefficients by threshold.
   *
   * @param thresholds in ascending order
   * @param dice the coefficient at each
   */
  public record Curve(double[] thresholds, double[] dice) {}
}
