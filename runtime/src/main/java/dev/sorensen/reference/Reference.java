package dev.sorensen.reference;

import dev.sorensen.EmptyMasks;
import dev.sorensen.Overlap;
import dev.sorensen.SoftOverlap;
import dev.sorensen.StandardLoss;

/** Overlaps and losses of two {@link MaskView}s, pixel by pixel. */
public final class Reference {

  private Reference() {}

  /** Returns the counts of foreground pixels. */
  public static Overlap overlap(MaskView prediction, MaskView truth) {
    requireSamePixels(prediction, truth);
    long both = 0;
    long predicted = 0;
    long actual = 0;
    long counted = 0;
    for (long i = 0; i < prediction.pixels(); i++) {
      if (truth.ignored(i)) {
        continue;
      }
      counted++;
      if (prediction.foreground(i)) {
        predicted++;
      }
      if (truth.foreground(i)) {
        actual++;
      }
      if (prediction.foreground(i) && truth.foreground(i)) {
        both++;
      }
    }
    return new Overlap(both, predicted, actual, counted);
  }

  /** Returns the Dice coefficient, 2|A∩B| / (|A| + |B|). */
  public static double dice(MaskView prediction, MaskView truth, EmptyMasks emptyMasks) {
    Overlap counts = overlap(prediction, truth);
    if (counts.prediction() == 0 && counts.truth() == 0) {
      return switch (emptyMasks) {
        case ONE -> 1;
        case ZERO -> 0;
        case NAN -> Double.NaN;
      };
    }
    return 2.0 * counts.intersection() / ((double) counts.prediction() + counts.truth());
  }

  /** Returns Σ pᵢtᵢ, Σ pᵢ and Σ tᵢ, each sum compensated. */
  public static SoftOverlap softOverlap(MaskView prediction, MaskView truth) {
    requireSamePixels(prediction, truth);
    CompensatedSum both = new CompensatedSum();
    CompensatedSum predicted = new CompensatedSum();
    CompensatedSum actual = new CompensatedSum();
    long counted = 0;
    for (long i = 0; i < prediction.pixels(); i++) {
      if (truth.ignored(i)) {
        continue;
      }
      counted++;
      both.add(prediction.value(i) * truth.value(i));
      predicted.add(prediction.value(i));
      actual.add(truth.value(i));
    }
    return new SoftOverlap(both.value(), predicted.value(), actual.value(), counted);
  }

  /** Returns a loss by its formula. */
  public static double loss(SoftOverlap sums, StandardLoss loss) {
    double numerator = 2 * sums.intersection() + loss.smoothNumerator();
    double denominator = sums.prediction() + sums.truth() + loss.smoothDenominator();
    return 1 - numerator / denominator;
  }

  private static void requireSamePixels(MaskView prediction, MaskView truth) {
    if (prediction.pixels() != truth.pixels()) {
      throw new IllegalArgumentException(
          "a prediction of " + prediction.pixels() + " pixels, a truth of " + truth.pixels());
    }
  }
}
