package dev.sorensen.reference;

import dev.sorensen.ClassWeighting;
import dev.sorensen.Reduction;
import dev.sorensen.SoftOverlap;
import dev.sorensen.StandardLoss;
import java.util.ArrayList;
import java.util.List;

/** The formulas of the standard losses, as one reads them. */
final class ReferenceLoss {

  private ReferenceLoss() {}

  static double of(SoftOverlap[][] sums, StandardLoss loss) {
    List<Double> losses = new ArrayList<>();
    if (loss.batch()) {
      losses.addAll(ofSample(total(sums), loss));
    } else {
      for (SoftOverlap[] sample : sums) {
        losses.addAll(ofSample(sample, loss));
      }
    }
    double total = 0;
    for (double each : losses) {
      total += each;
    }
    return loss.reduction() == Reduction.MEAN ? total / losses.size() : total;
  }

  private static SoftOverlap[] total(SoftOverlap[][] sums) {
    SoftOverlap[] total = sums[0].clone();
    for (int b = 1; b < sums.length; b++) {
      for (int c = 0; c < total.length; c++) {
        total[c] = total[c].plus(sums[b][c]);
      }
    }
    return total;
  }

  private static List<Double> ofSample(SoftOverlap[] classes, StandardLoss loss) {
    List<SoftOverlap> sums = new ArrayList<>(List.of(classes));
    if (!loss.includeBackground() && sums.size() > 1) {
      sums.removeFirst();
    }
    double[] given = loss.weights();
    List<Double> weights = new ArrayList<>();
    for (int c = 0; c < sums.size(); c++) {
      boolean weighted = sums.size() > 1 && given.length > 0;
      weights.add(weighted ? given[given.length == 1 ? 0 : c] : 1);
    }
    return switch (loss.kind()) {
      case GENERALIZED_DICE -> List.of(generalizedDice(sums, weights, loss));
      case DICE, JACCARD, TVERSKY, FOCAL_TVERSKY, LOG_DICE, LOG_COSH_DICE -> {
        List<Double> losses = new ArrayList<>();
        for (int c = 0; c < sums.size(); c++) {
          losses.add(weights.get(c) * ofClass(sums.get(c), loss));
        }
        yield losses;
      }
    };
  }

  private static double ofClass(SoftOverlap sums, StandardLoss loss) {
    double i = sums.intersection();
    double p = sums.prediction();
    double t = sums.truth();
    double nr = loss.smoothNumerator();
    double dr = loss.smoothDenominator();
    double dice = (2 * i + nr) / (p + t + dr);
    double tversky = (i + nr) / (i + loss.alpha() * (p - i) + loss.beta() * (t - i) + dr);
    return switch (loss.kind()) {
      case DICE -> 1 - dice;
      case JACCARD -> 1 - (2 * i + nr) / (2 * (p + t - i) + dr);
      case TVERSKY -> 1 - tversky;
      case FOCAL_TVERSKY -> Math.pow(Math.max(0, 1 - tversky), loss.gamma());
      case LOG_DICE -> -Math.log(dice);
      // As log(cosh(x)) is, without the overflow of a large x.
      case LOG_COSH_DICE ->
          Math.abs(1 - dice) + Math.log1p(Math.exp(-2 * Math.abs(1 - dice))) - Math.log(2);
      case GENERALIZED_DICE -> throw new IllegalArgumentException("it is a loss of all classes");
    };
  }

  private static double generalizedDice(
      List<SoftOverlap> sums, List<Double> weights, StandardLoss loss) {
    double largest = 0;
    for (SoftOverlap ofClass : sums) {
      double w = bySize(ofClass.truth(), loss.classWeighting());
      if (w != Double.POSITIVE_INFINITY) {
        largest = Math.max(largest, w);
      }
    }
    double numerator = loss.smoothNumerator();
    double denominator = loss.smoothDenominator();
    for (int c = 0; c < sums.size(); c++) {
      SoftOverlap ofClass = sums.get(c);
      double w = bySize(ofClass.truth(), loss.classWeighting());
      if (w == Double.POSITIVE_INFINITY) {
        w = largest;
      }
      w *= weights.get(c);
      numerator += 2 * w * ofClass.intersection();
      denominator += w * (ofClass.prediction() + ofClass.truth());
    }
    return 1 - numerator / denominator;
  }

  private static double bySize(double truth, ClassWeighting weighting) {
    return switch (weighting) {
      case SQUARE -> 1 / (truth * truth);
      case SIMPLE -> 1 / truth;
      case UNIFORM -> 1;
    };
  }
}
