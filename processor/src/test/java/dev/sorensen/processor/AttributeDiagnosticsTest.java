package dev.sorensen.processor;

import static dev.sorensen.processor.Problem.error;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.sorensen.processor.declared.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages about attributes stand at the attribute, not at the annotation. */
class AttributeDiagnosticsTest {

  @ParameterizedTest
  @CsvSource({
    "BIT_PACKED, long[]",
    "BYTE, byte[]",
    "RLE, int[]",
  })
  @Reports(Message.LAYOUT_TYPE)
  void layoutAndDataDisagree(String layout, String needed) {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask(
                emptyMasks = EmptyMasks.ZERO,
                layout =
                    Layout.%s)
            public record Lung(@Pixels float[] values, @Extent int width) {}
            """
                .formatted(layout));
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                "Layout." + layout,
                "[SorensenLayoutType] Layout "
                    + layout
                    + " needs "
                    + needed
                    + ", and @Pixels values is of type float[]. Change one, or leave layout"
                    + " out."));
  }

  @ParameterizedTest
  @CsvSource({
    "foreground = 3, foreground, BYTE or SHORT, long[], BIT_PACKED",
    "ignoreLabel = 3, ignoreLabel, BYTE or SHORT, float[], FLOAT",
    "threshold = 0.3, threshold, FLOAT or DOUBLE, byte[], BYTE",
    "threshold = 0.3, threshold, FLOAT or DOUBLE, short[], SHORT",
    "foreground = 3, foreground, BYTE or SHORT, double[], DOUBLE",
    "runs = RunEncoding.COUNTS, runs, RLE, byte[], BYTE",
  })
  @Reports(Message.ATTRIBUTE_LAYOUT)
  void anAttributeOfAnotherLayout(
      String attribute, String name, String needed, String type, String layout) {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask(
                emptyMasks = EmptyMasks.ZERO,
                %s)
            public record Lung(@Pixels %s data, @Extent int width) {}
            """
                .formatted(attribute, type));
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                attribute,
                "[SorensenAttributeLayout] %s is for the layout %s, and this mask is %s. Leave it out."
                    .formatted(name, needed, layout)));
  }

  @Test
  @Reports(Message.ATTRIBUTE_LAYOUT)
  void anAttributeOfAnotherLayoutEvenWithItsDefault() {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask(
                threshold = 0.5)
            public record Lung(@Pixels byte[] labels) {}
            """);
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                "threshold",
                "[SorensenAttributeLayout] threshold is for the layout FLOAT or DOUBLE, and this"
                    + " mask is"
                    + " BYTE. Leave it out."));
  }

  @ParameterizedTest
  @CsvSource({"foreground, 256", "foreground, -2", "ignoreLabel, 300", "ignoreLabel, -128"})
  @Reports(Message.LABEL_RANGE)
  void aLabelThatNoByteHolds(String attribute, int label) {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask(
                emptyMasks = EmptyMasks.ZERO,
                %s = %d)
            public record Lung(@Pixels byte[] labels) {}
            """
                .formatted(attribute, label));
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                attribute,
                "[SorensenLabelRange] %s is %d, and the labels of this mask are 0 to 255."
                    .formatted(attribute, label)));
  }

  @ParameterizedTest
  @ValueSource(ints = {-2, 65_536})
  @Reports(Message.LABEL_RANGE)
  void aLabelThatNoShortHolds(int label) {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask(
                emptyMasks = EmptyMasks.ZERO,
                foreground = %d)
            public record Lung(@Pixels short[] labels) {}
            """
                .formatted(label));
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                "foreground",
                "[SorensenLabelRange] foreground is %d, and the labels of this mask are 0 to 65535."
                    .formatted(label)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 255, 256, 32_768, 65_535})
  void everyShortIsALabel(int label) {
    assertThat(
            Build.STRICT.problems(
                Source.inPackageA(
                    """
                    @SegmentationMask(foreground = %d, ignoreLabel = 7)
                    public record Lung(@Pixels short[] labels) {}
                    """
                        .formatted(label))))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 127, 128, 255})
  void everyByteIsALabel(int label) {
    assertThat(
            Build.STRICT.problems(
                Source.inPackageA(
                    """
                    @SegmentationMask(foreground = %d)
                    public record Lung(@Pixels byte[] labels) {}
                    """
                        .formatted(label)),
                Source.inPackageA(
                    """
                    @SegmentationMask(ignoreLabel = %d)
                    public record Liver(@Pixels byte[] labels) {}
                    """
                        .formatted(label))))
        .isEmpty();
  }

  @Test
  @Reports(Message.LABEL_IGNORED)
  void aLabelThatIsForegroundAndIgnored() {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask(
                ignoreLabel = 7,
                foreground = 7)
            public record Lung(@Pixels byte[] labels) {}
            """);
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                "ignoreLabel",
                "[SorensenLabelIgnored] Label 7 is foreground and ignored at once. Change one of"
                    + " the two."));
  }

  @Test
  @Reports(Message.THRESHOLD_NAN)
  void aThresholdThatIsNoNumber() {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask(
                threshold =
                    Double.NaN)
            public record Lung(@Pixels float[] values) {}
            """);
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                "Double.NaN",
                "[SorensenThresholdNan] A threshold of NaN leaves no foreground at all. Use a"
                    + " number."));
  }

  @ParameterizedTest
  @CsvSource({"SIGMOID, 1", "SOFTMAX, 2"})
  @Reports(Message.THRESHOLD_NEGATIVE)
  void aThresholdBelowWhatAnActivationGives(String activation, int classes) {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask(
                activation = Activation.%s,
                classes = %d,
                threshold =
                    -0.5)
            public record Lung(@Pixels float[] values) {}
            """
                .formatted(activation, classes));
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                "-0.5",
                "[SorensenThresholdNegative] threshold is -0.5, and all that "
                    + activation
                    + " gives is above it: each pixel would be foreground. Use a threshold from 0"
                    + " to 1."));
  }

  @Test
  @Reports(Message.SOFTMAX_ONE_CLASS)
  void aSoftmaxOverOneClass() {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask(
                activation =
                    Activation.SOFTMAX)
            public record Lung(@Pixels float[] values) {}
            """);
    Compilation compilation = Build.RELEASE_25.compile(lung);
    assertThat(Problem.oursOf(compilation))
        .containsExactly(
            Problem.warning(
                lung,
                "Activation.SOFTMAX",
                "[SorensenSoftmaxOneClass] SOFTMAX is over classes, and this mask has one, so it is"
                    + " left out. Use SIGMOID for logits of one class, or set classes."));
    assertThat(Build.generated("a.LungDice", compilation)).contains("ofProbabilities(values, 0.5)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@SegmentationMask(layout = Layout.BITS)",
        "@SegmentationMask(threshold = \"0.5\")",
        "@SegmentationMask(foreground = null)",
        "@SegmentationMask(treshold = 0.5)",
        "@SegmentationMask(foreground = UNKNOWN)",
        "@SegmentationMask @DiceLoss(batch = 1)",
        "@SegmentationMask @DiceLoss(reduction = Reduction.MEDIAN)",
        "@SegmentationMask @DiceLoss(kind = LossKind.CROSS_ENTROPY)",
        "@SegmentationMask @DiceLoss(weights = {1, true})",
      })
  void whatJavacRefusesIsLeftToJavac(String annotations) {
    Source lung = Source.inPackageA(annotations + "\npublic record Lung(@Pixels float[] p) {}\n");
    Compilation compilation = Build.RELEASE_25.compile(lung);
    assertThat(Problem.oursOf(compilation)).isEmpty();
    assertThat(compilation.errors())
        .singleElement()
        .satisfies(e -> assertThat(e.getLineNumber()).isEqualTo(lung.lineOf(annotations)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public record Lung(@Pixels float[] p) { @SegmentationMask void f() {} }",
        "public record Lung(@Pixels float[] p) { @DiceLoss void f() {} }",
        "public record Lung(@Pixels float[] p) { @DiceLoss static int f; }",
      })
  void anAnnotationInAWrongPlaceIsLeftToJavac(String type) {
    Compilation compilation = Build.RELEASE_25.compile(Source.inPackageA(type + "\n"));
    assertThat(Problem.oursOf(compilation)).isEmpty();
    assertThat(compilation.errors()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "0, byte[], 256, BYTE",
    "257, byte[], 256, BYTE",
    "65537, short[], 65536, SHORT",
    "-1, long[], 65536, BIT_PACKED",
    "0, float[], 65536, FLOAT",
  })
  @Reports(Message.CLASSES_RANGE)
  void noSuchNumberOfClasses(int classes, String type, int most, String layout) {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask(
                emptyMasks = EmptyMasks.ZERO,
                classes = %d)
            public record Lung(@Pixels %s data, @Extent int width) {}
            """
                .formatted(classes, type));
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                "classes = ",
                "[SorensenClassesRange] classes is %d, and must be 1 to %d for the layout %s."
                    .formatted(classes, most, layout)));
  }

  @Test
  @Reports(Message.FOREGROUND_CLASSES)
  void foregroundAmongSeveralClasses() {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask(
                classes = 6,
                foreground = 3)
            public record Lung(@Pixels byte[] labels) {}
            """);
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                "foreground = 3",
                "[SorensenForegroundClasses] foreground says what is foreground in a mask of one"
                    + " class, and this mask has 6. Leave one of the two out."));
  }

  @Test
  void runsHaveOneClass() {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask(
                emptyMasks = EmptyMasks.ZERO,
                classes = 2)
            public record Lung(@Pixels int[] runs, @Extent int width) {}
            """);
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                "classes = 2",
                "[SorensenAttributeLayout] classes is for the layout BIT_PACKED or BYTE or SHORT or"
                    + " FLOAT or DOUBLE, and this mask is RLE. Leave it out."));
  }

  @Test
  @Reports(Message.LAYOUT_MISSING)
  void aSegmentNeedsItsLayout() {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask
            public record Lung(
                @Pixels java.lang.foreign.MemorySegment data,
                @Extent int width) {}
            """);
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                "@Pixels",
                "[SorensenLayoutMissing] @Pixels data is a MemorySegment, which does not say what"
                    + " it holds. Name the layout: layout = Layout.BYTE, for example."));
  }
}
