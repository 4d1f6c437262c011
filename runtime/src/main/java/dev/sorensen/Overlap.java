package dev.sorensen;

import dev.sorensen.internal.DiceFormula;
import java.io.Serializable;

/**
 * How two binary masks over the same pixels overlap, in numbers of pixels. Overlaps of tiles,
 * slices or studies add up by {@link #plus}.
 *
 * <p>Below, TP is {@link #intersection()}, FP and FN are {@link #falsePositives()} and {@link
 * #falseNegatives()}, TN is {@link #trueNegatives()}. Where both masks are empty, the measures of
 * agreement ({@link #dice()}, {@link #jaccard()}, {@link #fBeta}, {@link #volumetricSimilarity()})
 * are 1; a rate ({@link #precision()}, {@link #recall()}, {@link #specificity()}, {@link
 * #accuracy()}) of no pixels is NaN.
 *
 * @param intersection pixels that are foreground in both masks, |A∩B|
 * @param prediction pixels that are foreground in the prediction, |A|
 * @param truth pixels that are foreground in the truth, |B|
 * @param pixels pixels compared
 */
public record Overlap(long intersection, long prediction, long truth, long pixels)
    implements Serializable {

  /** The overlap of no pixels: adding it changes nothing. */
  public static final Overlap NONE = new Overlap(0, 0, 0, 0);

  /**
   * Checks that the counts can be those of two masks.
   *
   * @throws IllegalArgumentException if a count is negative, or larger than one that contains it
   */
  public Overlap {
    if (intersection < 0
        || intersection > prediction
        || intersection > truth
        || prediction > pixels
        || truth - intersection > pixels - prediction) {
      throw new IllegalArgumentException(
          "not the counts of two masks: intersection "
              + intersection
              + ", prediction "
              + prediction
              + ", truth "
              + truth
              + ", pixels "
              + pixels);
    }
  }

  /** Returns the Dice coefficient, 2|A∩B| / (|A| + |B|); 1 where both masks are empty. */
  public double dice() {
    return dice(EmptyMasks.ONE);
  }

  /** Returns the Dice coefficient, 2|A∩B| / (|A| + |B|), with a choice for two empty masks. */
  public double dice(EmptyMasks emptyMasks) {
    return DiceFormula.dice(
        (double) intersection, (double) prediction + (double) truth, emptyMasks);
  }

  /** Returns the Jaccard index (IoU), |A∩B| / |A∪B|; 1 where both masks are empty. */
  public double jaccard() {
    long union = prediction - intersection + truth;
    return union == 0 ? 1 : (double) intersection / union;
  }

  /** Returns the precision (positive predictive value), TP / (TP + FP); NaN for 0 / 0. */
  public double precision() {
    return (double) intersection / prediction;
  }

  /** Returns the recall (sensitivity), TP / (TP + FN); NaN for 0 / 0. */
  public double recall() {
    return (double) intersection / truth;
  }

  /** Returns the specificity, TN / (TN + FP); NaN for 0 / 0. */
  public double specificity() {
    return (double) trueNegatives() / (pixels - truth);
  }

  /** Returns the accuracy, (TP + TN) / pixels; NaN for 0 / 0. */
  public double accuracy() {
    return (double) (intersection + trueNegatives()) / pixels;
  }

  /**
   * Returns F-beta, (1 + β²) TP / ((1 + β²) TP + β² FN + FP); 1 where both masks are empty. At β =
   * 1 it is the Dice coefficient.
   *
   * @param beta how many times as much recall counts as precision; finite and at least 0
   * @throws IllegalArgumentException if {@code beta} is negative, infinite or NaN
   */
  public double fBeta(double beta) {
    if (!(beta >= 0) || Double.isInfinite(beta)) {
      throw new IllegalArgumentException("beta must be finite and at least 0, not " + beta);
    }
    if (prediction == 0 && truth == 0) {
      return 1;
    }
    // Divided by 1 + β², which may be infinite: the weights of FP and FN then are 0 and 1.
    double square = beta * beta;
    double misses = falsePositives() / (1 + square) + falseNegatives() / (1 + 1 / square);
    // β = 0 with an empty prediction: precision of nothing.
    return intersection + misses == 0 ? 0 : intersection / (intersection + misses);
  }

  /**
   * Returns the volumetric similarity, 1 − | |A| − |B| | / (|A| + |B|); 1 where both masks are
   * empty. It compares sizes only, not places.
   */
  public double volumetricSimilarity() {
    double sizes = (double) prediction + (double) truth;
    return sizes == 0 ? 1 : 1 - Math.abs(prediction - truth) / sizes;
  }

  /** Returns FP, the pixels that are foreground in the prediction alone. */
  public long falsePositives() {
    return prediction - intersection;
  }

  /** Returns FN, the pixels that are foreground in the truth alone. */
  public long falseNegatives() {
    return truth - intersection;
  }

  /** Returns TN, the pixels that are background in both masks. */
  public long trueNegatives() {
    return pixels - prediction - truth + intersection;
  }

  /**
   * Returns the overlap of this pair's pixels and another's together.
   *
   * @throws ArithmeticException if a count passes 2⁶³ − 1
   */
  public Overlap plus(Overlap other) {
    return new Overlap(
        Math.addExact(intersection, other.intersection),
        Math.addExact(prediction, other.prediction),
        Math.addExact(truth, other.truth),
        Math.addExact(pixels, other.pixels));
  }
}
