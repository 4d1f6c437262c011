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
    compare("lossAndGradient with " + loss, expected, gradient);

    G ofBatch = evaluator.newGradient(prediction);
    evaluator.lossAndGradient(List.of(prediction), List.of(truth), List.of(ofBatch), loss);
    compare("lossAndGradient of a batch of one with " + loss, expected, ofBatch);
  }

  private void compare(String what, double[] expected, G gradient) {
    Decimals found = numbers(gradient, expected.length);
    Conformance.equal(what + ": elements", (long) expected.length, found.length());
    double largest = 0;
    for (double element : expected) {
      largest = Math.max(largest, Math.abs(element));
    }
    double tolerance = largest * tolerance(gradient, expected.length);
    for (int i = 0; i < expected.length; i++) {
      Conformance.near(what + ": gradient[" + i + "]", expected[i], tolerance, found.at(i));
    }
  }

  private static Decimals numbers(Object gradient, int length) {
    return switch (gradient) {
      case float[] floats -> Decimals.of(floats);
      case double[] doubles -> Decimals.of(doubles);
      case MemorySegment segment ->
          Decimals.of(isFloats(segment, length) ? Layout.FLOAT : Layout.DOUBLE, segment);
      default -> throw new AssertionError("a gradient of " + gradient.getClass());
    };
  }

  private static boolean isFloats(MemorySegment gradient, int length) {
    return gradient.byteSize() == (long) Float.BYTES * length;
  }

  private static double tolerance(Object gradient, int length) {
    boolean doubles =
        gradient instanceof double[]
            || (gradient instanceof MemorySegment segment && !isFloats(segment, length));
    return doubles ? DOUBLE_TOLERANCE : FLOAT_TOLERANCE;
  }
}
