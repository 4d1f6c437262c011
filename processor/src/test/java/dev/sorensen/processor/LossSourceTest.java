package dev.sorensen.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a {@code @DiceLoss} in the evaluator. */
class LossSourceTest {

  private static Source withLoss(int classes, String attributes) {
    return Source.inPackageA(
        """
        @SegmentationMask(classes = %d)
        @DiceLoss(%s)
        public record Lung(@Pixels float[] values) {}
        """
            .formatted(classes, attributes));
  }

  private static String constant(String text) {
    String found = text.substring(text.indexOf("OverlapLoss LOSS ="));
    return found
        .substring("OverlapLoss LOSS =".length(), found.indexOf(';'))
        .lines()
        .map(String::strip)
        .collect(Collectors.joining(" "))
        .replace(" .", ".")
        .strip();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | dice()",
        "kind = LossKind.DICE, smoothNumerator = 1e-5 | dice()",
        "kind = LossKind.JACCARD | jaccard()",
        "kind = LossKind.TVERSKY | tversky(0.5, 0.5)",
        "kind = LossKind.TVERSKY, alpha = 0.3, beta = 0.7 | tversky(0.3, 0.7)",
        "kind = LossKind.FOCAL_TVERSKY, beta = 2 | focalTversky(0.5, 2.0, 0.75)",
        "kind = LossKind.FOCAL_TVERSKY, gamma = 1.5 | focalTversky(0.5, 0.5, 1.5)",
        "kind = LossKind.LOG_DICE | logDice()",
        "kind = LossKind.LOG_COSH_DICE | logCoshDice()",
        "smoothDenominator = 1 | dice().withSmoothing(1.0E-5, 1.0)",
        "includeBackground = false | dice().withBackground(false)",
        "weights = 2 | dice().withWeights(2.0)",
        "weights = {1, 0, 1e-3} | dice().withWeights(1.0, 0.0, 0.001)",
        "batch = true | dice().withBatch(true)",
        "reduction = Reduction.SUM | dice().withReduction(Reduction.SUM)",
        "kind = LossKind.GENERALIZED_DICE | generalizedDice(ClassWeighting.SQUARE)",
        "kind = LossKind.GENERALIZED_DICE, classWeighting = ClassWeighting.SIMPLE"
            + " | generalizedDice(ClassWeighting.SIMPLE)",
      })
  void onlyWhatDiffersFromTheDefaultsIsSpelledOut(String attributes, String expected) {
    String text = Build.STRICT.generated("a.LungDice", withLoss(3, attributes));
    assertThat(constant(text)).isEqualTo("StandardLoss." + expected);
  }

  @Test
  void allSettingsInTheirOrderAndInShortLines() {
    String text =
        Build.STRICT.generated(
            "a.LungDice",
            withLoss(
                13,
                """
                kind = LossKind.FOCAL_TVERSKY,
                alpha = 0.3333333333333333,
                beta = 0.6666666666666666,
                gamma = 1.3333333333333333,
                smoothNumerator = 0,
                smoothDenominator = 1e-300,
                weights = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2},
                includeBackground = false,
                batch = true,
                reduction = Reduction.SUM\
                """));
    assertThat(constant(text).replaceAll("\\s+", " "))
        .isEqualTo(
            "StandardLoss.focalTversky(0.3333333333333333, 0.6666666666666666,"
                + " 1.3333333333333333).withSmoothing(0.0, 1.0E-300).withBackground(false)"
                + ".withWeights(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2)"
                + ".withBatch(true).withReduction(Reduction.SUM)");
    assertTidy(text);
  }

  private static void assertTidy(String text) {
    assertThat(text.lines().filter(line -> line.length() > 100)).as("long lines").isEmpty();
    assertThat(text.lines().filter(line -> !line.equals(line.stripTrailing())))
        .as("spaces at the end of lines")
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DICE",
        "JACCARD",
        "TVERSKY",
        "FOCAL_TVERSKY",
        "GENERALIZED_DICE",
        "LOG_DICE",
        "LOG_COSH_DICE"
      })
  void everyKindIsTidyAndDocumented(String kind) {
    for (String more : new String[] {"", ", weights = {1, 2}, includeBackground = false"}) {
      int classes = more.isEmpty() ? 1 : 3;
      for (String layout : new String[] {"float[]", "byte[]"}) {
        Source lung =
            Source.inPackageA(
                """
                /**
                 * A mask.
                 *
                 * @param values values
                 */
                @SegmentationMask(classes = %d)
                @DiceLoss(kind = LossKind.%s%s)
                public record Lung(@Pixels %s values) {}
                """
                    .formatted(classes, kind, more, layout));
        Build build = Build.STRICT.with("-Xdoclint:all/protected");
        assertTidy(build.generated("a.LungDice", lung));
      }
    }
  }

  @Test
  void theDocumentationSaysWhichLossItIs() {
    assertThat(javadoc(withLoss(1, "")))
        .isEqualTo(
            "Returns the Dice loss, 1 &minus; (2I + nr) / (P + T + dr), with the sums of {@link"
                + " #softOverlap} and the smoothing nr and dr that the type declares.");
    assertThat(javadoc(withLoss(1, "kind = LossKind.TVERSKY")))
        .isEqualTo(
            "Returns the Tversky loss, 1 &minus; (I + nr) / (I + &alpha;(P &minus; I) +"
                + " &beta;(T &minus; I) + dr), with the sums of {@link #softOverlap} and the"
                + " &alpha;, &beta;, nr and dr that the type declares.");
    assertThat(
            javadoc(
                withLoss(
                    3,
                    "kind = LossKind.JACCARD, includeBackground = false, weights = 2,"
                        + " reduction = Reduction.SUM")))
        .isEqualTo(
            "Returns the Jaccard loss, the sum over the classes but 0 of their weights times"
                + " 1 &minus; (2I + nr) / (2(P + T &minus; I) + dr), with the sums of"
                + " {@link #softOverlaps} and the smoothing nr and dr that the type declares.");
    assertThat(javadoc(withLoss(3, "kind = LossKind.GENERALIZED_DICE")))
        .isEqualTo(
            "Returns the generalized Dice loss over the classes, 1 &minus; (2 &Sigma; wI + nr) /"
                + " (&Sigma; w(P + T) + dr), with the sums of {@link #softOverlaps} and the"
                + " weighting w, nr and dr that the type declares.");
  }

  /** The first paragraph of the comment on the loss. */
  private static String javadoc(Source lung) {
    String text = Build.STRICT.generated("a.LungDice", lung);
    String before = text.substring(0, text.indexOf(" double diceLoss("));
    String comment = before.substring(before.lastIndexOf("/**") + 3);
    return comment
        .substring(0, comment.indexOf("@param"))
        .lines()
        .map(line -> line.strip().replaceFirst("^\\*", "").strip())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining(" "));
  }

  @Test
  void typesOfTheUserMayHaveTheNamesOfALoss() {
    String attributes =
        "kind = dev.sorensen.LossKind.GENERALIZED_DICE, reduction = dev.sorensen.Reduction.SUM";
    Source[] sources = {
      withLoss(3, attributes),
      Source.inPackageA("class ClassWeighting {}\n"),
      Source.inPackageA("class StandardLoss {}\n"),
      Source.inPackageA("class Reduction {}\n"),
      Source.inPackageA("class LossKind {}\n"),
    };
    assertThat(Build.STRICT.problems(sources)).isEmpty();
  }
}
