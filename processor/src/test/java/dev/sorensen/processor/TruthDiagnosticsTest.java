package dev.sorensen.processor;

import static dev.sorensen.processor.Problem.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.processor.declared.Message;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

  @ParameterizedTest
  @CsvSource({"Lobe, protected, public, Lobe", "Part.Lobe, public, protected, Part"})
  @Reports(Message.TRUTH_INVISIBLE)
  void aTruthThatIsProtectedAndInherited(String truth, String lobe, String part, String hidden) {
    Source base =
        Source.of(
            """
            package b;

            import dev.sorensen.*;

            public class Base {
              @SegmentationMask
              %s record Lobe(@Pixels byte[] labels) {}

              %s static class Part {
                @SegmentationMask
                public record Lobe(@Pixels byte[] labels) {}
              }
            }
            """
                .formatted(lobe, part));
    Source user =
        Source.inPackageA(
            """
            public class User extends b.Base {
              @SegmentationMask(truths = %s.class)
              public record Lung(@Pixels byte[] labels) {}
            }
            """
                .formatted(truth));
    assertThat(Build.RELEASE_25.problems(base, user))
        .containsExactly(
            error(
                user,
                "truths = ",
                "[SorensenTruthInvisible] truths has Lobe, but "
                    + hidden
                    + " is not public, so the evaluator in package a cannot read it. Make it"
                    + " public, or move the types into one package."));
  }

  @Test
  @Reports(Message.TRUTH_NO_EVALUATOR)
  void aTruthOfALibraryThatHasNoEvaluator(@TempDir Path library) throws IOException {
    Source lobe =
        Source.of(
            """
            package b;

            import dev.sorensen.*;

            @SegmentationMask
            public record Lobe(@Pixels byte[] labels) {}
            """);
    JavaFileObject compiled =
        Build.RELEASE_25
            .compile(lobe)
            .generatedFile(StandardLocation.CLASS_OUTPUT, "b", "Lobe.class")
            .orElseThrow();
    Path file = Files.createDirectory(library.resolve("b")).resolve("Lobe.class");
    try (InputStream in = compiled.openInputStream()) {
      Files.copy(in, file);
    }
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask(truths = b.Lobe.class)
            public record Lung(@Pixels byte[] labels) {}
            """);
    String classPath = library + File.pathSeparator + System.getProperty("java.class.path");
    assertThat(Build.RELEASE_25.with("-classpath", classPath).problems(lung))
        .containsExactly(
            error(
                lung,
                "truths = ",
                "[SorensenTruthNoEvaluator] truths has Lobe, which was compiled before, but not"
                    + " its evaluator b.LobeDice. Compile Lobe with this processor too."));
  }

  @Test
  void aTruthMayHaveTheNameOfThePrediction() {
    String mask =
        """
        package %s;

        import dev.sorensen.*;

        @SegmentationMask(truths = %s)
        public record Mask(@Pixels byte[] labels) {}
        """;
    assertThat(
            Build.STRICT.generated(
                "a.MaskDice",
                Source.of(mask.formatted("a", "b.Mask.class")),
                Source.of(mask.formatted("b", "{}"))))
        .contains("againstMask()", "class AgainstMask ", "class AgainstMaskOfOtherPackage ");
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
