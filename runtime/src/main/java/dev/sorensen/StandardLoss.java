package dev.sorensen;

import java.util.Arrays;
import java.util.Objects;

/**
 * The usual overlap losses, from the sums I, P and T of each sample and class: {@link #dice},
 * {@link #jaccard}, {@link #tversky}, {@link #focalTversky}, {@link #generalizedDice}, {@link
 * #logDice} and {@link #logCoshDice}. The {@link Form} says which sums I, P and T are. The sums are
 * in pixels, a loss has no unit.
 *
 * <p>Formulas, settings and defaults are those of MONAI 1.5 wherever it has them. Both smoothing
 * terms, nr and dr, are 1e-5; the background takes part; no class is weighted; each sample and
 * class has its own loss, and the result is their mean.
 *
 * <p><b>Empty masks.</b> Where the prediction and the truth of a class are empty, the loss is that
 * of nr / dr: 0 by default, 1 with nr = 0 (infinite for {@link #logDice}), and NaN where dr is 0
 * too. Where just one of them is empty, the default loss is nearly that of no overlap at all.
 * {@link #generalizedDice} differs, as it says.
 *
 * <p>A sum that is NaN makes the loss NaN. Losses are immutable: {@code with…} methods return a
 * changed copy.
 */
public final class StandardLoss implements OverlapLoss {

  private static final long serialVersionUID = 1L;

  private static final double[] NO_WEIGHTS = {};

  private final LossFormula formula;
  private final boolean includeBackground;
  private final double[] weights;
  private final boolean batch;
  private final Reduction reduction;

  private StandardLoss(
      LossFormula formula,
      boolean includeBackground,
      double[] weights,
      boolean batch,
      Reduction reduction) {
    this.formula = formula;
    this.includeBackground = includeBackground;
    this.weights = weights;
    this.batch = batch;
    this.reduction = reduction;
  }

  private static StandardLoss of(LossFormula formula) {
    return new StandardLoss(formula, true, NO_WEIGHTS, false, Reduction.MEAN);
  }

  /**
   * Returns the Dice loss, 1 − (2I + nr) / (P + T + dr).
   *
   * <p>With {@link Form#SQUARED} it is the loss of V-Net (Milletari et al. 2016).
   */
  public static StandardLoss dice() {
    return of(LossFormula.of(LossKind.DICE));
  }

  /**
   * Returns the Jaccard loss, 1 − (2I + nr) / (2(P + T − I) + dr): 1 − intersection over union.
   *
   * <p>Numerator and denominator are twice those of the Jaccard index, so that the same smoothing
   * terms are half as strong as in {@link #tversky tversky(1, 1)}.
   */
  public static StandardLoss jaccard() {
    return of(LossFormula.of(LossKind.JACCARD));
  }

  /**
   * Returns the Tversky loss, 1 − (I + nr) / (I + α(P − I) + β(T − I) + dr) (Salehi et al. 2017).
   *
   * <p>P − I are the false positives and T − I the false negatives: with β above α, what is missed
   * costs more than what is added. Without smoothing, α = β = ½ is the Dice loss and α = β = 1 the
   * Jaccard loss; with it, the same smoothing terms are twice as strong here.
   *
   * @param alpha α, what false positives weigh; the default of {@link DiceLoss} is 0.5
   * @param beta β, what false negatives weigh; the default of {@link DiceLoss} is 0.5
   * @throws IllegalArgumentException if one is negative, infinite or NaN
   */
  public static StandardLoss tversky(double alpha, double beta) {
    return of(LossFormula.tversky(alpha, beta));
  }

  /**
   * Returns the focal Tversky loss, the {@linkplain #tversky Tversky loss} of each class to the
   * power of γ.
   *
   * <p>Abraham and Khan (2018) introduced it; their γ is one over this one, and 4/3 there is 0.75
   * here, the default of {@link DiceLoss}. Their α is what false <em>negatives</em> weigh, this one
   * is what false positives do. With γ below 1 a class that is nearly right keeps more of its
   * slope; with γ above 1 it loses it, and the hard classes count for more.
   *
   * <p>Where the Tversky loss is 0 or, through smoothing, less, this loss and its derivatives are
   * 0: with γ below 1 the slope there would be infinite.
   *
   * @param alpha α, what false positives weigh
   * @param beta β, what false negatives weigh
   * @param gamma γ, the exponent
   * @throws IllegalArgumentException if α or β is negative, γ is not above 0, or one is infinite or
   *     NaN
   */
  public static StandardLoss focalTversky(double alpha, double beta, double gamma) {
    return of(LossFormula.focalTversky(alpha, beta, gamma));
  }

