package dev.sorensen.processor;

import dev.sorensen.Activation;
import dev.sorensen.Form;
import dev.sorensen.OverlapLoss;
import dev.sorensen.SoftDiceEvaluator;
import dev.sorensen.SoftOverlap;
import dev.sorensen.processor.LossMasks.Prediction;
import dev.sorensen.processor.LossMasks.Truth;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A loss with its gradient, as another library computed it.
 *
 * @param id its name
 * @param classes how many classes there are
 * @param activation what makes probabilities of the prediction
 * @param form the sums of which the loss is made
 * @param loss the loss of ours that has the same options
 * @param predictions the data of each sample
 * @param planes the truth of each sample as planes; null where pixels are ignored
 * @param labels the same as a label map; null where there is none that says the same
 * @param expected the loss; if {@code loss} is {@link WeighedLosses}, those that it weighs
 * @param gradient by the predictions, one after another; null where there is none to compare with
 * @param ofDoubles how far the loss of doubles may be off
 * @param ofGradient how far the gradient of doubles may be off
 * @param ofFloats how far the loss of floats may be off
 */
record LossCase(
    String id,
    int classes,
    Activation activation,
    Form form,
    OverlapLoss loss,
    double[][] predictions,
    double @Nullable [][] planes,
    byte @Nullable [][] labels,
    double[] expected,
    double @Nullable [] gradient,
    Tolerance ofDoubles,
    Tolerance ofGradient,
    Tolerance ofFloats) {

  /** How far a number may be off: absolute + relative · |expected|. */
  record Tolerance(double relative, double absolute) {

    boolean holds(double expected, double found) {
      return Double.isFinite(expected)
          ? Math.abs(found - expected) <= absolute + relative * Math.abs(expected)
          : Double.compare(found, expected) == 0;
    }
  }

  /** How far an element of a gradient of floats may be off, in units of the largest element. */
  private static final double BY_LARGEST = 1e-5;

  /**
   * And in units of the steepest slope by a probability: the parts of a gradient by I and by P may
   * cancel, and are each rounded before.
   */
  private static final double BY_STEEPEST = 0x1p-22;

  Prediction type(boolean floats) {
    return new Prediction(floats, activation, form, classes);
  }

  /** Returns all the ways in which the truth can be given. */
  List<Truth> truths() {
    List<Truth> truths = new ArrayList<>(List.of(Truth.values()));
    truths.removeIf(truth -> (truth.isOfLabels() ? labels : planes) == null);
    if (planes == null) {
      truths.remove(Truth.LABELS);
    }
    return truths;
  }

  /** Compares a generated evaluator with what is expected. */
  void check(LossMasks masks, boolean floats, Truth truth) {
    Prediction type = type(floats);
    String what = id + ", " + type.typeName() + " against " + truth;
    SoftDiceEvaluator<Object, Object, Object> evaluator = masks.evaluator(type, truth);
    List<Object> ours = new ArrayList<>();
    List<Object> truths = new ArrayList<>();
    List<Object> gradients = new ArrayList<>();
    for (int b = 0; b < predictions.length; b++) {
      ours.add(masks.prediction(type, predictions[b]));
      truths.add(
          truth.isOfLabels()
              ? masks.truth(truth, classes, labels[b])
              : masks.truth(truth, classes, planes[b]));
      gradients.add(evaluator.newGradient(ours.get(b)));
    }
    SoftOverlap[][] sums = evaluator.batchSums(ours, truths);
    OverlapLoss.Result result = loss.evaluate(sums);
    double[] values =
        loss instanceof WeighedLosses weighed
            ? weighed.losses(sums)
            : new double[] {result.value()};
    compare(what + ": loss", expected, values, floats ? ofFloats : ofDoubles);
    same(what, result.value(), evaluator.diceLoss(ours, truths, loss));
    if (gradient == null) {
      return;
    }
    Tolerance tolerance = floats ? ofGradientOfFloats(result) : ofGradient;
    same(what, result.value(), evaluator.lossAndGradient(ours, truths, gradients, loss));
    compare(what + ": gradient", gradient, concatenated(gradients), tolerance);
    if (ours.size() == 1) {
      Object ofPair = evaluator.newGradient(ours.getFirst());
      double value = evaluator.lossAndGradient(ours.getFirst(), truths.getFirst(), ofPair, loss);
      same(what, result.value(), value);
      compare(what + ": gradient of the pair", gradient, numbers(ofPair), tolerance);
    }
  }

  private Tolerance ofGradientOfFloats(OverlapLoss.Result result) {
    double steepest = 0;
    for (int b = 0; b < predictions.length; b++) {
      for (int c = 0; c < classes; c++) {
        double slope =
            Math.abs(result.byIntersection()[b][c]) + Math.abs(result.byPrediction()[b][c]);
        steepest = Math.max(steepest, slope);
      }
    }
    double largest = Arrays.stream(gradient).map(Math::abs).max().orElse(0);
    return new Tolerance(0, BY_LARGEST * largest + BY_STEEPEST * steepest);
  }

  private static void same(String what, double value, double other) {
    if (Double.compare(value, other) != 0) {
      throw new AssertionError("%s: one loss is %s and another %s".formatted(what, value, other));
    }
  }

  private static void compare(String what, double[] expected, double[] found, Tolerance tolerance) {
    if (expected.length != found.length) {
      throw new AssertionError(
          "%s: %d elements, expected %d".formatted(what, found.length, expected.length));
    }
    for (int i = 0; i < expected.length; i++) {
      // Not AssertJ: there are millions.
      if (!tolerance.holds(expected[i], found[i])) {
        throw new AssertionError(
            "%s: element %d is %s, expected %s within %s"
                .formatted(what, i, found[i], expected[i], tolerance));
      }
    }
  }

  private static double[] concatenated(List<Object> gradients) {
    return gradients.stream().flatMapToDouble(each -> Arrays.stream(numbers(each))).toArray();
  }

  private static double[] numbers(Object array) {
    return IntStream.range(0, Array.getLength(array))
        .mapToDouble(i -> Array.getDouble(array, i))
        .toArray();
  }
}
