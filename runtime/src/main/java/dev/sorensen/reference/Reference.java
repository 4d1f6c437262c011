package dev.sorensen.reference;

import dev.sorensen.ClassOverlaps;
import dev.sorensen.EmptyMasks;
import dev.sorensen.Form;
import dev.sorensen.Overlap;
import dev.sorensen.SoftOverlap;
import dev.sorensen.StandardLoss;

/**
 * Overlaps and losses of two {@link MaskView}s, pixel by pixel. Pixels that the truth ignores count
 * nowhere. Masks that differ in their pixels or classes are an {@link IllegalArgumentException}.
 */
public final class Reference {

  private Reference() {}

  /** Returns the counts of foreground pixels of masks of one class. */
  public static Overlap overlap(MaskView prediction, MaskView truth) {
    requireOneClass(prediction, "overlaps");
    return overlaps(prediction, truth).get(0);
  }

  /**
   * Returns the counts of each class.
   *
   * <p>A prediction of numbers, beside a label map, has the one class in each pixel that has the
   * largest value there; every other prediction has the classes that are foreground.
   */
  public static ClassOverlaps overlaps(MaskView prediction, MaskView truth) {
    requireComparable(prediction, truth);
    Overlap[] overlaps = new Overlap[prediction.classes()];
    for (int c = 0; c < overlaps.length; c++) {
      overlaps[c] = overlap(c, prediction, truth);
    }
    return ClassOverlaps.of(overlaps);
  }

  private static Overlap overlap(int c, MaskView prediction, MaskView truth) {
    long both = 0;
    long predicted = 0;
    long actual = 0;
    long counted = 0;
    for (long i = 0; i < prediction.pixels(); i++) {
      if (truth.ignored(i)) {
        continue;
      }
      counted++;
      boolean inPrediction = predicted(c, i, prediction, truth);
      boolean inTruth = truth.foreground(c, i);
      if (inPrediction) {
        predicted++;
      }
      if (inTruth) {
        actual++;
      }
      if (inPrediction && inTruth) {
        both++;
      }
    }
    return new Overlap(both, predicted, actual, counted);
  }

  private static boolean predicted(int c, long pixel, MaskView prediction, MaskView truth) {
    if (prediction.isSoft() && truth.isLabelMap()) {
      return c == classOfLargest(prediction, pixel);
    }
    return prediction.foreground(c, pixel);
  }

