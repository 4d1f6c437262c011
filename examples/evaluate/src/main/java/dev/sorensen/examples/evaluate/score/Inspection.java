package dev.sorensen.examples.evaluate.score;

import dev.sorensen.Overlap;
import dev.sorensen.examples.evaluate.input.Segmentation;
import dev.sorensen.examples.evaluate.mask.Mask;
import dev.sorensen.examples.evaluate.mask.SoftMask;
import dev.sorensen.examples.evaluate.score.Details.Curve;
import dev.sorensen.examples.evaluate.score.Details.Slice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Looks at where a prediction and its truth differ. */
final class Inspection {

  /** How many planes are drawn. */
  private static final int WORST = 3;

  /** Thresholds are hundredths, but 0 and 1. */
  private static final int HUNDREDTHS = 100;

  private Inspection() {}

  /** A plane of both, and in how many voxels they differ. */
  private record Plane(long index, Segmentation prediction, Segmentation truth, long wrong) {}

  /** Returns where two segmentations of one shape, whose scores are known, differ. */
  static Details of(Segmentation prediction, Segmentation truth, Scores scores) {
    LabelColours colours = LabelColours.of(scores);
    PlanePicture picture = new PlanePicture(truth.shape().plane(), colours);
    List<Slice> slices =
        worst(prediction, truth, !colours.isEmpty()).stream()
            .map(plane -> picture.draw(plane.index(), plane.prediction(), plane.truth()))
            .toList();
    return new Details(
        slices,
        colours.byLabel(),
        prediction.probabilities().map(soft -> curve(soft, truth.foreground())));
  }

  private static List<Plane> worst(Segmentation prediction, Segmentation truth, boolean byLabel) {
    List<Plane> worst = new ArrayList<>();
    for (long i = 0; i < truth.shape().planes(); i++) {
      Segmentation predicted = prediction.plane(i);
      Segmentation actual = truth.plane(i);
      Plane plane = new Plane(i, predicted, actual, wrong(predicted, actual, byLabel));
      if (plane.wrong() > 0) {
        worst.add(plane);
        // The first of equals stays before the others.
        worst.sort(Comparator.comparingLong(Plane::wrong).reversed());
        if (worst.size() > WORST) {
          worst.removeLast();
        }
      }
    }
    return worst;
  }

  /** A voxel with one label for another is wrong for both of them. */
  private static long wrong(Segmentation prediction, Segmentation truth, boolean byLabel) {
    Collection<Overlap> overlaps =
        byLabel
            ? Scores.of(prediction, truth).labels().values()
            : List.of(prediction.foreground().overlap(truth.foreground()));
    return overlaps.stream()
        .mapToLong(overlap -> overlap.falsePositives() + overlap.falseNegatives())
        .sum();
  }

  private static Curve curve(SoftMask prediction, Mask truth) {
    float[] thresholds = new float[HUNDREDTHS - 1];
    for (int i = 0; i < thresholds.length; i++) {
      thresholds[i] = (i + 1) / (float) HUNDREDTHS;
    }
    Overlap[] overlaps = prediction.sweep(truth, thresholds);
    double[] dice = new double[thresholds.length];
    double[] hundredths = new double[thresholds.length];
    for (int i = 0; i < dice.length; i++) {
      dice[i] = overlaps[i].dice();
      hundredths[i] = (i + 1) / (double) HUNDREDTHS;
    }
    return new Curve(hundredths, dice);
  }
}