  /**
   * Returns the generalized Dice loss, 1 − (2 Σ wI + nr) / (Σ w(P + T) + dr) with the sums over the
   * classes (Sudre et al. 2017): one loss for each sample, or one for a {@linkplain #withBatch
   * batch}.
   *
   * <p>The weight w of a class follows from the size of its truth, T. A class without a truth has
   * the largest weight of the other classes of its sample. The weights count as constants: the
   * derivatives have no part through them.
   *
   * <p>These are MONAI's rules, and two of their consequences are easily overlooked:
   *
   * <ul>
   *   <li>Where <em>no</em> class of a sample has a truth, {@link ClassWeighting#SQUARE} and {@link
   *       ClassWeighting#SIMPLE} weigh all of them with 0. Then the loss is 1 − nr / dr, 0 by
   *       default, whatever is predicted, and its derivatives are 0: nothing is learned from such a
   *       sample. It happens where the background is left out, or there is one class. Use {@link
   *       ClassWeighting#UNIFORM}, {@link #withBatch withBatch(true)} or {@link #dice}.
   *   <li>The smoothing terms do not shrink with the weights. With SQUARE a class of n pixels adds
   *       about 2 / n to the denominator, so that the default smoothing of 1e-5 outweighs large
   *       classes: of two classes of a million voxels that are all wrong, the loss is 0.29. Use
   *       {@link #withSmoothing} with far smaller terms there (none at all make a sample without a
   *       truth NaN), or {@link ClassWeighting#SIMPLE}, which does not depend on the size.
   * </ul>
   *
   * @param weighting w: 1/T², 1/T or 1; the default of {@link DiceLoss} is 1/T²
   */
  public static StandardLoss generalizedDice(ClassWeighting weighting) {
    return of(LossFormula.generalizedDice(Objects.requireNonNull(weighting, "weighting")));
  }

  /**
   * Returns the logarithmic Dice loss, −log((2I + nr) / (P + T + dr)) (Wong et al. 2018, with an
   * exponent of 1).
   *
   * <p>It grows without bound as the overlap goes to 0. With nr = 0 and no overlap at all it is
   * infinite, and has no usable gradient.
   */
  public static StandardLoss logDice() {
    return of(LossFormula.of(LossKind.LOG_DICE));
  }

  /**
   * Returns the log-cosh Dice loss, log(cosh(L)) with L the {@linkplain #dice Dice loss} (Jadon
   * 2020): about L² / 2 near 0, with a slope of at most 1.
   */
  public static StandardLoss logCoshDice() {
    return of(LossFormula.of(LossKind.LOG_COSH_DICE));
  }

  /**
   * Returns this loss with other smoothing terms.
   *
   * @param numerator nr, added to the numerator; 1e-5 by default
   * @param denominator dr, added to the denominator; 1e-5 by default
   * @throws IllegalArgumentException if one is negative, infinite or NaN
   */
  public StandardLoss withSmoothing(double numerator, double denominator) {
    return new StandardLoss(
        formula.withSmoothing(numerator, denominator),
        includeBackground,
        weights,
        batch,
        reduction);
  }

  /**
   * Returns this loss with class 0 left out ({@code false}), or not. Its sums then change nothing,
   * and its derivatives are 0. Where there is one class, it takes part in any case.
   */
  public StandardLoss withBackground(boolean include) {
    return new StandardLoss(formula, include, weights, batch, reduction);
  }

  /**
   * Returns this loss with the loss of each class multiplied by a weight. In {@link
   * #generalizedDice}, where classes have no losses of their own, their weights w are multiplied.
   *
   * <p>The mean stays one over samples and classes: it is not divided by the weights. Where just
   * one class takes part, weights change nothing.
   *
   * @param newWeights one for each class that takes part (without the background, where that is
   *     left out), or one for all, or none, which is 1 for all
   * @throws IllegalArgumentException if one is negative, infinite or NaN
   */
  public StandardLoss withWeights(double... newWeights) {
    double[] copy = newWeights.clone();
    for (double weight : copy) {
      if (!(weight >= 0) || Double.isInfinite(weight)) {
        throw new IllegalArgumentException(
            "weights must be finite and at least 0, not " + Arrays.toString(copy));
      }
    }
    return new StandardLoss(formula, includeBackground, copy, batch, reduction);
  }

  /** Returns this loss with the sums of a batch added up first ({@code true}), or not. */
  public StandardLoss withBatch(boolean addUpFirst) {
    return new StandardLoss(formula, includeBackground, weights, addUpFirst, reduction);
  }

  /** Returns this loss with another way to make one number of a batch. */
  public StandardLoss withReduction(Reduction other) {
    return new StandardLoss(
        formula, includeBackground, weights, batch, Objects.requireNonNull(other, "reduction"));
  }

  /** Returns which formula it is. */
  public LossKind kind() {
    return formula.kind();
  }

  /** Returns what false positives weigh; 0.5 where the kind has no such setting. */
  public double alpha() {
    return formula.alpha();
  }

