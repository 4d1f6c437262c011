package dev.sorensen.processor.widths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.offset;

import dev.sorensen.ClassWeighting;
import dev.sorensen.Form;
import dev.sorensen.IllegalMaskException;
import dev.sorensen.LossKind;
import dev.sorensen.OverlapLoss;
import dev.sorensen.Reduction;
import dev.sorensen.SoftDiceEvaluator;
import dev.sorensen.StandardLoss;
import dev.sorensen.processor.widths.Evaluators.Found;
import dev.sorensen.reference.Conformance;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gradients against central differences of the loss itself, and against the reference. */
@Tag("widths")
final class GradientsTest {

  private static final List<Found> EVALUATORS =
      Evaluators.of(GradientMasks.class).stream()
          .filter(found -> found.evaluator() instanceof SoftDiceEvaluator)
          .filter(found -> found.prediction() != found.truth())
          .toList();

  private static final List<StandardLoss> LOSSES =
      List.of(
          StandardLoss.dice(),
          StandardLoss.jaccard(),
          StandardLoss.tversky(0.3, 0.7).withBackground(false),
          StandardLoss.focalTversky(0.6, 0.4, 0.75).withSmoothing(1, 1),
          StandardLoss.generalizedDice(ClassWeighting.SQUARE),
          StandardLoss.generalizedDice(ClassWeighting.SIMPLE).withBackground(false),
          StandardLoss.generalizedDice(ClassWeighting.UNIFORM).withReduction(Reduction.SUM),
          StandardLoss.logDice(),
          StandardLoss.logCoshDice().withWeights(0.5),
          StandardLoss.dice().withBatch(true),
          StandardLoss.jaccard().withReduction(Reduction.SUM),
          StandardLoss.generalizedDice(ClassWeighting.SQUARE).withBatch(true));

  @Test
  void allPairsAreFound() {
    assertThat(EVALUATORS).hasSize(25 * 5);
  }

  static IntStream seeds() {
    return Seeds.upTo(12);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void agreeWithTheReference(int seed) {
    for (Found found : EVALUATORS) {
      Random random = new Random(seed);
      int pixels = seed < 9 ? 1 + random.nextInt(200) : 1_000 + random.nextInt(6_000);
      Object prediction = GradientMask.of(found.prediction(), pixels, random);
      Object truth = GradientMask.of(found.truth(), pixels, random);
      try {
        Conformance.check(found.evaluator(), prediction, truth);
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed + ", " + found, e);
      }
    }
  }

