package dev.sorensen.examples.benchmarks;

/** What peers make of their counts: as generated evaluators do. */
final class Scores {

  private Scores() {}

  /** The Dice coefficient of two masks that are not both empty. */
  static double dice(long intersection, long sum) {
    return 2.0 * intersection / sum;
  }

  /** The F-score that weighs recall twice: unlike Dice, it needs both sums. */
  static double f2(long intersection, long prediction, long truth) {
    return 5.0 * intersection / (4.0 * truth + prediction);
  }

  /** The mean Dice coefficient of the classes that occur, from their joint histogram. */
  static double meanDice(int[] histogram, int classes) {
    double sum = 0;
    int occurring = 0;
    for (int k = 0; k < classes; k++) {
      long pixels = 0;
      for (int other = 0; other < classes; other++) {
        pixels += histogram[k * classes + other] + (long) histogram[other * classes + k];
      }
      if (pixels > 0) {
        sum += dice(histogram[k * classes + k], pixels);
        occurring++;
      }
    }
    return sum / occurring;
  }
}