  /** Returns what false negatives weigh; 0.5 where the kind has no such setting. */
  public double beta() {
    return formula.beta();
  }

  /** Returns the exponent; 0.75 where the kind has no such setting. */
  public double gamma() {
    return formula.gamma();
  }

  /**
   * Returns what classes weigh by their size; {@link ClassWeighting#SQUARE} where the kind has no
   * such setting.
   */
  public ClassWeighting classWeighting() {
    return formula.classWeighting();
  }

  /** Returns what is added to the numerator. */
  public double smoothNumerator() {
    return formula.smoothNumerator();
  }

  /** Returns what is added to the denominator. */
  public double smoothDenominator() {
    return formula.smoothDenominator();
  }

  /** Returns whether class 0 takes part where there are several. */
  public boolean includeBackground() {
    return includeBackground;
  }

  /** Returns the weights as they were given: none, one for all classes, or one for each. */
  public double[] weights() {
    return weights.clone();
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
    return losses(new SoftOverlap[][] {{sums}})[0].values()[0];
  }

  /**
   * Returns the losses before the reduction, with their weights, by sample and class. Where the
   * background is left out, the first is that of class 1. With {@link #batch()} there is one row
   * for all samples. The {@linkplain #generalizedDice generalized Dice} loss has one number a row.
   *
   * @throws IllegalArgumentException if there are no samples, their classes differ in number, or
   *     there are not as many weights
   */
  public double[][] unreduced(SoftOverlap[][] sums) {
    return Arrays.stream(losses(rows(sums))).map(SampleLosses::values).toArray(double[][]::new);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if there are no samples, their classes differ in number, or
   *     there are not as many weights
   */
  @Override
  public Result evaluate(SoftOverlap[][] sums) {
    SoftOverlap[][] rows = rows(sums);
    SampleLosses[] losses = losses(rows);
    double count =
        reduction == Reduction.SUM ? 1 : (double) rows.length * losses[0].values().length;
    int classes = rows[0].length;
    double total = 0;
    // With one row for the batch, each sample's sums move the loss by the same amount.
    double[][] byIntersection = new double[sums.length][classes];
    double[][] byPrediction = new double[sums.length][classes];
    for (SampleLosses row : losses) {
      for (double value : row.values()) {
        total += value;
      }
    }
    for (int b = 0; b < sums.length; b++) {
      SampleLosses row = losses[batch ? 0 : b];
      for (int c = first(classes); c < classes; c++) {
        byIntersection[b][c] = row.byIntersection()[c - first(classes)] / count;
        byPrediction[b][c] = row.byPrediction()[c - first(classes)] / count;
      }
    }
    return new Result(total / count, byIntersection, byPrediction);
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
      for (int c = 0; c < all.length && batch; c++) {
        all[c] = all[c].plus(sample[c]);
      }
    }
    return batch ? new SoftOverlap[][] {all} : sums;
  }

  private SampleLosses[] losses(SoftOverlap[][] rows) {
    int classes = rows[0].length;
    int first = first(classes);
    double[] ofClasses = weights(classes - first);
    SampleLoss loss = formula.toLoss();
    SampleLosses[] losses = new SampleLosses[rows.length];
    for (int b = 0; b < rows.length; b++) {
      losses[b] = loss.of(Arrays.copyOfRange(rows[b], first, classes), ofClasses);
    }
    return losses;
  }

  /** The first class that takes part. */
  private int first(int classes) {
    return includeBackground || classes == 1 ? 0 : 1;
  }

  /** The weights of the classes that take part. */
  private double[] weights(int classes) {
    double[] ofClasses = new double[classes];
    Arrays.fill(ofClasses, 1);
    if (classes == 1 || weights.length == 0) {
      return ofClasses;
    }
    if (weights.length == 1) {
      Arrays.fill(ofClasses, weights[0]);
      return ofClasses;
    }
    if (weights.length != classes) {
      throw new IllegalArgumentException(
          "%d weights for %d classes%s: expected %2$d, or one for all"
              .formatted(
                  weights.length, classes, includeBackground ? "" : " without the background"));
    }
    return weights;
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof StandardLoss other
        && formula.equals(other.formula)
        && includeBackground == other.includeBackground
        && Arrays.equals(weights, other.weights)
        && batch == other.batch
        && reduction == other.reduction;
  }

  @Override
  public int hashCode() {
    return Objects.hash(formula, includeBackground, Arrays.hashCode(weights), batch, reduction);
  }

  @Override
  public String toString() {
    return "StandardLoss[%s, smoothing %s / %s%s%s%s, %s]"
        .formatted(
            formula,
            smoothNumerator(),
            smoothDenominator(),
            includeBackground ? "" : ", without background",
            weights.length == 0 ? "" : ", weights " + Arrays.toString(weights),
            batch ? ", batch" : "",
            reduction);
  }
}
