package dev.sorensen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardLossTest {

  private static final Offset<Double> ROUNDING = within(1e-15);

  private static final SoftOverlap A = new SoftOverlap(3, 4, 5, 10);
  private static final SoftOverlap B = new SoftOverlap(0.5, 2, 1, 10);
  private static final SoftOverlap C = new SoftOverlap(0, 0, 6, 10);
  private static final SoftOverlap EMPTY = new SoftOverlap(0, 0, 0, 10);
  private static final SoftOverlap[][] BATCH = {{A, B}, {C, A}, {EMPTY, B}};

  private static final StandardLoss EXACT = StandardLoss.dice().withSmoothing(0, 0);

  @Test
  void hasTheDefaultsOfMonai() {
    StandardLoss dice = StandardLoss.dice();
    assertThat(dice.smoothNumerator()).isEqualTo(1e-5);
    assertThat(dice.smoothDenominator()).isEqualTo(1e-5);
    assertThat(dice.includeBackground()).isTrue();
    assertThat(dice.weights()).isEmpty();
    assertThat(dice.batch()).isFalse();
    assertThat(dice.reduction()).isEqualTo(Reduction.MEAN);
  }

  @Test
  void isWhatTheAnnotationSaysByDefault() throws NoSuchMethodException {
    StandardLoss dice = StandardLoss.dice();
    assertThat(attribute("kind")).isEqualTo(dice.kind());
    assertThat(attribute("smoothNumerator")).isEqualTo(dice.smoothNumerator());
    assertThat(attribute("smoothDenominator")).isEqualTo(dice.smoothDenominator());
    assertThat(attribute("alpha")).isEqualTo(dice.alpha());
    assertThat(attribute("beta")).isEqualTo(dice.beta());
    assertThat(attribute("gamma")).isEqualTo(dice.gamma());
    assertThat(attribute("classWeighting")).isEqualTo(dice.classWeighting());
    assertThat(attribute("weights")).isEqualTo(dice.weights());
    assertThat(attribute("includeBackground")).isEqualTo(dice.includeBackground());
    assertThat(attribute("batch")).isEqualTo(dice.batch());
    assertThat(attribute("reduction")).isEqualTo(dice.reduction());
  }

  private static Object attribute(String name) throws NoSuchMethodException {
    return DiceLoss.class.getMethod(name).getDefaultValue();
  }

  @Test
  void tellsItsSettings() {
    StandardLoss focal = StandardLoss.focalTversky(0.25, 0.75, 2);
    assertThat(focal.kind()).isEqualTo(LossKind.FOCAL_TVERSKY);
    assertThat(focal.alpha()).isEqualTo(0.25);
    assertThat(focal.beta()).isEqualTo(0.75);
    assertThat(focal.gamma()).isEqualTo(2);
    StandardLoss tversky = StandardLoss.tversky(0.25, 0.75);
    assertThat(tversky.kind()).isEqualTo(LossKind.TVERSKY);
    assertThat(tversky.alpha()).isEqualTo(0.25);
    assertThat(tversky.beta()).isEqualTo(0.75);
    StandardLoss generalized = StandardLoss.generalizedDice(ClassWeighting.SIMPLE);
    assertThat(generalized.kind()).isEqualTo(LossKind.GENERALIZED_DICE);
    assertThat(generalized.classWeighting()).isEqualTo(ClassWeighting.SIMPLE);
    assertThat(StandardLoss.jaccard().kind()).isEqualTo(LossKind.JACCARD);
    assertThat(StandardLoss.logDice().kind()).isEqualTo(LossKind.LOG_DICE);
    assertThat(StandardLoss.logCoshDice().kind()).isEqualTo(LossKind.LOG_COSH_DICE);
  }

  @Test
  void withChangesOneSettingAlone() {
    StandardLoss all =
        StandardLoss.tversky(0.25, 0.75)
            .withSmoothing(1, 2)
            .withBackground(false)
            .withWeights(3, 4)
            .withBatch(true)
            .withReduction(Reduction.SUM);
    for (StandardLoss same :
        List.of(
            all.withSmoothing(1, 2),
            all.withBackground(false),
            all.withWeights(3, 4),
            all.withBatch(true),
            all.withReduction(Reduction.SUM))) {
      assertThat(same).isEqualTo(all);
    }
    assertThat(all.kind()).isEqualTo(LossKind.TVERSKY);
    assertThat(all.smoothNumerator()).isEqualTo(1);
    assertThat(all.smoothDenominator()).isEqualTo(2);
    assertThat(all.includeBackground()).isFalse();
    assertThat(all.weights()).containsExactly(3, 4);
    assertThat(all.batch()).isTrue();
    assertThat(all.reduction()).isEqualTo(Reduction.SUM);
  }

  @Test
  void valueByHand() {
    assertThat(EXACT.value(A)).isCloseTo(1 - 6.0 / 9, ROUNDING);
    assertThat(StandardLoss.dice().value(A)).isCloseTo(1 - 6.00001 / 9.00001, ROUNDING);
    assertThat(StandardLoss.dice().withSmoothing(1, 2).value(A)).isCloseTo(1 - 7.0 / 11, ROUNDING);
    assertThat(StandardLoss.dice().withSmoothing(0, 1).value(C)).isEqualTo(1);
  }

  @Test
  void valuesOfEachKindByHand() {
    // I = 3, one false positive, two false negatives.
    assertThat(exact(StandardLoss.jaccard()).value(A)).isCloseTo(1 - 3.0 / 6, ROUNDING);
    assertThat(StandardLoss.jaccard().withSmoothing(1, 2).value(A))
        .isCloseTo(1 - 7.0 / 14, ROUNDING);
    assertThat(exact(StandardLoss.tversky(0.25, 0.75)).value(A)).isCloseTo(1 - 3 / 4.75, ROUNDING);
    assertThat(StandardLoss.tversky(0.25, 0.75).withSmoothing(1, 2).value(A))
        .isCloseTo(1 - 4 / 6.75, ROUNDING);
    assertThat(exact(StandardLoss.focalTversky(0.25, 0.75, 2)).value(A))
        .isCloseTo(1.75 / 4.75 * 1.75 / 4.75, ROUNDING);
    assertThat(exact(StandardLoss.focalTversky(0.25, 0.75, 0.5)).value(A))
        .isCloseTo(Math.sqrt(1.75 / 4.75), ROUNDING);
    assertThat(exact(StandardLoss.logDice()).value(A)).isCloseTo(Math.log(1.5), ROUNDING);
    assertThat(exact(StandardLoss.logCoshDice()).value(A))
        .isCloseTo(Math.log(Math.cosh(1.0 / 3)), ROUNDING);
  }

  private static StandardLoss exact(StandardLoss loss) {
    return loss.withSmoothing(0, 0);
  }

  @Test
  void tverskyHasDiceAndJaccardInIt() {
    for (SoftOverlap sums : List.of(A, B, C)) {
      assertThat(exact(StandardLoss.tversky(0.5, 0.5)).value(sums))
          .isCloseTo(EXACT.value(sums), ROUNDING);
      assertThat(exact(StandardLoss.tversky(1, 1)).value(sums))
          .isCloseTo(exact(StandardLoss.jaccard()).value(sums), ROUNDING);
      // The same smoothing is twice as strong.
      assertThat(StandardLoss.tversky(0.5, 0.5).withSmoothing(1, 1).value(sums))
          .isCloseTo(StandardLoss.dice().withSmoothing(2, 2).value(sums), ROUNDING);
      assertThat(StandardLoss.tversky(1, 1).withSmoothing(1, 1).value(sums))
          .isCloseTo(StandardLoss.jaccard().withSmoothing(2, 2).value(sums), ROUNDING);
    }
  }

  @Test
  void alphaIsOfFalsePositives() {
    SoftOverlap added = new SoftOverlap(5, 9, 5, 10);
    SoftOverlap missed = new SoftOverlap(5, 5, 9, 10);
    assertThat(StandardLoss.tversky(0.75, 0.25).value(added))
        .isGreaterThan(StandardLoss.tversky(0.75, 0.25).value(missed));
    assertThat(StandardLoss.tversky(0, 1).withSmoothing(0, 0).value(added)).isEqualTo(0);
    assertThat(StandardLoss.focalTversky(0, 1, 0.75).withSmoothing(0, 0).value(added)).isEqualTo(0);
  }

  @Test
  void equalMasksLoseNothingAtAll() {
    for (double pixels : new double[] {1, 3, 7, 1e7 + 1, 16_777_217}) {
      SoftOverlap equal = new SoftOverlap(pixels, pixels, pixels, 1L << 30);
      for (StandardLoss loss : kinds()) {
        assertThat(loss.value(equal)).as("%s of %s", loss, pixels).isEqualTo(0);
      }
    }
  }

  private static List<StandardLoss> kinds() {
    return List.of(
        StandardLoss.dice(),
        StandardLoss.jaccard(),
        StandardLoss.tversky(0.3, 0.7),
        StandardLoss.focalTversky(0.3, 0.7, 0.75),
        StandardLoss.generalizedDice(ClassWeighting.SQUARE),
        StandardLoss.generalizedDice(ClassWeighting.SIMPLE),
        StandardLoss.generalizedDice(ClassWeighting.UNIFORM),
        StandardLoss.logDice(),
        StandardLoss.logCoshDice());
  }

  @Test
  void emptyMasksByKind() {
    for (StandardLoss loss : kinds()) {
      assertThat(loss.value(EMPTY)).as("%s", loss).isEqualTo(0);
      assertThat(loss.withSmoothing(0, 0).value(EMPTY)).as("%s", loss).isNaN();
    }
    for (StandardLoss loss : List.of(StandardLoss.dice(), StandardLoss.jaccard())) {
      assertThat(loss.withSmoothing(0, 1).value(EMPTY)).as("%s", loss).isEqualTo(1);
      assertThat(loss.withSmoothing(1, 0).value(EMPTY))
          .as("%s", loss)
          .isEqualTo(Double.NEGATIVE_INFINITY);
    }
    assertThat(StandardLoss.logDice().withSmoothing(0, 1).value(EMPTY))
        .isEqualTo(Double.POSITIVE_INFINITY);
    for (StandardLoss loss : kinds()) {
      if (loss.kind() != LossKind.GENERALIZED_DICE && loss.kind() != LossKind.LOG_COSH_DICE) {
        assertThat(loss.value(C)).as("%s without a prediction", loss).isGreaterThan(0.99999);
        assertThat(loss.value(new SoftOverlap(0, 6, 0, 10)))
            .as("%s without a truth", loss)
            .isGreaterThan(0.99999);
      }
    }
  }

  @Test
  void focalTverskyHasNoSlopeWhereNothingIsLost() {
    for (double gamma : new double[] {0.25, 0.75, 1, 2}) {
      StandardLoss loss = StandardLoss.focalTversky(0.3, 0.7, gamma);
      SoftOverlap equal = new SoftOverlap(5, 5, 5, 9);
      assertThat(loss.value(equal)).isEqualTo(0);
      assertThat(slopes(loss, equal)).containsExactly(0, 0);
      // More in the numerator than in the denominator: the Tversky loss is below 0.
      StandardLoss lopsided = loss.withSmoothing(2, 1);
      assertThat(lopsided.value(equal)).isEqualTo(0);
      assertThat(slopes(lopsided, equal)).containsExactly(0, 0);
      assertThat(loss.value(new SoftOverlap(Double.NaN, 5, 5, 9))).isNaN();
      assertThat(slopes(loss, new SoftOverlap(Double.NaN, 5, 5, 9))).containsOnly(Double.NaN);
    }
  }

  private static double[] slopes(StandardLoss loss, SoftOverlap sums) {
    OverlapLoss.Result result = loss.evaluate(new SoftOverlap[][] {{sums}});
    return new double[] {result.byIntersection()[0][0], result.byPrediction()[0][0]};
  }

  @Test
  void logCoshNeitherOverflowsNorLosesDigits() {
    // 1 − 2I / (P + T) with P + T = 2, and so 1 − I.
    StandardLoss loss = exact(StandardLoss.logCoshDice());
    assertThat(loss.value(new SoftOverlap(-1e6, 1, 1, 1)))
        .isCloseTo(1e6 + 1 - Math.log(2), within(1e-9));
    assertThat(slopes(loss, new SoftOverlap(-1e6, 1, 1, 1))).containsExactly(-1, -5e5);
    for (double x : new double[] {19, 20, 21, -19, -20, -21}) {
      assertThat(loss.value(new SoftOverlap(1 - x, 1, 1, 1)))
          .isCloseTo(Math.log(Math.cosh(x)), within(1e-14));
    }
    double small = 1.0 / (1 << 20);
    assertThat(loss.value(new SoftOverlap(1 - small, 1, 1, 1)) / (small * small / 2))
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void logDiceOfNoOverlap() {
    StandardLoss loss = exact(StandardLoss.logDice());
    assertThat(loss.value(C)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(slopes(loss, C)).containsExactly(Double.NEGATIVE_INFINITY, 1.0 / 6);
    assertThat(StandardLoss.logDice().value(C)).isCloseTo(Math.log(6.00001 / 1e-5), within(1e-12));
  }

  @Test
  void generalizedDiceByHand() {
    SoftOverlap[] sums = {new SoftOverlap(3, 4, 5, 10), new SoftOverlap(1, 3, 2, 10)};
    assertThat(unreduced(StandardLoss.generalizedDice(ClassWeighting.UNIFORM), sums))
        .isCloseTo(1 - (2 * (3 + 1) + 1.0) / (9 + 5 + 2), ROUNDING);
    assertThat(unreduced(StandardLoss.generalizedDice(ClassWeighting.SIMPLE), sums))
        .isCloseTo(1 - (2 * (3.0 / 5 + 1.0 / 2) + 1) / (9.0 / 5 + 5.0 / 2 + 2), ROUNDING);
    assertThat(unreduced(StandardLoss.generalizedDice(ClassWeighting.SQUARE), sums))
        .isCloseTo(1 - (2 * (3.0 / 25 + 1.0 / 4) + 1) / (9.0 / 25 + 5.0 / 4 + 2), ROUNDING);
    assertThat(
            unreduced(StandardLoss.generalizedDice(ClassWeighting.SIMPLE).withWeights(2, 3), sums))
        .isCloseTo(1 - (2 * (6.0 / 5 + 3.0 / 2) + 1) / (18.0 / 5 + 15.0 / 2 + 2), ROUNDING);
  }

  private static double unreduced(StandardLoss loss, SoftOverlap... sums) {
    double[][] losses = loss.withSmoothing(1, 2).unreduced(new SoftOverlap[][] {sums});
    assertThat(losses).hasDimensions(1, 1);
    return losses[0][0];
  }

  @Test
  void aClassWithoutATruthWeighsAsMuchAsTheHeaviestOfItsSample() {
    StandardLoss loss = exact(StandardLoss.generalizedDice(ClassWeighting.SQUARE));
    SoftOverlap large = new SoftOverlap(3, 4, 5, 10);
    SoftOverlap small = new SoftOverlap(1, 3, 2, 10);
    SoftOverlap absent = new SoftOverlap(0, 3, 0, 10);
    SoftOverlap[][] sums = {{large, small, absent}, {absent, large, large}};
    double first = 1 - 2 * (3.0 / 25 + 1.0 / 4) / (9.0 / 25 + 5.0 / 4 + 3.0 / 4);
    double second = 1 - 2 * (3.0 / 25 + 3.0 / 25) / (3.0 / 25 + 9.0 / 25 + 9.0 / 25);
    assertThat(loss.unreduced(sums)[0][0]).isCloseTo(first, ROUNDING);
    assertThat(loss.unreduced(sums)[1][0]).isCloseTo(second, ROUNDING);
    assertThat(loss.evaluate(sums).value()).isCloseTo((first + second) / 2, ROUNDING);
    assertThat(loss.withReduction(Reduction.SUM).evaluate(sums).value())
        .isCloseTo(first + second, ROUNDING);
    // In a batch no class is absent here: the truths are 5, 7 and 5.
    double batch = 1 - 2 * (3.0 / 25 + 4.0 / 49 + 3.0 / 25) / (12.0 / 25 + 14.0 / 49 + 12.0 / 25);
    assertThat(loss.withBatch(true).unreduced(sums)).hasDimensions(1, 1);
    assertThat(loss.withBatch(true).unreduced(sums)[0][0]).isCloseTo(batch, ROUNDING);
  }

  /** What the javadoc warns of, so that it is seen if it changes. */
  @Test
  void generalizedDiceLosesNothingWhereNoClassHasATruth() {
    SoftOverlap[][] sums = {{new SoftOverlap(0, 9, 0, 10), new SoftOverlap(0, 1, 0, 10)}};
    for (ClassWeighting weighting : List.of(ClassWeighting.SQUARE, ClassWeighting.SIMPLE)) {
      OverlapLoss.Result result = StandardLoss.generalizedDice(weighting).evaluate(sums);
      assertThat(result.value()).isEqualTo(0);
      assertThat(result.byIntersection()[0]).containsOnly(-0.0);
      assertThat(result.byPrediction()[0]).containsOnly(0);
      assertThat(StandardLoss.generalizedDice(weighting).withSmoothing(1, 4).evaluate(sums).value())
          .isEqualTo(0.75);
    }
    // What to use instead.
    OverlapLoss.Result uniform =
        StandardLoss.generalizedDice(ClassWeighting.UNIFORM).evaluate(sums);
    assertThat(uniform.value()).isGreaterThan(0.99999);
    assertThat(uniform.byPrediction()[0][0]).isGreaterThan(0);
    SoftOverlap[][] batch = {sums[0], {A, A}};
    assertThat(
            StandardLoss.generalizedDice(ClassWeighting.SQUARE)
                .withBatch(true)
                .evaluate(batch)
                .byPrediction()[0][0])
        .isGreaterThan(0);
  }

  /** What the javadoc warns of: a prediction that is all wrong, n voxels of each of two classes. */
  @Test
  void smoothingOutweighsLargeClassesInGeneralizedDice() {
    StandardLoss square = StandardLoss.generalizedDice(ClassWeighting.SQUARE);
    assertThat(allWrong(square, 10)).isCloseTo(0.99998, within(1e-5));
    assertThat(allWrong(square, 1e4)).isCloseTo(0.9756, within(1e-4));
    assertThat(allWrong(square, 1e6)).isCloseTo(0.2857, within(1e-4));
    assertThat(allWrong(square.withSmoothing(0, 0), 1e6)).isEqualTo(1);
    assertThat(allWrong(StandardLoss.generalizedDice(ClassWeighting.SIMPLE), 1e6))
        .isCloseTo(allWrong(StandardLoss.generalizedDice(ClassWeighting.SIMPLE), 10), ROUNDING)
        .isGreaterThan(0.99999);
  }

  private static double allWrong(StandardLoss loss, double voxels) {
    SoftOverlap wrong = new SoftOverlap(0, voxels, voxels, 1L << 30);
    return loss.evaluate(new SoftOverlap[][] {{wrong, wrong}}).value();
  }

  @Test
  void backgroundIsClass0() {
    StandardLoss loss = exact(StandardLoss.dice()).withBackground(false);
    SoftOverlap nan = new SoftOverlap(Double.NaN, Double.NaN, 1, 10);
    SoftOverlap[][] sums = {{nan, A, C}, {nan, C, A}};
    assertThat(loss.unreduced(sums))
        .isDeepEqualTo(new double[][] {{1 - 6.0 / 9, 1}, {1, 1 - 6.0 / 9}});
    OverlapLoss.Result result = loss.evaluate(sums);
    assertThat(result.value()).isCloseTo((1 + 1 - 6.0 / 9) / 2, ROUNDING);
    for (int b = 0; b < 2; b++) {
      assertThat(result.byIntersection()[b]).hasSize(3).startsWith(0);
      assertThat(result.byPrediction()[b]).hasSize(3).startsWith(0);
    }
    assertThat(result.byIntersection()[0][1]).isCloseTo(-2.0 / 9 / 4, ROUNDING);
    assertThat(result.byIntersection()[1][1]).isCloseTo(-2.0 / 6 / 4, ROUNDING);
    // A single class is not the background.
    assertThat(loss.evaluate(new SoftOverlap[][] {{A}}).value()).isCloseTo(3.0 / 9, ROUNDING);
    assertThat(loss.value(A)).isCloseTo(3.0 / 9, ROUNDING);
  }

  @Test
  void weightsMultiplyAndTheMeanIsOverSamplesAndClasses() {
    StandardLoss loss = exact(StandardLoss.dice()).withWeights(2, 0.5);
    SoftOverlap[][] sums = {{A, C}, {C, A}};
    double a = 1 - 6.0 / 9;
    assertThat(loss.unreduced(sums)).isDeepEqualTo(new double[][] {{2 * a, 0.5}, {2, 0.5 * a}});
    assertThat(loss.evaluate(sums).value()).isCloseTo((2.5 * a + 2.5) / 4, ROUNDING);
    assertThat(loss.withReduction(Reduction.SUM).evaluate(sums).value())
        .isCloseTo(2.5 * a + 2.5, ROUNDING);
    assertThat(loss.withWeights(3).evaluate(sums).value())
        .as("one for all")
        .isCloseTo(3 * (2 * a + 2) / 4, ROUNDING);
    assertThat(loss.withWeights().evaluate(sums).value())
        .as("none is 1")
        .isCloseTo((2 * a + 2) / 4, ROUNDING);
    assertThat(loss.withWeights(0, 0).evaluate(sums).value()).isEqualTo(0);
    SoftOverlap[][] three = {{EMPTY, A, C}};
    assertThat(loss.withBackground(false).evaluate(three).value())
        .as("the first is of class 1")
        .isCloseTo((2 * a + 0.5) / 2, ROUNDING);
  }

  @Test
  void weightsOfASingleClassChangeNothing() {
    for (StandardLoss loss : kinds()) {
      for (StandardLoss weighted : List.of(loss.withWeights(5), loss.withWeights(1, 2, 3))) {
        assertThat(weighted.value(A)).isEqualTo(loss.value(A));
        SoftOverlap[][] background = {{C, A}};
        assertThat(weighted.withBackground(false).evaluate(background).value())
            .as("%s", weighted)
            .isEqualTo(loss.value(A));
      }
    }
  }

  @Test
  void asManyWeightsAsClasses() {
    SoftOverlap[][] sums = {{A, B, C}};
    for (StandardLoss loss : kinds()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> loss.withWeights(1, 2).evaluate(sums))
          .withMessage("2 weights for 3 classes: expected 3, or one for all");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> loss.withWeights(1, 2, 3, 4).unreduced(sums))
          .withMessage("4 weights for 3 classes: expected 3, or one for all");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> loss.withWeights(1, 2, 3).withBackground(false).evaluate(sums))
          .withMessage(
              "3 weights for 2 classes without the background: expected 2, or one for all");
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, -1e-300, Double.NaN, Double.POSITIVE_INFINITY})
  void settingsAreFiniteAndNotNegative(double wrong) {
    String rest = " must be finite and at least 0, not " + wrong;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StandardLoss.tversky(wrong, 1))
        .withMessage("alpha" + rest);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StandardLoss.tversky(1, wrong))
        .withMessage("beta" + rest);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StandardLoss.focalTversky(wrong, 1, 1))
        .withMessage("alpha" + rest);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StandardLoss.focalTversky(1, 1, wrong))
        .withMessage("gamma must be finite and above 0, not " + wrong);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StandardLoss.dice().withWeights(1, wrong))
        .withMessage("weights must be finite and at least 0, not [1.0, " + wrong + "]");
  }

  @Test
  void anExponentOf0WouldLoseTheSameAlways() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StandardLoss.focalTversky(1, 1, 0))
        .withMessage("gamma must be finite and above 0, not 0.0");
  }

  @Test
  void weightsCannotBeChangedFromOutside() {
    double[] weights = {1, 2};
    StandardLoss loss = StandardLoss.dice().withWeights(weights);
    weights[0] = 7;
    loss.weights()[1] = 7;
    assertThat(loss.weights()).containsExactly(1, 2);
    loss.unreduced(new SoftOverlap[][] {{A, B}})[0][0] = 7;
    assertThat(loss.weights()).containsExactly(1, 2);
  }

  @Test
  void twoEmptyMasksLoseNothing() {
    assertThat(StandardLoss.dice().value(EMPTY)).isEqualTo(0);
    assertThat(StandardLoss.dice().withSmoothing(0, 1).value(EMPTY)).isEqualTo(1);
    assertThat(EXACT.value(EMPTY)).isNaN();
  }

  @Test
  void nanIsKept() {
    OverlapLoss.Result result =
        StandardLoss.dice()
            .evaluate(new SoftOverlap[][] {{new SoftOverlap(Double.NaN, 1, 1, 1)}, {A}});
    assertThat(result.value()).isNaN();
    assertThat(result.byPrediction()[0][0]).isNaN();
    assertThat(result.byPrediction()[1][0]).isFinite();
  }

  @Test
  void losesByReduction() {
    StandardLoss one = StandardLoss.dice().withSmoothing(1, 1);
    double a = 1 - 7.0 / 10;
    double b = 1 - 2.0 / 4;
    double c = 1 - 1.0 / 7;
    double sum = a + b + c + a + 0 + b;
    assertThat(one.evaluate(BATCH).value()).isCloseTo(sum / 6, ROUNDING);
    assertThat(one.withReduction(Reduction.MEAN).evaluate(BATCH).value())
        .isCloseTo(sum / 6, ROUNDING);
    assertThat(one.withReduction(Reduction.SUM).evaluate(BATCH).value()).isCloseTo(sum, ROUNDING);
    assertThat(one.unreduced(BATCH)).isDeepEqualTo(new double[][] {{a, b}, {c, a}, {0, b}});
  }

  @Test
  void aBatchIsOneSample() {
    StandardLoss one = StandardLoss.dice().withSmoothing(1, 1).withBatch(true);
    // A + C + EMPTY is 3, 4, 11; B + A + B is 4, 8, 7.
    double first = 1 - 7.0 / 16;
    double second = 1 - 9.0 / 16;
    assertThat(one.unreduced(BATCH)).isDeepEqualTo(new double[][] {{first, second}});
    assertThat(one.evaluate(BATCH).value()).isCloseTo((first + second) / 2, ROUNDING);
    assertThat(one.withReduction(Reduction.SUM).evaluate(BATCH).value())
        .isCloseTo(first + second, ROUNDING);
    assertThat(one.withBatch(false)).isEqualTo(StandardLoss.dice().withSmoothing(1, 1));
  }

  @Test
  void theDerivativesOfABatchAreTheCallersToKeep() {
    StandardLoss loss = StandardLoss.dice().withBatch(true);
    OverlapLoss.Result result = loss.evaluate(new SoftOverlap[][] {{A}, {B}});
    result.byIntersection()[0][0] = 7;
    assertThat(result.byIntersection()[1][0]).isNotEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, -1e-300, Double.NaN, Double.POSITIVE_INFINITY})
  void smoothingIsFiniteAndNotNegative(double wrong) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StandardLoss.dice().withSmoothing(wrong, 1))
        .withMessage("the smoothing numerator must be finite and at least 0, not " + wrong);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StandardLoss.dice().withSmoothing(1, wrong))
        .withMessage("the smoothing denominator must be finite and at least 0, not " + wrong);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void refusesWhatIsNoBatch(boolean batch) {
    StandardLoss loss = StandardLoss.dice().withBatch(batch);
    String empty = "a loss needs at least one sample and one class";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> loss.evaluate(new SoftOverlap[0][]))
        .withMessage(empty);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> loss.evaluate(new SoftOverlap[][] {{}}))
        .withMessage(empty);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> loss.unreduced(new SoftOverlap[0][]))
        .withMessage(empty);
    String ragged = "samples with 2 and 1 classes in one batch";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> loss.evaluate(new SoftOverlap[][] {{A, B}, {A}}))
        .withMessage(ragged);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> loss.unreduced(new SoftOverlap[][] {{A, B}, {A}}))
        .withMessage(ragged);
  }

  @Test
  void isAValue() {
    StandardLoss loss = StandardLoss.dice().withSmoothing(1, 2).withBatch(true);
    assertThat(StandardLoss.dice()).isEqualTo(StandardLoss.dice().withSmoothing(1e-5, 1e-5));
    assertThat(loss)
        .isEqualTo(StandardLoss.dice().withBatch(true).withSmoothing(1, 2))
        .hasSameHashCodeAs(StandardLoss.dice().withBatch(true).withSmoothing(1, 2))
        .isNotEqualTo(StandardLoss.dice())
        .isNotEqualTo(loss.withSmoothing(2, 1))
        .isNotEqualTo(loss.withBatch(false))
        .isNotEqualTo(loss.withReduction(Reduction.SUM))
        .isNotEqualTo(null);
    assertThat(Serialized.copy(loss)).isEqualTo(loss);
    StandardLoss weighted = StandardLoss.tversky(0.25, 0.75).withWeights(1, 2);
    assertThat(weighted)
        .isEqualTo(StandardLoss.tversky(0.25, 0.75).withWeights(1, 2))
        .hasSameHashCodeAs(StandardLoss.tversky(0.25, 0.75).withWeights(1, 2))
        .isNotEqualTo(StandardLoss.tversky(0.75, 0.25).withWeights(1, 2))
        .isNotEqualTo(StandardLoss.focalTversky(0.25, 0.75, 0.75).withWeights(1, 2))
        .isNotEqualTo(weighted.withWeights(2, 1))
        .isNotEqualTo(weighted.withBackground(false));
    for (StandardLoss each : kinds()) {
      StandardLoss full = each.withWeights(1, 2).withBackground(false);
      assertThat(Serialized.copy(full)).isEqualTo(full);
      assertThat(kinds().stream().filter(each::equals)).hasSize(1);
    }
  }

  @Test
  void namesItsSettings() {
    assertThat(StandardLoss.dice())
        .hasToString("StandardLoss[dice(), smoothing 1.0E-5 / 1.0E-5, MEAN]");
    assertThat(
            StandardLoss.focalTversky(0.25, 0.75, 2)
                .withSmoothing(1, 2)
                .withBackground(false)
                .withWeights(3, 4)
                .withBatch(true)
                .withReduction(Reduction.SUM))
        .hasToString(
            "StandardLoss[focalTversky(0.25, 0.75, 2.0), smoothing 1.0 / 2.0, without background,"
                + " weights [3.0, 4.0], batch, SUM]");
    assertThat(kinds().stream().map(StandardLoss::toString)).doesNotHaveDuplicates();
  }
}
