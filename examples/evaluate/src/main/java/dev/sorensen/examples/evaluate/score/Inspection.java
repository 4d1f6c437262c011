package dev.sorensen.examples.evaluate.score;

import dev.sorensen.Overlap;
import dev.sorensen.examples.evaluate.input.Segmentation;
import dev.sorensen.examples.evaluate.input.Shape;
import dev.sorensen.examples.evaluate.mask.Mask;
import dev.sorensen.examples.evaluate.mask.SoftMask;
import dev.sorensen.examples.evaluate.score.Details.Curve;
import dev.sorensen.examples.evaluate.score.Details.Slice;
import dev.sorensen.reference.MaskView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks at where a prediction and its truth differ. */
final class Inspection {

  /** How many planes are drawn. */
  private static final int WORST = 3;

  /** Thresholds are hundredths, but 0 and 1. */
  private static final int HUNDREDTHS = 100;

  private Inspection() {}

  /** How much of a plane is foreground in one alone. */
  private record Plane(long index, Overlap overlap) {

    long wrong() {
      return overlap.falsePositives() + overlap.falseNegatives();
    }
  }

  /** Returns where two segmentations of one shape differ. */
  static Details of(Segmentation prediction, Segmentation truth) {
    Mask predicted = prediction.foreground();
    Mask actual = truth.foreground();
    PlanePicture picture = new PlanePicture(size(truth.shape(), 0), size(truth.shape(), 1));
    MaskView predictedView = predicted.view();
    MaskView actualView = actual.view();
    List<Slice> slices = new ArrayList<>();
    for (Plane plane : worst(predictedView, actualView, picture.pixels())) {
      slices.add(picture.draw(plane.index(), plane.overlap(), predictedView, actualView));
    }
    return new Details(slices, curve(predicted, actual));
  }

  private static int size(Shape shape, int dimension) {
    return shape.dimensions().size() > dimension
        ? Math.toIntExact(shape.dimensions().get(dimension))
        : 1;
  }

  private static List<Plane> worst(MaskView prediction, MaskView truth, long pixels) {
    List<Plane> worst = new ArrayList<>();
    for (long first = 0; first < truth.pixels(); first += pixels) {
      Plane plane = new Plane(first / pixels, overlap(prediction, truth, first, pixels));
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

  private static Overlap overlap(MaskView prediction, MaskView truth, long first, long pixels) {
    long both = 0;
    long predicted = 0;
    long actual = 0;
    for (long i = first; i < first + pixels; i++) {
      boolean isPredicted = prediction.foreground(i);
      boolean isActual = truth.foreground(i);
      both += isPredicted && isActual ? 1 : 0;
      predicted += isPredicted ? 1 : 0;
      actual += isActual ? 1 : 0;
    }
    return new Overlap(both, predicted, actual, pixels);
  }

  private static Optional<Curve> curve(Mask prediction, Mask truth) {
    if (!(prediction instanceof SoftMask soft)) {
      return Optional.empty();
    }
    float[] thresholds = new float[HUNDREDTHS - 1];
    for (int i = 0; i < thresholds.length; i++) {
      thresholds[i] = (i + 1) / (float) HUNDREDTHS;
    }
    Overlap[] overlaps = soft.sweep(truth, thresholds);
    double[] dice = new double[thresholds.length];
    double[] hundredths = new double[thresholds.length];
    for (int i = 0; i < dice.length; i++) {
      dice[i] = overlaps[i].dice();
      hundredths[i] = (i + 1) / (double) HUNDREDTHS;
    }
    return Optional.of(new Curve(hundredths, dice));
  }
}