  /** The first of the largest; NaN and −∞ never are, and where no value is, it is class 0. */
  private static int classOfLargest(MaskView prediction, long pixel) {
    int best = 0;
    double largest = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < prediction.classes(); c++) {
      // Before the activation, which keeps the order but for rounding.
      double value = prediction.rawValue(c, pixel);
      if (value > largest) {
        best = c;
        largest = value;
      }
    }
    return best;
  }

  /**
   * Returns the Dice coefficient, 2|A∩B| / (|A| + |B|); of several classes, the mean over those
   * that occur in either mask.
   *
   * @param emptyMasks the answer where no class occurs
   */
  public static double dice(MaskView prediction, MaskView truth, EmptyMasks emptyMasks) {
    return dice(prediction, truth, emptyMasks, true);
  }

  /**
   * Returns the Dice coefficient, 2|A∩B| / (|A| + |B|); of several classes, the mean over those
   * that occur in either mask.
   *
   * @param emptyMasks the answer where no class occurs
   * @param includeBackground whether class 0 is one of several classes
   */
  public static double dice(
      MaskView prediction, MaskView truth, EmptyMasks emptyMasks, boolean includeBackground) {
    ClassOverlaps overlaps = overlaps(prediction, truth);
    double sum = 0;
    int occurring = 0;
    int first = includeBackground || overlaps.size() == 1 ? 0 : 1;
    for (int c = first; c < overlaps.size(); c++) {
      Overlap counts = overlaps.get(c);
      if (counts.prediction() != 0 || counts.truth() != 0) {
        sum += 2.0 * counts.intersection() / ((double) counts.prediction() + counts.truth());
        occurring++;
      }
    }
    if (occurring == 0) {
      return switch (emptyMasks) {
        case ONE -> 1;
        case ZERO -> 0;
        case NAN -> Double.NaN;
      };
    }
    return sum / occurring;
  }

  /** Returns the sums of {@link #softOverlaps} of masks of one class. */
  public static SoftOverlap softOverlap(MaskView prediction, MaskView truth) {
    requireOneClass(prediction, "softOverlaps");
    return softOverlaps(prediction, truth)[0];
  }

  /** Returns the sums of {@link #softOverlaps(MaskView, MaskView, Form)} of products. */
  public static SoftOverlap[] softOverlaps(MaskView prediction, MaskView truth) {
    return softOverlaps(prediction, truth, Form.PRODUCT);
  }

  /**
   * Returns I, P and T of each class in a form, each sum compensated.
   *
   * <p>A truth that holds no numbers is 1 where it is foreground and 0 elsewhere. There I is a sum
   * over the foreground: what the prediction holds elsewhere, even NaN or infinity, adds nothing to
   * it.
   */
  public static SoftOverlap[] softOverlaps(MaskView prediction, MaskView truth, Form form) {
    requireComparable(prediction, truth);
    SoftOverlap[] sums = new SoftOverlap[prediction.classes()];
    for (int c = 0; c < sums.length; c++) {
      sums[c] = softOverlap(c, prediction, truth, form);
    }
    return sums;
  }

  private static SoftOverlap softOverlap(int c, MaskView prediction, MaskView truth, Form form) {
    CompensatedSum both = new CompensatedSum();
    CompensatedSum predicted = new CompensatedSum();
    CompensatedSum actual = new CompensatedSum();
    long counted = 0;
    for (long i = 0; i < prediction.pixels(); i++) {
      if (truth.ignored(i)) {
        continue;
      }
      counted++;
      double p = prediction.value(c, i);
      predicted.add(size(p, form));
      if (truth.isSoft()) {
        double t = truth.value(c, i);
        both.add(common(p, t, form));
        actual.add(size(t, form));
      } else if (truth.foreground(c, i)) {
        both.add(common(p, 1, form));
        actual.add(1);
      }
    }
    return new SoftOverlap(both.value(), predicted.value(), actual.value(), counted);
  }

  private static double common(double p, double t, Form form) {
    return switch (form) {
      case PRODUCT, SQUARED -> p * t;
      case SOFT_LABEL -> (Math.abs(p) + Math.abs(t) - Math.abs(p - t)) / 2;
    };
  }

  private static double size(double value, Form form) {
    return switch (form) {
      case PRODUCT -> value;
      case SQUARED -> value * value;
      case SOFT_LABEL -> Math.abs(value);
    };
  }

  /**
   * Returns the gradient of a loss with respect to the prediction's values before the activation:
   * for class c and pixel i at {@code c * pixels + i}. It is 0 for pixels that the truth ignores.
   *
   * <p>Where |x| has no derivative, at 0, it is taken to be 0.
   *
   * @param byIntersection ∂L/∂I of each class
   * @param byPrediction ∂L/∂P of each class
   */
  public static double[] gradient(
      MaskView prediction,
      MaskView truth,
      Form form,
      double[] byIntersection,
      double[] byPrediction) {
    requireComparable(prediction, truth);
    int classes = prediction.classes();
    int pixels = Math.toIntExact(prediction.pixels());
    double[] gradient = new double[Math.multiplyExact(classes, pixels)];
    for (int i = 0; i < pixels; i++) {
      if (truth.ignored(i)) {
        continue;
      }
      double[] p = new double[classes];
      double[] byProbability = new double[classes];
      for (int c = 0; c < classes; c++) {
        p[c] = prediction.value(c, i);
        byProbability[c] =
            throughIntersection(byIntersection[c], p[c], c, i, truth, form)
                + byPrediction[c] * slopeOfSize(p[c], form);
      }
      for (int c = 0; c < classes; c++) {
        gradient[c * pixels + i] = throughActivation(prediction, c, i, p, byProbability);
      }
    }
    return gradient;
  }

  /** A pixel outside the foreground has no part in I, even if ∂L/∂I is infinite. */
  private static double throughIntersection(
      double byIntersection, double p, int c, long pixel, MaskView truth, Form form) {
    if (truth.isSoft()) {
      return byIntersection * slopeOfCommon(p, truth.value(c, pixel), form);
    }
    return truth.foreground(c, pixel) ? byIntersection * slopeOfCommon(p, 1, form) : 0;
  }

  private static double slopeOfCommon(double p, double t, Form form) {
    return switch (form) {
      case PRODUCT, SQUARED -> t;
      case SOFT_LABEL -> (Math.signum(p) - Math.signum(p - t)) / 2;
    };
  }

  private static double slopeOfSize(double p, Form form) {
    return switch (form) {
      case PRODUCT -> 1;
      case SQUARED -> 2 * p;
      case SOFT_LABEL -> Math.signum(p);
    };
  }

  /**
   * The derivative by the value of class c, from those by the probabilities of all classes. Both
   * are written so that nothing cancels where a probability is next to 1.
   */
  private static double throughActivation(
      MaskView prediction, int c, long pixel, double[] p, double[] byProbability) {
    return switch (prediction.activation()) {
      case NONE -> byProbability[c];
      // The sigmoid's derivative is p (1 − p), and 1 − p the sigmoid of the negative.
      case SIGMOID -> byProbability[c] * p[c] / (1 + StrictMath.exp(prediction.rawValue(c, pixel)));
      // p_c (g_c − Σ p_k g_k), where the p_k sum to 1.
      case SOFTMAX -> {
        double difference = 0;
        for (int k = 0; k < p.length; k++) {
          difference += p[k] * (byProbability[c] - byProbability[k]);
        }
        yield p[c] * difference;
      }
    };
  }

  /** Returns a loss of one sample with one class by its formula. */
  public static double loss(SoftOverlap sums, StandardLoss loss) {
    return loss(new SoftOverlap[] {sums}, loss);
  }

  /**
   * Returns a loss of one sample: the mean of the losses of its classes, or their sum.
   *
   * @param sums the sums of each class
   */
  public static double loss(SoftOverlap[] sums, StandardLoss loss) {
    return loss(new SoftOverlap[][] {sums}, loss);
  }

  /**
   * Returns a loss of a batch.
   *
   * @param sums the sums of each sample and class
   */
  public static double loss(SoftOverlap[][] sums, StandardLoss loss) {
    return ReferenceLoss.of(sums, loss);
  }

  private static void requireOneClass(MaskView prediction, String instead) {
    if (prediction.classes() != 1) {
      throw new IllegalArgumentException(
          "masks of " + prediction.classes() + " classes: use " + instead);
    }
  }

  private static void requireComparable(MaskView prediction, MaskView truth) {
    if (prediction.pixels() != truth.pixels()) {
      throw new IllegalArgumentException(
          "a prediction of " + prediction.pixels() + " pixels, a truth of " + truth.pixels());
    }
    if (prediction.classes() != truth.classes()) {
      throw new IllegalArgumentException(
          "a prediction of " + prediction.classes() + " classes, a truth of " + truth.classes());
    }
  }
}
