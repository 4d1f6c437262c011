package dev.sorensen.internal;

import dev.sorensen.ClassOverlaps;
import dev.sorensen.Overlap;
import dev.sorensen.SoftOverlap;

/**
 * The totals of a pass over masks with several classes: for class c, elements 3c to 3c + 2 are the
 * intersection, the size in the prediction and that in the truth. Counts have two more elements:
 * the pixels whose label is out of range in the prediction, and in the truth.
 */
public final class ClassTotals {

  private ClassTotals() {}

  /** Returns the totals of no pixels. */
  public static long[] counts(int classes) {
    return new long[3 * classes + 2];
  }

  /** Returns the sum of the sizes of all classes in the prediction. */
  public static long prediction(long[] totals, int classes) {
    return sum(totals, 1, classes);
  }

  /** Returns the sum of the sizes of all classes in the truth. */
  public static long truth(long[] totals, int classes) {
    return sum(totals, 2, classes);
  }

  private static long sum(long[] totals, int first, int classes) {
    long sum = 0;
    for (int c = 0; c < classes; c++) {
      sum += totals[3 * c + first];
    }
    return sum;
  }

  /** Returns the sum of the sizes of all classes in the truth, which are counts. */
  public static long truth(double[] sums, int classes) {
    long sum = 0;
    for (int c = 0; c < classes; c++) {
      sum += (long) sums[3 * c + 2];
    }
    return sum;
  }

  /** Returns how many pixels have a label in the prediction that is out of range. */
  public static long predictionOutOfRange(long[] totals, int classes) {
    return totals[3 * classes];
  }

  /** Returns how many pixels have a label in the truth that is out of range. */
  public static long truthOutOfRange(long[] totals, int classes) {
    return totals[3 * classes + 1];
  }

  /**
   * Counts a stretch of which a label is no class.
   *
   * @param predictionIgnored the prediction's label that is no class, or −1
   * @param truthIgnored the label of pixels that count nowhere, or −1
   */
  public static void addUnusual(
      int p,
      int t,
      int pixels,
      long[] totals,
      int classes,
      int predictionIgnored,
      int truthIgnored) {
    boolean predicted = p != predictionIgnored;
    boolean counted = t != truthIgnored;
    totals[3 * classes] += predicted && p >= classes ? pixels : 0;
    totals[3 * classes + 1] += counted && t >= classes ? pixels : 0;
    boolean wrong = (predicted && p >= classes) || (counted && t >= classes);
    if (wrong || !counted) {
      return;
    }
    totals[3 * t + 2] += pixels;
    if (predicted) {
      totals[3 * p + 1] += pixels;
      totals[3 * p] += p == t ? pixels : 0;
    }
  }

  /**
   * Adds the counts of pairs of labels, and makes them 0.
   *
   * @param joint the count of prediction p with truth t at {@code classes * p + t}
   */
  public static void addJoint(int[] joint, int classes, long[] totals) {
    for (int p = 0; p < classes; p++) {
      for (int t = 0; t < classes; t++) {
        int pixels = joint[classes * p + t];
        if (pixels != 0) { // few pairs of many classes ever meet
          joint[classes * p + t] = 0;
          totals[3 * p] += p == t ? pixels : 0;
          totals[3 * p + 1] += pixels;
          totals[3 * t + 2] += pixels;
        }
      }
    }
  }

  /** Returns counts by class. */
  public static ClassOverlaps overlaps(long[] totals, int classes, long pixels) {
    Overlap[] overlaps = new Overlap[classes];
    for (int c = 0; c < classes; c++) {
      overlaps[c] = new Overlap(totals[3 * c], totals[3 * c + 1], totals[3 * c + 2], pixels);
    }
    return ClassOverlaps.of(overlaps);
  }

  /** Returns soft sums by class. */
  public static SoftOverlap[] softOverlaps(double[] sums, int classes, long pixels) {
    SoftOverlap[] overlaps = new SoftOverlap[classes];
    for (int c = 0; c < classes; c++) {
      overlaps[c] = new SoftOverlap(sums[3 * c], sums[3 * c + 1], sums[3 * c + 2], pixels);
    }
    return overlaps;
  }

  /** Returns the sums of hard overlaps, by class. */
  public static SoftOverlap[] softOverlaps(ClassOverlaps overlaps) {
    SoftOverlap[] sums = new SoftOverlap[overlaps.size()];
    for (int c = 0; c < sums.length; c++) {
      sums[c] = SoftOverlap.of(overlaps.get(c));
    }
    return sums;
  }
}
