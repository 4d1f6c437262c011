package dev.sorensen.internal;

import java.util.Arrays;

/**
 * Where numbers lie among sorted thresholds: the bin of a number is how many of them it is above.
 * NaN has a bin after all others.
 *
 * <p>The line of numbers is cut into cells of one size. A number is above all thresholds of lower
 * cells and none of higher ones, so that only those of its own, mostly one at most, are looked at.
 */
final class ThresholdBins {

  /** Of evenly spaced thresholds no two are then in one cell, and few of their logits. */
  private static final int CELLS_PER_THRESHOLD = 4;

  private final int count;

  /** The thresholds, and one that nothing is above. */
  private final double[] thresholds;

  private final double origin;
  private final double cellsPerUnit;
  private final int lastCell;

  /** By cell, how many thresholds lie in lower ones; then how many there are. */
  private final int[] inLowerCells;

  /**
   * Makes bins.
   *
   * @param sorted different thresholds, the lowest first
   */
  ThresholdBins(double[] sorted) {
    this.count = sorted.length;
    this.thresholds = Arrays.copyOf(sorted, count + 1);
    thresholds[count] = Double.POSITIVE_INFINITY;
    // Cells lie between the second and the last but one: the logits of 0 and 1 are far away, and
    // have what is below and above.
    int outer = count > 2 ? 1 : 0;
    int cells = CELLS_PER_THRESHOLD * count;
    this.origin = thresholds[outer];
    this.cellsPerUnit = (cells - 2) / (thresholds[Math.max(outer, count - 1 - outer)] - origin);
    // If they are one or infinite, one cell has all.
    this.lastCell = cellsPerUnit > 0 && Double.isFinite(cellsPerUnit) ? cells : 0;
    this.inLowerCells = new int[lastCell + 2];
    for (double threshold : sorted) {
      inLowerCells[cell(threshold) + 1]++;
    }
    for (int cell = 0; cell <= lastCell; cell++) {
      inLowerCells[cell + 1] += inLowerCells[cell];
    }
  }

  /** Returns the cell of a value. It never falls as the value rises, whatever is rounded. */
  private int cell(double value) {
    int cell = (int) ((value - origin) * cellsPerUnit + 1);
    return Math.max(0, Math.min(cell, lastCell));
  }

  /** Returns the highest bin of numbers: of those above all thresholds. */
  int highest() {
    return count;
  }

  /** Returns the bin of NaN. */
  int ofNan() {
    return count + 1;
  }

  /** Returns the bin of a value. */
  int of(double value) {
    if (Double.isNaN(value)) {
      return ofNan();
    }
    int cell = cell(value);
    int bin = inLowerCells[cell];
    int inCell = inLowerCells[cell + 1] - bin;
    return inCell > 1
        ? search(value, bin, bin + inCell)
        // Without a branch, which noise would mispredict.
        : bin + Branchless.above(value, thresholds[bin]);
  }

  private int search(double value, int from, int to) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (value > thresholds[middle]) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Returns what numbers of a bin are not above; infinity for the highest. */
  double threshold(int bin) {
    return thresholds[bin];
  }
}
