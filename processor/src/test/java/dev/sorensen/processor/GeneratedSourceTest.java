package dev.sorensen.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What generated sources look like, and that they compile in every place. */
class GeneratedSourceTest {

  private static final int LONGEST_LINE = 100;
  private static final Pattern MACHINE_NAME =
      Pattern.compile("\\b(?:var|tmp|temp|local|arg|value|v|x)\\d+\\b|\\w\\$\\w");

  private static final Source PLAIN =
      Source.inPackageA(
          """
          @SegmentationMask
          public record Lung(@Pixels long[] words, @Extent int width, @Extent int height) {}
          """);

  static Stream<Named<Source>> everyKindOfType() {
    return Stream.of(
        Named.of("record of bits", PLAIN),
        Named.of(
            "record of labels",
            Source.inPackageA(
                """
                @SegmentationMask
                public record Lung(@Pixels byte[] labels, @Extent int width, @Extent int height) {}
                """)),
        Named.of(
            "record of labels, one foreground and one ignored",
            Source.inPackageA(
                """
                @SegmentationMask(foreground = 200, ignoreLabel = 255)
                public record Lung(@Pixels byte[] labels, @Extent int width, @Extent int height) {}
                """)),
        Named.of(
            "record of probabilities",
            Source.inPackageA(
                """
                @SegmentationMask(threshold = 0.3)
                public record Lung(@Pixels float[] values, @Extent int width, @Extent int height) {}
                """)),
        Named.of(
            "record of runs",
            Source.inPackageA(
                """
                @SegmentationMask(runs = RunEncoding.COUNTS)
                public record Lung(@Pixels int[] runs, @Extent int width, @Extent int height) {}
                """)),
        Named.of(
            "label map, with labels to ignore",
            Source.inPackageA(
                """
                @SegmentationMask(classes = 118, ignoreLabel = 255)
                public record Lung(@Pixels short[] labels, @Extent int width, @Extent int height) {}
                """)),
        Named.of(
            "planes of logits against labels and bits",
            Source.inPackageA(
                """
                @SegmentationMask(
                    classes = 6,
                    activation = Activation.SOFTMAX,
                    truths = {Lung.Lobes.class, Lung.Lines.class})
                public record Lung(@Pixels float[] values, @Extent int width, @Extent int height) {
                  @SegmentationMask(classes = 6, ignoreLabel = 255)
                  public record Lobes(@Pixels byte[] labels, @Extent int width, @Extent int height) {}

                  @SegmentationMask(classes = 6)
                  public record Lines(@Pixels long[] words, @Extent int width) {}
                }
                """)),
        Named.of(
            "one logit a pixel, in squares",
            Source.inPackageA(
                """
                @DiceLoss(form = Form.SQUARED)
                @SegmentationMask(activation = Activation.SIGMOID, truths = Lung.Runs.class)
                public record Lung(@Pixels double[] values) {
                  @SegmentationMask
                  public record Runs(@Pixels int[] runs, @Extent int width) {}
                }
                """)),
        Named.of(
            "segment against every layout",
            Source.inPackageA(
                """
                @SegmentationMask(
                    layout = Layout.FLOAT,
                    activation = Activation.SIGMOID,
                    truths = {Lung.Bits.class, Lung.Labels.class, Lung.Doubles.class, Lung.Runs.class})
                public record Lung(
                    @Pixels java.lang.foreign.MemorySegment data, @Extent int width) {
                  @SegmentationMask(layout = Layout.BIT_PACKED)
                  public record Bits(
                      @Pixels java.lang.foreign.MemorySegment data, @Extent int width) {}

                  @SegmentationMask(foreground = 200, ignoreLabel = 255)
                  public record Labels(@Pixels byte[] labels) {}

                  @SegmentationMask
                  public record Doubles(@Pixels double[] values) {}

                  @SegmentationMask(runs = RunEncoding.COUNTS)
                  public record Runs(@Pixels int[] runs, @Extent int width) {}
                }
                """)),
        Named.of(
            "record with a loss",
            Source.inPackageA(
                """
                @SegmentationMask(emptyMasks = EmptyMasks.NAN)
                @DiceLoss(
                    smoothNumerator = 0,
                    smoothDenominator = 1e-300,
                    batch = true,
                    reduction = Reduction.SUM)
                public record Lung(@Pixels long[] words, @Extent int width, @Extent int height) {}
                """)),
        Named.of(
            "classes with a weighted loss",
            Source.inPackageA(
                """
                @SegmentationMask(classes = 3)
                @DiceLoss(
                    kind = LossKind.FOCAL_TVERSKY,
                    alpha = 1,
                    gamma = 1.5,
                    weights = {1, 0.5},
                    includeBackground = false)
                public record Lung(@Pixels float[] values) {}
                """)),
        Named.of(
            "classes with one weight for all",
            Source.inPackageA(
                """
                @SegmentationMask(classes = 3)
                @DiceLoss(kind = LossKind.GENERALIZED_DICE, weights = 2)
                public record Lung(@Pixels byte[] labels) {}
                """)),
        Named.of(
            "final class with getters",
            Source.inPackageA(
                """
                @SegmentationMask
                public final class Lung {
                  private final long[] words;
                  private final int width;

                  public Lung(long[] words, int width) {
                    this.words = words.clone();
                    this.width = width;
                  }

                  @Pixels
                  public long[] getWords() {
                    return words.clone();
                  }

                  @Extent
                  public int getWidth() {
                    return width;
                  }
                }
                """)),
        Named.of(
            "interface",
            Source.inPackageA(
                """
                @SegmentationMask
                public interface Lung {
                  @Pixels
                  float[] values();

                  @Extent
                  long width();
                }
                """)),
        Named.of(
            "sealed interface",
            Source.inPackageA(
                """
                @SegmentationMask
                public sealed interface Lung {
                  @Pixels
                  byte[] labels();

                  record Left(byte[] labels) implements Lung {}

                  record Right(byte[] labels) implements Lung {}
                }
                """)),
        Named.of(
            "package-private fields",
            Source.inPackageA(
                """
                @SegmentationMask
                class Lung {
                  @Pixels int[] runs = {};
                  @Extent int width;
                  @Extent int height;
                }
                """)),
        Named.of(
            "generic record",
            Source.inPackageA(
                """
                @SegmentationMask
                public record Lung<I extends Comparable<I>, M>(
                    I id, M meta, @Pixels long[] words, @Extent int width) {}
                """)),
        Named.of(
            "subclass of a class with the members",
            Source.inPackageA(
                """
                @SegmentationMask
                public class Lung extends Image {}

                class Image {
                  @Pixels protected float[] values = {};
                  @Extent int width;
                }
                """)),
        Named.of(
            "record that implements an interface with the members",
            Source.inPackageA(
                """
                @SegmentationMask
                public record Lung(long[] words, int width) implements Image {}

                interface Image {
                  @Pixels
                  long[] words();

                  @Extent
                  int width();
                }
                """)),
        Named.of(
            "extents of type long",
            Source.inPackageA(
                """
                @SegmentationMask
                public record Lung(
                    @Pixels long[] words, @Extent long width, @Extent long height, @Extent int z) {}
                """)),
        Named.of(
            "unnamed package",
            Source.of(
                """
                import dev.sorensen.*;

                @SegmentationMask
                public record Lung(@Pixels byte[] labels) {}
                """)),
        Named.of(
            "type of a package with a long name",
            Source.of(
                """
                package org.example.hospital.radiology.chest;

                import dev.sorensen.*;

                @SegmentationMask
                public record Lung(@Pixels long[] words, @Extent int width) {}
                """)));
  }

