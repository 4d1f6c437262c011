package dev.sorensen.processor;

import static dev.sorensen.processor.Problem.error;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One mistake hides neither another nor the evaluator of another type. */
class SeveralMistakesTest {

  @Test
  void allMistakesOfATypeAreReported() {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask(
                foreground = 1)
            @DiceLoss(
                smoothNumerator = -1)
            public class Lung {
              @Pixels private
                  float[] values;
              @Extent short
                  width;
              @Extent static
                  int height;
            }
            """);
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactlyInAnyOrder(
            error(
                lung,
                "foreground = 1",
                "[SorensenAttributeLayout] foreground is for the layout BYTE or SHORT, and this"
                    + " mask is FLOAT. Leave it out."),
            error(
                lung,
                "smoothNumerator = -1",
                "[SorensenLossNumber] smoothNumerator is -1.0, and must be finite and at least 0."),
            error(
                lung,
                "@Pixels private",
                "[SorensenMemberPrivate] values is private, so the evaluator cannot read it. Make"
                    + " it at least package-private, or put the annotation on an accessor."),
            error(
                lung,
                "@Extent short",
                "[SorensenExtentType] @Extent width is of type short. An extent is an int or a"
                    + " long."),
            error(
                lung,
                "@Extent static",
                "[SorensenMemberStatic] height is static. A mask's data and extents belong to"
                    + " each mask: make it non-static."));
  }

  @Test
  void eachWrongAttributeHasAnErrorAtItsOwnLine() {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask(
                threshold = 0.1,
                ignoreLabel = 300,
                emptyMasks = EmptyMasks.NAN,
                runs = RunEncoding.COUNTS,
                foreground = -7)
            @DiceLoss(
                smoothDenominator = -2,
                smoothNumerator = -1)
            public record Lung(@Pixels byte[] labels) {}
            """);
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactlyInAnyOrder(
            error(
                lung,
                "threshold",
                "[SorensenAttributeLayout] threshold is for the layout FLOAT or DOUBLE, and this"
                    + " mask is BYTE. Leave it out."),
            error(
                lung,
                "runs",
                "[SorensenAttributeLayout] runs is for the layout RLE, and this mask is BYTE."
                    + " Leave it out."),
            error(
                lung,
                "ignoreLabel",
                "[SorensenLabelRange] ignoreLabel is 300, and the labels of this mask are 0 to"
                    + " 255."),
            error(
                lung,
                "foreground",
                "[SorensenLabelRange] foreground is -7, and the labels of this mask are 0 to 255."),
            error(
                lung,
                "smoothNumerator",
                "[SorensenLossNumber] smoothNumerator is -1.0, and must be finite and at least 0."),
            error(
                lung,
                "smoothDenominator",
                "[SorensenLossNumber] smoothDenominator is -2.0, and must be finite and at least"
                    + " 0."));
  }

  @Test
  void mistakesHaveTheSameOrderInEveryProcess() {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask(
                ignoreLabel = 3,
                foreground = 1,
                threshold = 0.1)
            public record Lung(@Pixels int[] runs, @Extent int width) {}
            """);
    assertThat(Build.RELEASE_25.problems(lung).stream().map(Problem::line))
        .as("the order in which the annotation declares its attributes")
        .containsExactly(7L, 6L, 8L);
  }

  @Test
  void aMistakeInOneTypeDoesNotHideTheEvaluatorOfAnother() {
    Source scan =
        Source.inPackageA(
            """
            class Scan {
              @SegmentationMask
              record First(@Pixels String data) {}

              @SegmentationMask
              record Second(@Pixels byte[] labels) {}
            }
            """);
    Source third =
        Source.inPackageA(
            """
            @SegmentationMask
            public record Third(@Pixels long[] words, @Extent int width) {}
            """);
    Source fourth = Source.inPackageA("@SegmentationMask\npublic enum Fourth {}\n");
    WatchedProcessor processor = new WatchedProcessor();
    assertThat(Problem.allOf(Build.RELEASE_25.compile(processor, scan, third, fourth)))
        .extracting(Problem::line)
        .containsExactly(scan.lineOf("@Pixels String"), fourth.lineOf("@SegmentationMask"));
    assertThat(processor.created()).containsExactly("a.Scan_SecondDice", "a.ThirdDice");
  }

  @Test
  void twoTypesWithTheSameMistakeHaveAnErrorEach() {
    Source one = Source.inPackageA("@SegmentationMask\npublic record One(@Pixels String s) {}\n");
    Source two = Source.inPackageA("@SegmentationMask\npublic record Two(@Pixels String s) {}\n");
    assertThat(Build.RELEASE_25.problems(one, two))
        .extracting(Problem::file)
        .containsExactly("a/One.java", "a/Two.java");
  }
}
