package dev.sorensen.processor;

import static dev.sorensen.processor.Problem.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.processor.declared.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages about a loss stand at the attribute that is wrong. */
class LossDiagnosticsTest {

  private static Source withLoss(int classes, String kind, String attribute) {
    return Source.inPackageA(
        """
        @SegmentationMask(classes = %d)
        @DiceLoss(
            kind = LossKind.%s,
            batch = true,
            %s)
        public record Lung(@Pixels float[] values) {}
        """
            .formatted(classes, kind, attribute));
  }

  @ParameterizedTest
  @CsvSource({
    "DICE, smoothNumerator, -1, -1.0, at least 0",
    "JACCARD, smoothNumerator, Double.NaN, NaN, at least 0",
    "LOG_DICE, smoothDenominator, -1e-9, -1.0E-9, at least 0",
    "GENERALIZED_DICE, smoothDenominator, Double.POSITIVE_INFINITY, Infinity, at least 0",
    "TVERSKY, alpha, -0.5, -0.5, at least 0",
    "TVERSKY, alpha, Double.NaN, NaN, at least 0",
    "FOCAL_TVERSKY, beta, -1e-300, -1.0E-300, at least 0",
    "FOCAL_TVERSKY, beta, Double.POSITIVE_INFINITY, Infinity, at least 0",
    "FOCAL_TVERSKY, gamma, -1, -1.0, above 0",
    "FOCAL_TVERSKY, gamma, 0, 0.0, above 0",
    "FOCAL_TVERSKY, gamma, Double.NaN, NaN, above 0",
    "FOCAL_TVERSKY, gamma, Double.POSITIVE_INFINITY, Infinity, above 0",
    "DICE, weights, -1, -1.0, at least 0",
    "DICE, weights, '{1, 2, Double.NaN}', NaN, at least 0",
    "LOG_COSH_DICE, weights, '{1, Double.POSITIVE_INFINITY, 1}', Infinity, at least 0",
  })
  @Reports(Message.LOSS_NUMBER)
  void aNumberOutOfRange(String kind, String attribute, String value, String shown, String range) {
    String written = attribute + " = " + value;
    Source lung = withLoss(3, kind, written);
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                written,
                "[SorensenLossNumber] %s is %s, and must be finite and %s."
                    .formatted(attribute, shown, range)));
  }

  @ParameterizedTest
  @CsvSource({
    "DICE, alpha = 0.3, alpha, TVERSKY or FOCAL_TVERSKY",
    "DICE, alpha = -1, alpha, TVERSKY or FOCAL_TVERSKY",
    "DICE, beta = 0.5, beta, TVERSKY or FOCAL_TVERSKY",
    "DICE, gamma = 0, gamma, FOCAL_TVERSKY",
    "JACCARD, beta = 0.3, beta, TVERSKY or FOCAL_TVERSKY",
    "GENERALIZED_DICE, alpha = 0.3, alpha, TVERSKY or FOCAL_TVERSKY",
    "LOG_DICE, gamma = 1, gamma, FOCAL_TVERSKY",
    "TVERSKY, gamma = 1, gamma, FOCAL_TVERSKY",
    "TVERSKY, classWeighting = ClassWeighting.SIMPLE, classWeighting, GENERALIZED_DICE",
    "LOG_COSH_DICE, classWeighting = ClassWeighting.SQUARE, classWeighting, GENERALIZED_DICE",
  })
  @Reports(Message.LOSS_KIND)
  void anAttributeOfAnotherKind(String kind, String attribute, String name, String needed) {
    Source lung = withLoss(3, kind, attribute);
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                attribute,
                "[SorensenLossKind] %s is for the kind %s, and this loss is %s. Leave it out."
                    .formatted(name, needed, kind)));
  }

  @ParameterizedTest
  @CsvSource({
    "1, includeBackground = false, includeBackground = false",
    "1, weights = 2, weights",
    "1, 'weights = {1, 2}', weights",
    "2, 'weights = 2, includeBackground = false', weights",
    "2, 'weights = {1, 2}, includeBackground = false', weights",
  })
  @Reports(Message.LOSS_ONE_CLASS)
  void asIfThereWereSeveralClasses(int classes, String attribute, String name) {
    Source lung = withLoss(classes, "DICE", attribute);
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                attribute,
                "[SorensenLossOneClass] %s is for losses of several classes, and one takes part"
                        .formatted(name)
                    + " here. Leave it out."));
  }

  @ParameterizedTest
  @CsvSource({
    "2, 'weights = {1, 2, 3}', 3, 2, ''",
    "4, 'weights = {1, 2, 3}', 3, 4, ''",
    "3, 'weights = {1, 2, 3}, includeBackground = false', 3, 2, ', for the background is left out'",
  })
  @Reports(Message.LOSS_WEIGHTS)
  void notAsManyWeightsAsClasses(
      int classes, String attribute, int weights, int taking, String which) {
    Source lung = withLoss(classes, "JACCARD", attribute);
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                attribute,
                "[SorensenLossWeights] weights has %d numbers, and %d classes take part%s. Give one"
                        .formatted(weights, taking, which)
                    + " for each, or one for all."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "weights = {}",
        "weights = 2",
        "weights = {0, 0, 0}",
        "includeBackground = false, weights = 2",
        "includeBackground = false, weights = {1, 2}",
        "includeBackground = true, weights = {1, 2, 3}",
        "smoothNumerator = 0, smoothDenominator = 0",
        "alpha = 0, beta = 0",
        "alpha = 3",
        "gamma = Double.MIN_VALUE",
      })
  void whatHasAMeaningIsAccepted(String attribute) {
    assertThat(Build.STRICT.problems(withLoss(3, "FOCAL_TVERSKY", attribute))).isEmpty();
  }

  @Test
  void aSingleClassMayHaveWhatChangesNothing() {
    Source lung = withLoss(1, "DICE", "weights = {}, includeBackground = true");
    assertThat(Build.STRICT.problems(lung)).isEmpty();
  }

  @Test
  void noClassesAtAllAreOneMistake() {
    Source lung = withLoss(0, "DICE", "weights = {1, 2}, includeBackground = false");
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                "classes = 0",
                "[SorensenClassesRange] classes is 0, and must be 1 to 65536 for the layout"
                    + " FLOAT."));
  }

  /** Without a layout nobody knows the classes; the other mistakes are still told. */
  @Test
  void mistakesOfALossBesideThoseOfItsMask() {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask
            @DiceLoss(
                gamma = 2,
                weights = {1, 2},
                alpha = -1,
                kind = LossKind.TVERSKY)
            public record Lung(
                @Pixels String values) {}
            """);
    assertThat(Build.RELEASE_25.problems(lung).stream().map(Problem::line))
        .containsExactlyInAnyOrder(
            lung.lineOf("gamma"), lung.lineOf("alpha"), lung.lineOf("@Pixels"));
  }
}