  @ParameterizedTest
  @MethodSource("everyKindOfType")
  void everyKindOfTypeGetsATidyEvaluator(Source source) {
    for (Build build : List.of(Build.STRICT, Build.STRICT.with("-Asorensen.simd=off"))) {
      String evaluator = source.typeName() + "Dice";
      String text = build.generated(evaluator, source);
      assertTidy(text);
      assertThat(build.generated(evaluator, source)).as("a second build").isEqualTo(text);
    }
  }

  static void assertTidy(String text) {
    assertThat(text.lines().filter(line -> line.length() > LONGEST_LINE))
        .as("long lines")
        .isEmpty();
    assertThat(text.lines().filter(line -> !line.equals(line.stripTrailing())))
        .as("spaces at the end of lines")
        .isEmpty();
    assertThat(text)
        .startsWith("// Generated by Sorensen from ")
        .endsWith("}\n")
        .contains("@Generated(\"dev.sorensen.processor.SorensenProcessor\")")
        .doesNotContain("\n\n\n");
    Matcher machineName = MACHINE_NAME.matcher(text);
    assertThat(machineName.results().map(found -> found.group())).isEmpty();
  }

  @Test
  void aNestedTypeHasTheNamesAroundIt() {
    Source scan =
        Source.inPackageA(
            """
            public class Scan {
              public interface Organs {
                @SegmentationMask
                record Lung(@Pixels byte[] labels) {}
              }
            }
            """);
    String text = Build.STRICT.generated("a.Scan_Organs_LungDice", scan);
    assertTidy(text);
    assertThat(text)
        .startsWith("// Generated by Sorensen from Scan.Organs.Lung.\n")
        .contains("public final class Scan_Organs_LungDice {")
        .contains("public static Overlap overlap(Scan.Organs.Lung prediction, ");
  }

