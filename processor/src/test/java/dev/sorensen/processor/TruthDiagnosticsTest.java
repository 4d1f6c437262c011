package dev.sorensen.processor;

import static dev.sorensen.processor.Problem.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.processor.declared.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages about the types of truths stand at the attribute that names them. */
class TruthDiagnosticsTest {

  private static Source against(String truths, String others) {
    return Source.inPackageA(
        """
        @SegmentationMask(
            emptyMasks = EmptyMasks.ZERO,
            truths = %s)
        public record Lung(@Pixels byte[] labels) {}

        %s
        """
            .formatted(truths, others));
  }

  @ParameterizedTest
  @CsvSource({"String, java.lang.String", "int, int", "Lobe[], a.Lobe[]"})
  @Reports(Message.TRUTH_NO_MASK)
  void aTruthThatIsNoMask(String truth, String shown) {
    Source lung =
        against(truth + ".class", "@SegmentationMask record Lobe(@Pixels byte[] labels) {}");
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                "truths = ",
                "[SorensenTruthNoMask] truths has "
                    + shown
                    + ", which is no @SegmentationMask. Annotate it, or leave it out."));
  }

  @Test
  @Reports(Message.TRUTH_CLASSES)
  void aTruthWithOtherClasses() {
    Source lung =
        against(
            "Lobes.class", "@SegmentationMask(classes = 6) record Lobes(@Pixels byte[] labels) {}");
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                "truths = ",
                "[SorensenTruthClasses] truths has Lobes, which has 6 classes, and this mask has 1."
                    + " Give both as many."));
  }

  @ParameterizedTest
  @CsvSource({
    "'public final class Lobe { @Pixels byte[] labels = {}; }', labels",
    "'public class Lobe { @Pixels protected byte[] labels() { return new byte[0]; } }', labels",
  })
  @Reports(Message.TRUTH_INVISIBLE)
  void aTruthOfAnotherPackageThatIsNotPublic(String type, String hidden) {
    Source lobe =
        Source.of(
            """
            package b;

            import dev.sorensen.*;

            @SegmentationMask
            %s
            """
                .formatted(type));
    Source lung =
        Source.of(
            """
            package a;

            import dev.sorensen.*;

            @SegmentationMask(truths = b.Lobe.class)
            public record Lung(@Pixels byte[] labels) {}
            """);
    assertThat(Build.RELEASE_25.problems(lung, lobe))
        .containsExactly(
            error(
                lung,
                "truths = ",
                "[SorensenTruthInvisible] truths has Lobe, but "
                    + hidden
                    + " is not public, so the evaluator in package a cannot read it. Make it"
                    + " public, or move the types into one package."));
  }

  @Test
  void aPublicTruthOfAnotherPackageIsRead() {
    Source lobe =
        Source.of(
            """
            package b;

            import dev.sorensen.*;

            @SegmentationMask
            public interface Lobe {
              @Pixels
              byte[] labels();
            }
            """);
    Source lung =
        Source.of(
            """
            package a;

            import dev.sorensen.*;

            @SegmentationMask(truths = b.Lobe.class)
            public record Lung(@Pixels float[] values) {}
            """);
    assertThat(Build.STRICT.generated("a.LungDice", lung, lobe))
        .contains("SoftDiceEvaluator<Lung, Lobe, float[]> againstLobe()");
  }

  @Test
  @Reports(Message.TRUTH_NAMES)
  void twoTruthsOfOneName() {
    String lobe =
        """
        package %s;

        import dev.sorensen.*;

        @SegmentationMask
        public record Lobe(@Pixels byte[] labels) {}
        """;
    Source lung =
        Source.of(
            """
            package a;

            import dev.sorensen.*;

            @SegmentationMask(truths = {b.Lobe.class, c.Lobe.class})
            public record Lung(@Pixels byte[] labels) {}
            """);
    assertThat(
            Build.RELEASE_25.problems(
                lung, Source.of(lobe.formatted("b")), Source.of(lobe.formatted("c"))))
        .containsExactly(
            error(
                lung,
                "truths = ",
                "[SorensenTruthNames] truths has b.Lobe and c.Lobe, whose evaluators would both be"
                    + " named againstLobe(). Rename one of the types."));
  }

  /** Its own mistake is told where it is made, and nowhere else. */
  @Test
  void aTruthWithAMistakeIsLeftOut() {
    Source lung =
        against("{Lobe.class, Vessel.class}", "@SegmentationMask record Lobe(byte[] labels) {}");
    Source vessel =
        Source.inPackageA("@SegmentationMask public record Vessel(@Pixels byte[] labels) {}");
    assertThat(Build.RELEASE_25.problems(lung, vessel))
        .singleElement()
        .satisfies(
            problem -> assertThat(problem.text()).startsWith("[SorensenPixelsMissing] Lobe"));
  }
}
