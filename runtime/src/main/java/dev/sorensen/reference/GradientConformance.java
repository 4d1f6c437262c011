package dev.sorensen.reference;

import dev.sorensen.Form;
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

  /** How far the parts that a gradient is the sum of may be, which may cancel. */
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
    double[] byIntersection = result.byIntersection()[0];
    double[] byPrediction = result.byPrediction()[0];
    double[] expected = expected(byIntersection, byPrediction);
    G gradient = evaluator.newGradient(prediction);
    double value = evaluator.lossAndGradient(prediction, truth, gradient, loss);
    Conformance.equal("lossAndGradient", evaluator.diceLoss(prediction, truth, loss), value);
    double[] none = new double[sums.length];
    double parts = largest(expected(byIntersection, none)) + largest(expected(none, byPrediction));
    if (evaluator.form() == Form.SOFT_LABEL) {
      // Where p is next to t, rounding p decides on which side of the kink it is.
      parts += largest(byIntersection) + largest(byPrediction);
    }
    compare("lossAndGradient with " + loss, expected, parts, gradient);

    G ofBatch = evaluator.newGradient(prediction);
    evaluator.lossAndGradient(List.of(prediction), List.of(truth), List.of(ofBatch), loss);
    compare("lossAndGradient of a batch of one with " + loss, expected, parts, ofBatch);
  }

  private double[] expected(double[] byIntersection, double[] byPrediction) {
    return Reference.gradient(
        predictionView, truthView, evaluator.form(), byIntersection, byPrediction);
  }

  /** Returns the largest magnitude; what is no number has none. */
  private static double largest(double[] values) {
    double largest = 0;
    for (double value : values) {
      double size = Math.abs(value);
      largest = size > largest ? size : largest;
    }
    return largest;
  }

  /**
   * Compares two gradients.
   *
   * @param parts how large the parts are that it is the sum of
   */
  private static void compare(String what, double[] expected, double parts, Object gradient) {
    boolean floats = isFloats(gradient, expected.length);
    Decimals found = numbers(gradient, floats);
    Conformance.equal(what + ": elements", (long) expected.length, found.length());
    double largest = largest(expected);
    double tolerance =
        floats
            ? FLOAT_TOLERANCE * largest + FLOAT_ROUNDING * parts
            : DOUBLE_TOLERANCE * largest + DOUBLE_ROUNDING * parts;
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
