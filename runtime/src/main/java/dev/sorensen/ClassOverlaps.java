package dev.sorensen;

import java.io.Serializable;
import java.util.Arrays;

/**
 * An {@link Overlap} for each class of a pair of masks. It is immutable; those of tiles or studies
 * add up by {@link #plus}.
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

  /**
   * Returns the arithmetic mean of the Dice coefficients of the classes that occur in either mask;
   * 1 where none does.
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
    double sum = 0;
    int present = 0;
    for (Overlap overlap : overlaps) {
      if (overlap.prediction() != 0 || overlap.truth() != 0) {
        sum += overlap.dice();
        present++;
      }
    }
    return present == 0 ? emptyMasks.dice() : sum / present;
  }

  /** Returns the counts of all classes added up, from which micro averages are made. */
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
