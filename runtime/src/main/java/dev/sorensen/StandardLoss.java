package dev.sorensen;

import java.util.Arrays;

/**
 * The Dice loss, 1 − (2I + nr) / (P + T + dr), with the smoothing terms nr and dr.
 *
 * <p>The formula and the defaults are those of MONAI 1.5's {@code DiceLoss}: both smoothing terms
 * are 1e-5, each sample and class has its own loss, and the result is their mean. Two empty masks
 * thus have the loss 0. It is immutable: {@code with…} methods return a changed copy.
 */
public final class StandardLoss implements OverlapLoss {

  private static final long serialVersionUID = 1L;

  private static final StandardLoss DICE = new StandardLoss(1e-5, 1e-5, false, Reduction.MEAN);

  private final double smoothNumerator;
  private final double smoothDenominator;
  private final boolean batch;
  private final Reduction reduction;

  private StandardLoss(
      double smoothNumerator, double smoothDenominator, boolean batch, Reduction reduction) {
    this.smoothNumerator = requireSmoothing("numerator", smoothNumerator);
    this.smoothDenominator = requireSmoothing("denominator", smoothDenominator);
    this.batch = batch;
    this.reduction = reduction;
  }

  private static double requireSmoothing(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "the smoothing " + name + " must be finite and at least 0, not " + value);
    }
    return value;
  }

  /** Returns the Dice loss. */
  public static StandardLoss dice() {
    return DICE;
  }

  /**
   * Returns this loss with other smoothing terms.
   *
   * @throws IllegalArgumentException if one is negative, infinite or NaN
   */
  public StandardLoss withSmoothing(double numerator, double denominator) {
    return new StandardLoss(numerator, denominator, batch, reduction);
  }

  /** Returns this loss with the sums of a batch added up first ({@code true}), or not. */
  public StandardLoss withBatch(boolean addUpFirst) {
    return new StandardLoss(smoothNumerator, smoothDenominator, addUpFirst, reduction);
  }

  /** Returns this loss with another way to make one number of a batch. */
  public StandardLoss withReduction(Reduction other) {
    return new StandardLoss(smoothNumerator, smoothDenominator, batch, other);
  }

  /** Returns what is added to the numerator. */
  public double smoothNumerator() {
    return smoothNumerator;
  }

  /** Returns what is added to the denominator. */
  public double smoothDenominator() {
    return smoothDenominator;
  }

  /** Returns whether the sums of a batch are added up before the formula. */
  public boolean batch() {
    return batch;
  }

  /** Returns how the losses of a batch become one number. */
  public Reduction reduction() {
    return reduction;
  }

  @Override
  public double value(SoftOverlap sums) {
    // One sample with one class: its mean and its sum are the loss itself.
    return 1 - numerator(sums) / denominator(sums);
  }

  private double numerator(SoftOverlap sums) {
    return 2 * sums.intersection() + smoothNumerator;
  }

  private double denominator(SoftOverlap sums) {
    return sums.prediction() + sums.truth() + smoothDenominator;
  }

  /**
   * Returns the losses before the reduction, by sample and class. With {@link #batch()} there is
   * one row for all samples.
   *
   * @throws IllegalArgumentException if there are no samples, or their classes differ in number
   */
  public double[][] unreduced(SoftOverlap[][] sums) {
    SoftOverlap[][] rows = rows(sums);
    double[][] losses = new double[rows.length][rows[0].length];
    for (int b = 0; b < rows.length; b++) {
      for (int c = 0; c < rows[b].length; c++) {
        losses[b][c] = value(rows[b][c]);
      }
    }
    return losses;
  }

  @Override
  public Result evaluate(SoftOverlap[][] sums) {
    SoftOverlap[][] rows = rows(sums);
    int classes = rows[0].length;
    double scale = reduction == Reduction.SUM ? 1 : 1.0 / ((double) rows.length * classes);
    double total = 0;
    double[][] byIntersection = new double[rows.length][classes];
    double[][] byPrediction = new double[rows.length][classes];
    for (int b = 0; b < rows.length; b++) {
      for (int c = 0; c < classes; c++) {
        double numerator = numerator(rows[b][c]);
        double denominator = denominator(rows[b][c]);
        total += 1 - numerator / denominator;
        byIntersection[b][c] = -2 / denominator * scale;
        byPrediction[b][c] = numerator / (denominator * denominator) * scale;
      }
    }
    return new Result(
        total * scale, spread(byIntersection, sums.length), spread(byPrediction, sums.length));
  }

  /** The rows that have a loss of their own: one for each sample, or one for the whole batch. */
  private SoftOverlap[][] rows(SoftOverlap[][] sums) {
    if (sums.length == 0 || sums[0].length == 0) {
      throw new IllegalArgumentException("a loss needs at least one sample and one class");
    }
    SoftOverlap[] all = new SoftOverlap[sums[0].length];
    Arrays.fill(all, SoftOverlap.NONE);
    for (SoftOverlap[] sample : sums) {
      if (sample.length != all.length) {
        throw new IllegalArgumentException(
            "samples with " + all.length + " and " + sample.length + " classes in one batch");
      }
      for (int c = 0; c < all.length; c++) {
        all[c] = all[c].plus(sample[c]);
      }
    }
    return batch ? new SoftOverlap[][] {all} : sums;
  }

  /** With one row for the batch, each sample's sums move the loss by the same amount. */
  private static double[][] spread(double[][] rows, int samples) {
    if (rows.length == samples) {
      return rows;
    }
    double[][] spread = new double[samples][];
    for (int b = 0; b < samples; b++) {
      spread[b] = rows[0].clone();
    }
    return spread;
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof StandardLoss other
        && Double.compare(smoothNumerator, other.smoothNumerator) == 0
        && Double.compare(smoothDenominator, other.smoothDenominator) == 0
        && batch == other.batch
        && reduction == other.reduction;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(new Object[] {smoothNumerator, smoothDenominator, batch, reduction});
  }

  @Override
  public String toString() {
    return "StandardLoss[dice, smoothing "
        + smoothNumerator
        + " / "
        + smoothDenominator
        + (batch ? ", batch" : "")
        + ", "
        + reduction
        + "]";
  }
}
