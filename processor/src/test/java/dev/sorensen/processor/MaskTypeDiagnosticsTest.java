package dev.sorensen.processor;

import static dev.sorensen.processor.Problem.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.processor.declared.Message;
import org.junit.jupiter.api.Test;

/** Messages about a mask type as a whole: its kind, its place and the name of its evaluator. */
class MaskTypeDiagnosticsTest {

  @Test
  @Reports(Message.MASK_KIND)
  void anEnumIsNoMask() {
    Source lung =
        Source.inPackageA(
            """
            @Deprecated
            @SegmentationMask
            public enum Lung { LEFT, RIGHT }
            """);
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                "@SegmentationMask",
                "[SorensenMaskKind] @SegmentationMask is for classes, records and interfaces, and"
                    + " Lung is an enum. Put it on the type that holds the pixels."));
  }

  @Test
  @Reports(Message.MASK_KIND)
  void anAnnotationIsNoMask() {
    Source lung =
        Source.inPackageA(
            """
            @Deprecated
            @SegmentationMask
            public @interface Lung {}
            """);
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                "@SegmentationMask",
                "[SorensenMaskKind] @SegmentationMask is for classes, records and interfaces, and"
                    + " Lung is an annotation. Put it on the type that holds the pixels."));
  }

  @Test
  @Reports(Message.MASK_PRIVATE)
  void aPrivateTypeIsOutOfReach() {
    Source scan =
        Source.inPackageA(
            """
            class Scan {
              @Deprecated
              @SegmentationMask
              private record Lung(@Pixels byte[] labels) {}
            }
            """);
    assertThat(Build.RELEASE_25.problems(scan))
        .containsExactly(
            error(
                scan,
                "@SegmentationMask",
                "[SorensenMaskPrivate] Lung is private, so the evaluator cannot see it. Make it"
                    + " and the types around it at least package-private."));
  }

  @Test
  @Reports(Message.MASK_PRIVATE)
  void aTypeInAPrivateTypeIsOutOfReach() {
    Source scan =
        Source.inPackageA(
            """
            class Scan {
              private interface Organs {
                @SegmentationMask
                record Lung(@Pixels byte[] labels) {}
              }
            }
            """);
    assertThat(Build.RELEASE_25.problems(scan))
        .containsExactly(
            error(
                scan,
                "@SegmentationMask",
                "[SorensenMaskPrivate] Organs is private, so the evaluator cannot see it. Make it"
                    + " and the types around it at least package-private."));
  }

  @Test
  @Reports(Message.MASK_INNER)
  void anInnerClassIsNoMask() {
    Source scan =
        Source.inPackageA(
            """
            class Scan {
              @Deprecated
              @SegmentationMask
              class Lung {
                @Pixels byte[] labels;
              }
            }
            """);
    assertThat(Build.RELEASE_25.problems(scan))
        .containsExactly(
            error(
                scan,
                "@SegmentationMask",
                "[SorensenMaskInner] Lung is an inner class. Make it static, so that it stands"
                    + " without an outer object."));
  }

  @Test
  @Reports(Message.NAME_TAKEN)
  void theEvaluatorsNameIsTakenByAClass() {
    Source lung =
        Source.inPackageA(
            """
            @Deprecated
            @SegmentationMask
            public record Lung(@Pixels byte[] labels) {}
            """);
    Source dice = Source.of("package a;\n\nclass LungDice {}\n");
    assertThat(Build.RELEASE_25.problems(lung, dice))
        .containsExactly(
            error(
                lung,
                "record Lung",
                "[SorensenNameTaken] The evaluator of a.Lung would be named a.LungDice, and that"
                    + " class exists. Rename one of them."));
  }

  @Test
  @Reports(Message.NAME_TAKEN)
  void theEvaluatorsNameIsTakenByAnotherEvaluator() {
    Source scan =
        Source.inPackageA(
            """
            class Scan {
              @SegmentationMask
              record Lung(@Pixels byte[] labels) {}
            }
            """);
    Source flat =
        Source.inPackageA(
            """
            @SegmentationMask
            record Scan_Lung(@Pixels byte[] labels) {}
            """);
    assertThat(Build.RELEASE_25.problems(scan, flat))
        .containsExactly(
            error(
                flat,
                "record Scan_Lung",
                "[SorensenNameTaken] The evaluator of a.Scan_Lung would be named a.Scan_LungDice,"
                    + " and so is that of a.Scan.Lung. Rename one of them."));
  }

  @Test
  @Reports(Message.LOSS_WITHOUT_MASK)
  void aLossNeedsAMask() {
    Source lung =
        Source.inPackageA(
            """
            @Deprecated
            @DiceLoss(
                batch = true)
            public record Lung(byte[] labels) {}
            """);
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                "@DiceLoss(",
                "[SorensenLossWithoutMask] @DiceLoss says how the masks of a type are compared,"
                    + " and Lung is no @SegmentationMask. Add that, or remove @DiceLoss."));
  }
}
