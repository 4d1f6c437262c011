package dev.sorensen;

import dev.sorensen.internal.DiceFormula;
import java.io.Serializable;
import java.math.BigInteger;

/**
 * How two binary masks over the same pixels overlap, in numbers of pixels. Overlaps of tiles,
 * slices or studies add up by {@link #plus}.
 *
 * <p>The measures made of these counts have no unit. Below, TP is {@link #intersection()}, FP and
 * FN are {@link #falsePositives()} and {@link #falseNegatives()}, TN is {@link #trueNegatives()}.
 * Where both masks are empty, {@link #dice()}, {@link #jaccard()}, {@link #fBeta} and {@link
 * #volumetricSimilarity()} are 1. Every other measure is NaN where its formula is 0 / 0.
 *
 * <p>All measures of the {@code ConfusionMatrixMetric} of MONAI 1.5 are here. Its hit rate is
 * {@link #recall()}, its threat score {@link #jaccard()} and its F1 score {@link #dice()}; these
 * two are NaN there for two empty masks, and so is {@code dice(EmptyMasks.NAN)} here.
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

  /**
   * Returns the Jaccard index (IoU, threat score, critical success index), |A∩B| / |A∪B|; 1 where
   * both masks are empty.
   */
  public double jaccard() {
    long union = prediction - intersection + truth;
    return union == 0 ? 1 : (double) intersection / union;
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

  /** Returns the precision (positive predictive value), TP / (TP + FP); NaN for 0 / 0. */
  public double precision() {
    return (double) intersection / prediction;
  }

  /** Returns the recall (sensitivity, true positive rate), TP / (TP + FN); NaN for 0 / 0. */
  public double recall() {
    return (double) intersection / truth;
  }

  /** Returns the specificity (true negative rate), TN / (TN + FP); NaN for 0 / 0. */
  public double specificity() {
    return (double) trueNegatives() / trueBackground();
  }

  /** Returns the negative predictive value, TN / (TN + FN); NaN for 0 / 0. */
  public double negativePredictiveValue() {
    return (double) trueNegatives() / predictedBackground();
  }

  /** Returns the false positive rate (fall-out), FP / (FP + TN); NaN for 0 / 0. */
  public double falsePositiveRate() {
    return (double) falsePositives() / trueBackground();
  }

  /** Returns the false negative rate (miss rate), FN / (FN + TP); NaN for 0 / 0. */
  public double falseNegativeRate() {
    return (double) falseNegatives() / truth;
  }

  /** Returns the false discovery rate, FP / (FP + TP); NaN for 0 / 0. */
  public double falseDiscoveryRate() {
    return (double) falsePositives() / prediction;
  }

  /** Returns the false omission rate, FN / (FN + TN); NaN for 0 / 0. */
  public double falseOmissionRate() {
    return (double) falseNegatives() / predictedBackground();
  }

  /** Returns the accuracy, (TP + TN) / pixels; NaN for 0 / 0. */
  public double accuracy() {
    return (double) (intersection + trueNegatives()) / pixels;
  }

  /**
   * Returns the balanced accuracy, (recall + specificity) / 2; NaN where the truth has no
   * foreground or no background.
   */
  public double balancedAccuracy() {
    return (recall() + specificity()) / 2;
  }

  /**
   * Returns the Fowlkes–Mallows index, √(precision · recall); NaN where a mask is empty (Fowlkes
   * and Mallows 1983).
   */
  public double fowlkesMallows() {
    return Math.sqrt(precision() * recall());
  }

  /**
   * Returns the informedness (Youden's J), recall + specificity − 1, from −1 to 1; 0 is chance. NaN
   * where the truth has no foreground or no background (Youden 1950).
   */
  public double informedness() {
    return ratio(determinant(), product(truth, trueBackground()));
  }

  /**
   * Returns the markedness, precision + negative predictive value − 1, from −1 to 1; 0 is chance.
   * NaN where the prediction has no foreground or no background (Powers 2011).
   */
  public double markedness() {
    return ratio(determinant(), product(prediction, predictedBackground()));
  }

  /**
   * Returns the Matthews correlation coefficient (phi), (TP · TN − FP · FN) / √((TP + FP) (TP + FN)
   * (TN + FP) (TN + FN)), from −1 to 1; 0 is chance. NaN where a mask has no foreground or no
   * background, which some libraries call 0 (Matthews 1975).
   */
  public double matthewsCorrelation() {
    double informedness = informedness();
    // The geometric mean of two numbers of one sign: nothing overflows, and it never passes 1.
    return Math.copySign(Math.sqrt(informedness * markedness()), informedness);
  }

  /**
   * Returns Cohen's kappa, (pₒ − pₑ) / (1 − pₑ) for pₒ the accuracy and pₑ the accuracy that chance
   * would have with masks of these sizes; at most 1. NaN where both masks are empty or both are
   * full (Cohen 1960).
   */
  public double cohenKappa() {
    BigInteger disagreementOfChance =
        product(prediction, trueBackground()).add(product(truth, predictedBackground()));
    return ratio(determinant().shiftLeft(1), disagreementOfChance);
  }

  /**
   * Returns the prevalence threshold, (√(TPR · FPR) − FPR) / (TPR − FPR), for TPR the recall and
   * FPR the false positive rate: the share of foreground below which the precision of such a
   * prediction falls off steeply. NaN where TPR = FPR, and where the truth has no foreground or no
   * background (Balayla 2020).
   */
  public double prevalenceThreshold() {
    double hits = Math.sqrt(recall());
    double falseAlarms = Math.sqrt(falsePositiveRate());
    // The formula divided by √TPR − √FPR, which loses digits where they are close.
    return informedness() == 0 ? Double.NaN : falseAlarms / (hits + falseAlarms);
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

  private long trueBackground() {
    return pixels - truth;
  }

  private long predictedBackground() {
    return pixels - prediction;
  }

  /** TP · TN − FP · FN. Exact, for its sign and its zero decide more than its size. */
  private BigInteger determinant() {
    return product(intersection, trueNegatives())
        .subtract(product(falsePositives(), falseNegatives()));
  }

  private static BigInteger product(long a, long b) {
    return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
  }

  private static double ratio(BigInteger numerator, BigInteger denominator) {
    return numerator.doubleValue() / denominator.doubleValue();
  }
}
