package dev.sorensen.reference;

import dev.sorensen.Layout;
import dev.sorensen.OverlapLoss;
import dev.sorensen.SoftDiceEvaluator;
import dev.sorensen.SoftOverlap;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * Compares gradients with {@link Reference#gradient}.
 *
 * @param <P> the type of the prediction
 * @param <T> the type of the truth
 * @param <G> the type of the gradient
 */
final class GradientConformance<P, T, G> {

  /** How far an element may be, relative to the largest, where the gradient holds floats. */
  private static final double FLOAT_TOLERANCE = 1e-5;

  /** How far it may be where the gradient holds doubles. */
  private static final double DOUBLE_TOLERANCE = 1e-12;

  /** What is left of a slope where the rounded probability is next to 1. */
  private static final double FLOAT_ROUNDING = 0x1p-22;

  private static final double DOUBLE_ROUNDING = 0x1p-51;

  private final SoftDiceEvaluator<P, T, G> evaluator;
  private final P prediction;
  private final T truth;
  private final MaskView predictionView;
  private final MaskView truthView;

  GradientConformance(SoftDiceEvaluator<P, T, G> evaluator, P prediction, T truth) {
    this.evaluator = evaluator;
    this.prediction = prediction;
    this.truth = truth;
    this.predictionView = evaluator.view(prediction);
    this.truthView = evaluator.truthView(truth);
  }

  /**
   * Checks the gradient of a loss of the pair, and of a batch of it.
   *
   * @param sums the reference's sums, from which the derivatives of the loss are taken
   */
  void check(OverlapLoss loss, SoftOverlap[] sums) {
    OverlapLoss.Result result = loss.evaluate(new SoftOverlap[][] {sums});
    double[] expected =
        Reference.gradient(
            predictionView,
            truthView,
            evaluator.form(),
            result.byIntersection()[0],
            result.byPrediction()[0]);
    G gradient = evaluator.newGradient(prediction);
    double value = evaluator.lossAndGradient(prediction, truth, gradient, loss);
    Conformance.equal("lossAndGradient", evaluator.diceLoss(prediction, truth, loss), value);
    double steepest = 0;
    for (int c = 0; c < sums.length; c++) {
      double slope =
          Math.abs(result.byIntersection()[0][c]) + Math.abs(result.byPrediction()[0][c]);
      steepest = Math.max(steepest, slope);
    }
    compare("lossAndGradient with " + loss, expected, steepest, gradient);

    G ofBatch = evaluator.newGradient(prediction);
    evaluator.lossAndGradient(List.of(prediction), List.of(truth), List.of(ofBatch), loss);
    compare("lossAndGradient of a batch of one with " + loss, expected, steepest, ofBatch);
  }

  /**
   * Compares two gradients.
   *
   * @param steepest the largest slope of the loss by a probability, roughly
   */
  private static void compare(String what, double[] expected, double steepest, Object gradient) {
    boolean floats = isFloats(gradient, expected.length);
    Decimals found = numbers(gradient, floats);
    Conformance.equal(what + ": elements", (long) expected.length, found.length());
    double largest = 0;
    for (double element : expected) {
      largest = Math.max(largest, Math.abs(element));
    }
    double tolerance =
        floats
            ? FLOAT_TOLERANCE * largest + FLOAT_ROUNDING * steepest
            : DOUBLE_TOLERANCE * largest + DOUBLE_ROUNDING * steepest;
    for (int i = 0; i < expected.length; i++) {
      Conformance.near(what + ": gradient[" + i + "]", expected[i], tolerance, found.at(i));
    }
  }

  private static boolean isFloats(Object gradient, int length) {
    return gradient instanceof float[]
        || (gradient instanceof MemorySegment segment
            && segment.byteSize() == (long) Float.BYTES * length);
  }

  private static Decimals numbers(Object gradient, boolean floats) {
    return switch (gradient) {
      case float[] array -> Decimals.of(array);
      case double[] array -> Decimals.of(array);
      case MemorySegment segment -> Decimals.of(floats ? Layout.FLOAT : Layout.DOUBLE, segment);
      default -> throw new AssertionError("a gradient of " + gradient.getClass());
    };
  }
}
