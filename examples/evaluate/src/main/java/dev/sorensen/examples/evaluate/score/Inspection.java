package dev.sorensen.examples.evaluate.score;

import dev.sorensen.Overlap;
import dev.sorensen.examples.evaluate.input.Segmentation;
import dev.sorensen.examples.evaluate.input.Shape;
import dev.sorensen.examples.evaluate.mask.Mask;
import dev.sorensen.examples.evaluate.mask.SoftMask;
import dev.sorensen.examples.evaluate.score.Details.Curve;
import dev.sorensen.examples.evaluate.score.Details.Slice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks at where a prediction and its truth differ. */
final class Inspection {

  /** How many planes are drawn. */
  private static final int WORST = 3;

  /** Thresholds are hundredths, but 0 and 1. */
  private static final int HUNDREDTHS = 100;

  private Inspection() {}

  /** A plane of both masks. */
  private record Plane(long index, Mask prediction, Mask truth, Overlap overlap) {

    static Plane of(long index, Mask prediction, Mask truth) {
      return new Plane(index, prediction, truth, prediction.overlap(truth));
    }

    long wrong() {
      return overlap.falsePositives() + overlap.falseNegatives();
    }

    Slice draw(PlanePicture picture) {
      return picture.draw(index, overlap, prediction.view(), truth.view());
    }
  }

  /** Returns where two segmentations of one shape differ. */
  static Details of(Segmentation prediction, Segmentation truth) {
    Mask predicted = prediction.foreground();
    Mask actual = truth.foreground();
    PlanePicture picture = new PlanePicture(size(truth.shape(), 0), size(truth.shape(), 1));
    long planes = truth.shape().voxels() / picture.pixels();
    List<Slice> slices =
        worst(predicted, actual, planes, picture.pixels()).stream()
            .map(plane -> plane.draw(picture))
            .toList();
    return new Details(slices, prediction.probabilities().map(soft -> curve(soft, actual)));
  }

  private static int size(Shape shape, int dimension) {
    return shape.dimensions().size() > dimension
        ? Math.toIntExact(shape.dimensions().get(dimension))
        : 1;
  }

  private static List<Plane> worst(Mask prediction, Mask truth, long planes, long pixels) {
    List<Plane> worst = new ArrayList<>();
    for (long i = 0; i < planes; i++) {
      Plane plane =
          Plane.of(i, prediction.part(i * pixels, pixels), truth.part(i * pixels, pixels));
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
