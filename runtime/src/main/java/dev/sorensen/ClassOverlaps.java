package dev.sorensen;

import java.io.Serializable;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * An {@link Overlap} for each class of a pair of masks. It is immutable; those of tiles or studies
 * add up by {@link #plus}.
 *
 * <p>A class <i>occurs</i> where either mask has a pixel of it. Means are over the classes that
 * occur, so one that is found where there is none counts, as 0. Where no class occurs, the averages
 * of Dice, Jaccard and F-beta are 1, or what {@link EmptyMasks} says.
 *
 * <p>Class 0 is a class like the others. In a label map it mostly is background, and large: {@link
 * #withoutBackground()} leaves it out.
 *
 * <p>The {@code DiceMetric} of MONAI 1.5 averages over other classes: those that occur in the
 * truth, by default, or all, where an absent one counts 1. Its numbers are
 *
 * {@snippet :
 * // ignore_empty=True
 * overlaps.stream().filter(each -> each.truth() != 0).mapToDouble(Overlap::dice).average();
 * // ignore_empty=False
 * overlaps.stream().mapToDouble(Overlap::dice).average();
 * }
 *
 * for each pair of masks; its {@code MeanIoU} does the same with {@code Overlap::jaccard}. Of no
 * class it has NaN, which its mean over a batch leaves out.
 */
public final class ClassOverlaps implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Overlap[] overlaps;

  private ClassOverlaps(Overlap[] overlaps) {
    this.overlaps = overlaps;
  }

  /**
   * Returns the overlaps of classes 0, 1, ….
   *
   * @throws IllegalArgumentException if there is no class
   * @throws NullPointerException if an overlap is null
   */
  public static ClassOverlaps of(Overlap... overlaps) {
    if (overlaps.length == 0) {
      throw new IllegalArgumentException("no classes");
    }
    Overlap[] copy = overlaps.clone();
    for (int c = 0; c < copy.length; c++) {
      if (copy[c] == null) {
        throw new NullPointerException("the overlap of class " + c);
      }
    }
    return new ClassOverlaps(copy);
  }

  /** Returns how many classes there are. */
  public int size() {
    return overlaps.length;
  }

  /**
   * Returns the overlap of one class.
   *
   * @throws IndexOutOfBoundsException if there is no such class
   */
  public Overlap get(int index) {
    return overlaps[index];
  }

  /** Returns the overlaps of all classes, in order. */
  public Stream<Overlap> stream() {
    return Arrays.stream(overlaps);
  }

  /**
   * Returns the overlaps of classes 1, 2, …, which then are classes 0, 1, …. One class alone is no
   * background, and stays.
   */
  public ClassOverlaps withoutBackground() {
    return overlaps.length == 1
        ? this
        : new ClassOverlaps(Arrays.copyOfRange(overlaps, 1, overlaps.length));
  }

  /**
   * Returns the arithmetic mean of any measure of the classes that occur in either mask, like
   * {@code mean(Overlap::precision)}. Where the measure is NaN the class is left out: one that was
   * not predicted has no precision. NaN where no class is left.
   *
   * <p>Of a label map, {@code mean(Overlap::recall)} is the balanced accuracy of all its classes.
   *
   * @param measure returns a number or NaN
   */
  public double mean(ToDoubleFunction<Overlap> measure) {
    double sum = 0;
    int count = 0;
    for (Overlap overlap : overlaps) {
      double value = occurs(overlap) ? measure.applyAsDouble(overlap) : Double.NaN;
      if (!Double.isNaN(value)) {
        sum += value;
        count++;
      }
    }
    return sum / count;
  }

  private static boolean occurs(Overlap overlap) {
    return overlap.prediction() != 0 || overlap.truth() != 0;
  }

  /**
   * Returns the arithmetic mean of the Dice coefficients of the classes that occur in either mask
   * (macro Dice); 1 where none does.
   */
  public double meanDice() {
    return meanDice(EmptyMasks.ONE);
  }

  /**
   * Returns the arithmetic mean of the Dice coefficients of the classes that occur in either mask.
   *
   * @param emptyMasks the answer where no class occurs
   */
  public double meanDice(EmptyMasks emptyMasks) {
    return orIfNone(mean(Overlap::dice), emptyMasks.dice());
  }

  /**
   * Returns the mean IoU (mIoU): the arithmetic mean of the Jaccard indices of the classes that
   * occur in either mask; 1 where none does.
   */
  public double meanJaccard() {
    return meanJaccard(EmptyMasks.ONE);
  }

  /**
   * Returns the mean IoU (mIoU): the arithmetic mean of the Jaccard indices of the classes that
   * occur in either mask.
   *
   * @param emptyMasks the answer where no class occurs
   */
  public double meanJaccard(EmptyMasks emptyMasks) {
    return orIfNone(mean(Overlap::jaccard), emptyMasks.dice());
  }

  /**
   * Returns the arithmetic mean of F-beta of the classes that occur in either mask; 1 where none
   * does.
   *
   * @param beta how many times as much recall counts as precision; finite and at least 0
   * @throws IllegalArgumentException if {@code beta} is negative, infinite or NaN
   */
  public double meanFBeta(double beta) {
    return orIfNone(mean(each -> each.fBeta(beta)), Overlap.NONE.fBeta(beta));
  }

  /** For measures that are NaN of no class that occurs. */
  private static double orIfNone(double mean, double ofNone) {
    return Double.isNaN(mean) ? ofNone : mean;
  }

  /**
   * Returns the mean of the Dice coefficients, weighted by the sizes of the classes in the truth; 1
   * where no class occurs. See {@link #weightedDice(EmptyMasks)}.
   */
  public double weightedDice() {
    return weightedDice(EmptyMasks.ONE);
  }

  /**
   * Returns the mean of the Dice coefficients, weighted by the sizes of the classes in the truth, Σ
   * T·dice / Σ T ({@code average="weighted"} of torchmetrics 1.9). A class that is absent from the
   * truth has no weight. Where no class occurs in the truth but one in the prediction, it is 0.
   *
   * @param emptyMasks the answer where no class occurs in either mask
   */
  public double weightedDice(EmptyMasks emptyMasks) {
    double sum = 0;
    double weights = 0;
    for (Overlap overlap : overlaps) {
      sum += overlap.truth() * overlap.dice();
      weights += overlap.truth();
    }
    // Nothing to weigh by: all Dice coefficients are 0, or there are none.
    return weights == 0 ? meanDice(emptyMasks) : sum / weights;
  }

  /**
   * Returns the generalized Dice score; 1 where no class occurs. See {@link
   * #generalizedDice(ClassWeighting, EmptyMasks)}.
   */
  public double generalizedDice(ClassWeighting weighting) {
    return generalizedDice(weighting, EmptyMasks.ONE);
  }

  /**
   * Returns the generalized Dice score, 2 Σ w·I / Σ w·(P + T) over all classes, for I = |A∩B|, P =
   * |A|, T = |B| and weights w by the sizes T (Crum et al. 2006, Sudre et al. 2017). Where T is 0
   * and the weight infinite, it is the largest weight of this pair's other classes ({@code
   * compute_generalized_dice} of MONAI 1.5). Where no class occurs in the truth but one in the
   * prediction, the score is 0.
   *
   * @param weighting w; {@link ClassWeighting#SQUARE} is that of Sudre et al., and the usual one
   * @param emptyMasks the answer where no class occurs in either mask
   */
  public double generalizedDice(ClassWeighting weighting, EmptyMasks emptyMasks) {
    return GeneralizedDiceScore.of(overlaps, weighting, emptyMasks);
  }

  /**
   * Returns the counts of all classes added up, from which micro averages are made: {@code
   * micro().dice()} is the micro Dice.
   *
   * @throws ArithmeticException if a count passes 2⁶³ − 1
   */
  public Overlap micro() {
    Overlap sum = Overlap.NONE;
    for (Overlap overlap : overlaps) {
      sum = sum.plus(overlap);
    }
    return sum;
  }

  /**
   * Returns the overlaps of this pair's pixels and another's together, class by class.
   *
   * @throws IllegalArgumentException if the number of classes differs
   */
  public ClassOverlaps plus(ClassOverlaps other) {
    if (overlaps.length != other.overlaps.length) {
      throw new IllegalArgumentException(
          "cannot add " + other.overlaps.length + " classes to " + overlaps.length);
    }
    Overlap[] sums = new Overlap[overlaps.length];
    for (int c = 0; c < sums.length; c++) {
      sums[c] = overlaps[c].plus(other.overlaps[c]);
    }
    return new ClassOverlaps(sums);
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof ClassOverlaps other && Arrays.equals(overlaps, other.overlaps);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(overlaps);
  }

  @Override
  public String toString() {
    return "ClassOverlaps" + Arrays.toString(overlaps);
  }
}