  @ParameterizedTest
  @CsvSource({
    "public, public, true",
    "public, '', false",
    "'', public, false",
    "public, protected, false",
  })
  void theEvaluatorIsPublicIfTheTypeAndThoseAroundItAre(
      String outer, String inner, boolean isPublic) {
    Source scan =
        Source.inPackageA(
            """
            %s class Scan {
              @SegmentationMask
              %s static class Lung {
                @Pixels byte[] labels;
              }
            }
            """
                .formatted(outer, inner));
    String text = Build.STRICT.generated("a.Scan_LungDice", scan);
    assertThat(text).contains((isPublic ? "\npublic final" : "\nfinal") + " class Scan_LungDice");
  }

  @Test
  void namesComeFromTheUsersType() {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask
            public interface Lung {
              @Pixels
              long[] getVoxels();

              @Extent
              int columns();

              @Extent
              int getRows();
            }
            """);
    assertThat(Build.STRICT.generated("a.LungDice", lung))
        .contains("long[] predictionVoxels =")
        .contains("long[] truthVoxels =")
        .contains("prediction.getRows()")
        .contains("\"columns()\"")
        .contains("\"getVoxels()\"");
  }

  @Test
  void withoutTheModuleOfGeneratedThereIsNoGenerated() {
    Compilation compilation =
        Build.RELEASE_25
            .with("--limit-modules", "java.base", "-Asorensen.simd=off", "-Xlint:all", "-Werror")
            .compile(PLAIN);
    assertThat(Problem.allOf(compilation)).isEmpty();
    assertThat(Build.generated("a.LungDice", compilation)).doesNotContain("Generated(");
  }

  @Test
  void anAddedTypeChangesNoOther() {
    Source other = Source.inPackageA("@SegmentationMask\npublic record A(@Pixels byte[] b) {}\n");
    assertThat(Build.generated("a.LungDice", Build.STRICT.compile(other, PLAIN)))
        .isEqualTo(Build.STRICT.generated("a.LungDice", PLAIN));
  }

  @Test
  void aDeprecatedTypeGivesNoWarningInItsEvaluator() {
    Source lung =
        Source.inPackageA(
            """
            @Deprecated
            @SegmentationMask
            public record Lung(@Pixels byte[] labels) {}
            """);
    assertThat(Build.STRICT.problems(lung)).isEmpty();
  }

  @Test
  void aDeprecatedAccessorGivesNoWarningInTheEvaluator() {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask
            public interface Lung {
              @Deprecated(forRemoval = true)
              @Pixels
              byte[] labels();
            }
            """);
    assertThat(Build.STRICT.problems(lung)).isEmpty();
  }

  @Test
  void theDocumentationIsWhole() {
    Source lung =
        Source.inPackageA(
            """
            /** A mask. */
            @SegmentationMask(foreground = 3, ignoreLabel = 255)
            public interface Lung {
              /**
               * Returns labels.
               *
               * @return labels
               */
              @Pixels
              byte[] labels();
            }
            """);
    Source liver =
        Source.inPackageA(
            """
            /**
             * A mask.
             *
             * @param values values
             */
            @SegmentationMask(threshold = 0.7)
            public record Liver(@Pixels float[] values) {}
            """);
    assertThat(Build.STRICT.with("-Xdoclint:all/protected").problems(lung, liver)).isEmpty();
  }

  @Test
  void annotatedTypeUsesAreRead() {
    Source lung =
        Source.inPackageA(
            """
            import org.jspecify.annotations.NullMarked;
            import org.jspecify.annotations.Nullable;

            @NullMarked
            @SegmentationMask
            public record Lung<T extends @Nullable Object>(
                @Pixels long @Nullable [] words, @Extent int width, T meta) {}
            """);
    // javac says that nobody claims the annotations of JSpecify.
    assertThat(Build.STRICT.with("-Xlint:-processing").problems(lung)).isEmpty();
  }

  @Test
  void explicitAccessorsOfRecordsMayCarryTheAnnotations() {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask
            public record Lung(long[] words, int width) {
              @Pixels
              public long[] words() {
                return words.clone();
              }

              @Extent
              public int width() {
                return width;
              }
            }
            """);
    assertThat(Build.STRICT.problems(lung)).isEmpty();
  }

  @Test
  void dataOfAGenericSuperclassHasTheTypeThatTheMaskGivesIt() {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask
            public class Lung extends Image<long[]> {}

            abstract class Image<A> {
              @Pixels A data;
              @Extent int width;
            }
            """);
    assertThat(Build.STRICT.problems(lung)).isEmpty();
  }

  @Test
  void aMemberAnnotatedInTwoInterfacesIsOneMember() {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask
            public record Lung(@Pixels long[] words, @Extent int width) implements One, Two {}

            interface One {
              @Pixels
              long[] words();

              @Extent
              int width();
            }

            interface Two {
              @Extent
              int width();

              @Pixels
              long[] words();
            }
            """);
    String text = Build.STRICT.generated("a.LungDice", lung);
    assertThat(text.split("\"width", -1)).as("mentions of the width").hasSize(4);
  }
}
