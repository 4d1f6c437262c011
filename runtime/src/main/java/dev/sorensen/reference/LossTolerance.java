package dev.sorensen.reference;

import dev.sorensen.Reduction;
import dev.sorensen.SoftOverlap;
import dev.sorensen.StandardLoss;
import java.util.Arrays;

/**
 * How far a loss may be from the reference: twice as far as it moves when every sum is as wrong as
 * it may be, in the direction that matters most; and never less than a few roundings.
 */
final class LossTolerance {

  private LossTolerance() {}

  /**
   * Returns the tolerance of a loss of one sample.
   *
   * @param magnitudes what the errors of the sums are relative to
   * @param relative how far a sum may be, relative to its magnitude
   * @param least the least tolerance of the loss of a class
   */
  static double of(
      SoftOverlap[] sums,
      SoftOverlap[] magnitudes,
      StandardLoss loss,
      double relative,
      double least) {
    // Every loss falls with the intersection and rises with the sizes.
    double value = Reference.loss(sums, loss);
    double above = Reference.loss(moved(sums, magnitudes, relative), loss) - value;
    double below = value - Reference.loss(moved(sums, magnitudes, -relative), loss);
    double moves = Math.max(Math.abs(above), Math.abs(below));
    // NaN where the sums are within their tolerance of having no loss, such as a logarithm of 0.
    double tolerance = Double.isNaN(moves) ? Double.POSITIVE_INFINITY : 2 * moves;
    double heaviest = Arrays.stream(loss.weights()).reduce(1, Math::max);
    int added = loss.reduction() == Reduction.SUM ? sums.length : 1;
    return Math.max(tolerance, least * heaviest * added);
  }

  private static SoftOverlap[] moved(
      SoftOverlap[] sums, SoftOverlap[] magnitudes, double relative) {
    SoftOverlap[] moved = new SoftOverlap[sums.length];
    for (int c = 0; c < sums.length; c++) {
      moved[c] =
          new SoftOverlap(
              sums[c].intersection() - relative * magnitudes[c].intersection(),
              sums[c].prediction() + relative * magnitudes[c].prediction(),
              sums[c].truth() + relative * magnitudes[c].truth(),
              sums[c].pixels());
    }
    return moved;
  }
}