  /** Next to 1, a rounded probability has lost what the slope of its activation is made of. */
  @ParameterizedTest
  @MethodSource("seeds")
  void agreeWithTheReferenceWhereEveryPixelIsNearlyCertain(int seed) {
    for (Found found : EVALUATORS) {
      String name = found.prediction().getSimpleName();
      Random random = new Random(seed);
      if (name.contains("Sigmoid")) {
        agree(found, seed, logit -> random.nextDouble(seed, 3 * seed + 1));
      } else if (name.contains("Softmax")) {
        agree(found, seed, logit -> random.nextInt(3) == 0 ? logit + 3 * seed : logit);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void agreeWithTheReferenceAboutNaN(int seed) {
    for (Found found : EVALUATORS) {
      Random random = new Random(seed);
      agree(found, seed, value -> random.nextInt(60) == 0 ? Double.NaN : value);
    }
  }

  private static void agree(Found found, int seed, DoubleUnaryOperator change) {
    Random random = new Random(seed);
    int pixels = 1 + random.nextInt(200);
    Object prediction = GradientMask.of(found.prediction(), pixels, random);
    GradientMask.change(prediction, change);
    Object truth = GradientMask.of(found.truth(), pixels, random);
    try {
      Conformance.check(found.evaluator(), prediction, truth);
    } catch (AssertionError e) {
      throw new AssertionError("seed " + seed + ", " + found, e);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void areTheSlopesOfTheLoss(int seed) {
    for (Found found : EVALUATORS) {
      if (GradientMask.holdsDoubles(found.prediction())) {
        Random random = new Random(seed);
        int samples = 1 + random.nextInt(3);
        int pixels = 1 + random.nextInt(90);
        Batch batch = Batch.of(found, samples, pixels, random);
        StandardLoss loss = LOSSES.get(random.nextInt(LOSSES.size()));
        if (hasAValue(loss, found)) {
          batch.checkSlopes(loss, "seed " + seed, random);
        }
      }
    }
  }

  @Test
  void everyLossHasTheSlopesOfItsOwnFormula() {
    Random random = new Random(7);
    for (Found found : EVALUATORS) {
      if (GradientMask.holdsDoubles(found.prediction())) {
        for (StandardLoss loss : LOSSES) {
          if (hasAValue(loss, found)) {
            Batch.of(found, 2, 9, random).checkSlopes(loss, "seed 7", random);
          }
        }
      }
    }
  }

  /**
   * What is not made by an activation is sometimes below 0, and an intersection has no logarithm.
   */
  private static boolean hasAValue(StandardLoss loss, Found found) {
    boolean plain = found.prediction().getSimpleName().contains("Plain");
    return !(plain && loss.kind() == LossKind.LOG_DICE);
  }

  /** Some pairs of an evaluator with room for their gradients. */
  private record Batch(
      Found found,
      SoftDiceEvaluator<Object, Object, Object> evaluator,
      List<Object> predictions,
      List<Object> truths) {

    @SuppressWarnings("unchecked")
    static Batch of(Found found, int samples, int pixels, Random random) {
      List<Object> predictions = new ArrayList<>();
      List<Object> truths = new ArrayList<>();
      for (int b = 0; b < samples; b++) {
        predictions.add(GradientMask.of(found.prediction(), pixels, random));
        truths.add(GradientMask.of(found.truth(), pixels, random));
      }
      return new Batch(
          found,
          (SoftDiceEvaluator<Object, Object, Object>) found.evaluator(),
          predictions,
          truths);
    }

    void checkSlopes(OverlapLoss loss, String seed, Random random) {
      List<Object> gradients = new ArrayList<>();
      predictions.forEach(prediction -> gradients.add(evaluator.newGradient(prediction)));
      double value = evaluator.lossAndGradient(predictions, truths, gradients, loss);
      String what = found + ", " + loss + ", " + seed;
      assertThat(value).as(what).isNotNaN();
      assertThat(value).as(what).isEqualTo(evaluator.diceLoss(predictions, truths, loss));
      double largest = 0;
      for (Object gradient : gradients) {
        for (int i = 0; i < GradientMask.length(gradient); i++) {
          largest = Math.max(largest, Math.abs(GradientMask.get(gradient, i)));
        }
      }
      for (int b = 0; b < predictions.size(); b++) {
        for (int n = 0; n < 12; n++) {
          int i = random.nextInt(GradientMask.length(gradients.get(b)));
          double slope = slope(loss, b, i);
          double found = GradientMask.get(gradients.get(b), i);
          assertThat(Math.abs(found - slope))
              .as("%s: sample %d, element %d is %s, slope %s", what, b, i, found, slope)
              .isLessThanOrEqualTo(1e-6 * largest + 1e-9);
        }
      }
    }

    private double slope(OverlapLoss loss, int b, int i) {
      double step = 1e-5;
      Object data = GradientMask.data(predictions.get(b));
      double x = GradientMask.get(data, i);
      GradientMask.set(data, i, x + step);
      double above = evaluator.diceLoss(predictions, truths, loss);
      GradientMask.set(data, i, x - step);
      double below = evaluator.diceLoss(predictions, truths, loss);
      GradientMask.set(data, i, x);
      return (above - below) / (2 * step);
    }
  }

  @Test
  void infiniteLogitsAndOnesOfAHundredHaveALoss() {
    float[] logits = {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 100, -100, 0};
    byte[] labels = {1, 0, 1, 1, 0};
    float[] gradient = new float[5];
    double loss =
        GradientMasks_FloatSigmoidSquared1Dice.lossAndGradient(
            new GradientMasks.FloatSigmoidSquared1(logits),
            new GradientMasks.Bytes1(labels),
            gradient);
    // I = 2, P = 2.25, T = 3.
    assertThat(loss).isCloseTo(1 - 4.00001 / 5.25001, offset(1e-7));
    for (int i = 0; i < 4; i++) {
      assertThat(Math.abs(gradient[i])).as("%d", i).isLessThan(1e-40f);
    }
    assertThat(gradient[4]).isPositive();
  }

  @Test
  void whatIsIgnoredHasNoGradientWhateverItHolds() {
    float[] logits = new float[3 * 70];
    byte[] labels = new byte[70];
    for (int i = 0; i < 70; i++) {
      labels[i] = (byte) (i % 7 == 0 ? 255 : i % 3);
      for (int c = 0; c < 3; c++) {
        logits[c * 70 + i] = i % 7 == 0 ? Float.NaN : (i * 37 + c * 11) % 5 - 2;
      }
    }
    float[] gradient = new float[3 * 70];
    double loss =
        GradientMasks_FloatSoftmaxSoftLabel3Dice.lossAndGradient(
            new GradientMasks.FloatSoftmaxSoftLabel3(logits),
            new GradientMasks.Bytes3(labels),
            gradient);
    assertThat(loss).isBetween(0.0, 1.0);
    for (int i = 0; i < gradient.length; i++) {
      if (i % 70 % 7 == 0) {
        assertThat(gradient[i]).as("%d", i).isZero();
      } else {
        assertThat(gradient[i]).as("%d", i).isNotNaN().isNotZero();
      }
    }
  }

  @Test
  void theGradientMayTakeThePlaceOfThePrediction() {
    Random random = new Random(3);
    for (Found found : EVALUATORS) {
      Batch batch = Batch.of(found, 1, 300, random);
      Object prediction = batch.predictions().getFirst();
      Object truth = batch.truths().getFirst();
      Object apart = batch.evaluator().newGradient(prediction);
      double expected = batch.evaluator().lossAndGradient(prediction, truth, apart);
      Object data = GradientMask.data(prediction);
      double loss = batch.evaluator().lossAndGradient(prediction, truth, data);
      assertThat(loss).as("%s", found).isEqualTo(expected);
      for (int i = 0; i < GradientMask.length(apart); i++) {
        assertThat(GradientMask.get(data, i))
            .as("%s, %d", found, i)
            .isEqualTo(GradientMask.get(apart, i));
      }
    }
  }

  @Test
  void nothingIsWrittenWhereAnythingIsWrong() {
    double[] values = new double[3 * 100];
    byte[] labels = new byte[100];
    labels[99] = 3;
    double[] gradient = new double[300];
    Arrays.fill(gradient, 42);
    var prediction = new GradientMasks.DoubleSoftmaxProduct3(values);
    var truth = new GradientMasks.Bytes3(labels);
    assertThatExceptionOfType(IllegalMaskException.class)
        .isThrownBy(
            () ->
                GradientMasks_DoubleSoftmaxProduct3Dice.lossAndGradient(
                    prediction, truth, gradient))
        .withMessage(
            "GradientMasks_DoubleSoftmaxProduct3Dice: truth.labels[99] is the label 3, expected 0"
                + " to 2, or 255 to ignore");
    labels[99] = 0;
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(
            () ->
                GradientMasks_DoubleSoftmaxProduct3Dice.lossAndGradient(
                    prediction, truth, gradient, StandardLoss.dice().withWeights(1, 2)));
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                GradientMasks_DoubleSoftmaxProduct3Dice.lossAndGradient(
                    prediction,
                    truth,
                    gradient,
                    sums -> new OverlapLoss.Result(0, new double[1][2], new double[1][3])));
    var evaluator = GradientMasks_DoubleSoftmaxProduct3Dice.againstGradientMasks_Bytes3();
    assertThatExceptionOfType(IllegalMaskException.class)
        .isThrownBy(
            () ->
                evaluator.lossAndGradient(
                    List.of(prediction, prediction),
                    List.of(truth, truth),
                    List.of(gradient, new double[299])))
        .withMessage(
            "GradientMasks_DoubleSoftmaxProduct3Dice: gradient has length 299, expected 300 as"
                + " prediction.values");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(
            () ->
                evaluator.lossAndGradient(
                    List.of(prediction, prediction),
                    List.of(truth, truth),
                    List.of(gradient, gradient)))
        .withMessage("gradients 0 and 1 share memory");
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(
            () -> GradientMasks_DoubleSoftmaxProduct3Dice.lossAndGradient(prediction, truth, null))
        .withMessage("GradientMasks_DoubleSoftmaxProduct3Dice: gradient is null");
    assertThat(gradient).containsOnly(42);
    assertThat(evaluator.form()).isEqualTo(Form.PRODUCT);
  }

  @Test
  void gradientsOfABatchThatOverlapAreRefused() {
    var mask =
        new GradientMasks.OffHeapDoubleSigmoidProduct3(MemorySegment.ofArray(new double[300]));
    var truth = new GradientMasks.Doubles3(new double[300]);
    MemorySegment both = MemorySegment.ofArray(new double[599]);
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(
            () ->
                GradientMasks_OffHeapDoubleSigmoidProduct3Dice.againstGradientMasks_Doubles3()
                    .lossAndGradient(
                        List.of(mask, mask),
                        List.of(truth, truth),
                        List.of(both.asSlice(0, 2400), both.asSlice(2392, 2400))))
        .withMessage("gradients 0 and 1 share memory");
    assertThat(both.toArray(ValueLayout.JAVA_DOUBLE)).containsOnly(0);
  }

  static Stream<Found> floats() {
    return EVALUATORS.stream()
        .filter(found -> found.prediction().getSimpleName().startsWith("Float"))
        .filter(found -> !found.truth().getSimpleName().startsWith("Double"));
  }

  @ParameterizedTest
  @MethodSource("floats")
  void allocateNothingThatGrowsWithTheImage(Found found) {
    Random random = new Random(5);
    Batch small = Batch.of(found, 1, 2_000, random);
    Batch large = Batch.of(found, 1, 200_000, random);
    Object ofSmall = small.evaluator().newGradient(small.predictions().getFirst());
    Object ofLarge = large.evaluator().newGradient(large.predictions().getFirst());
    Allocation.isAtMost(
        10_000,
        () ->
            small
                .evaluator()
                .lossAndGradient(
                    small.predictions().getFirst(), small.truths().getFirst(), ofSmall),
        () ->
            large
                .evaluator()
                .lossAndGradient(
                    large.predictions().getFirst(), large.truths().getFirst(), ofLarge));
  }
}
