package dev.sorensen.processor;

import static dev.sorensen.processor.Problem.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.processor.declared.Message;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages about the members that hold the data and the extents. */
class MemberDiagnosticsTest {

  @Test
  @Reports(Message.PIXELS_MISSING)
  void noDataOfARecord() {
    Source lung =
        Source.inPackageA(
            """
            @Deprecated
            @SegmentationMask
            public record Lung(
                String name,
                long[] words,
                @Extent int width) {
              static final long[] EMPTY = {};
            }
            """);
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                "@SegmentationMask",
                "[SorensenPixelsMissing] Lung has no @Pixels. Put it on the member that holds the"
                    + " data. Did you mean @Pixels on words?"));
  }

  @Test
  @Reports(Message.PIXELS_MISSING)
  void noDataOfAClass() {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask
            public class Lung {
              private byte[] labels;
              float[] values;
              byte[] getLabels() { return labels; }
              byte[] slice(int z) { return labels; }
            }
            """);
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                "@SegmentationMask",
                "[SorensenPixelsMissing] Lung has no @Pixels. Put it on the member that holds the"
                    + " data. Did you mean @Pixels on values, getLabels?"));
  }

  @Test
  @Reports(Message.PIXELS_MISSING)
  void noDataAndNothingLikeIt() {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask
            public interface Lung {
              @Extent int width();
            }
            """);
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                "@SegmentationMask",
                "[SorensenPixelsMissing] Lung has no @Pixels. Put it on the member that holds the"
                    + " data."));
  }

  @Test
  @Reports(Message.PIXELS_TWICE)
  void dataTwice() {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask
            public record Lung(
                @Pixels long[] words,
                @Pixels
                long[] more,
                @Extent int width) {}
            """);
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            new Problem(
                Diagnostic.Kind.ERROR,
                lung.file(),
                lung.lineOf("long[] more") - 1,
                "[SorensenPixelsTwice] Lung has more than one @Pixels: words and more. Leave it on"
                    + " the one with the data."));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "String             | java.lang.String                  | ''",
        "java.util.BitSet   | java.util.BitSet                  | ''",
        "java.util.List<Byte> | java.util.List<java.lang.Byte>  | ''",
        "char[]             | char[]                            | ': store labels as shorts, which"
            + " are taken as unsigned'",
        "boolean[]          | boolean[]                         | ': pack it into the bits of a"
            + " long[], or store 0 and 1 as bytes'",
        "byte[][]           | byte[][]                          | ': flatten it into one array, the"
            + " rows one after another'",
      })
  @Reports(Message.PIXELS_TYPE)
  void dataOfATypeThatIsNoLayout(String type, String shown, String hint) {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask
            public record Lung(
                String name,
                @Pixels
                %s data,
                @Extent int width) {}
            """
                .formatted(type));
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                "@Pixels",
                "[SorensenPixelsType] @Pixels data is of type "
                    + shown
                    + ", which is no layout. Use long[] for bits, byte[] or short[] for labels,"
                    + " float[] or double[] for probabilities or int[] for runs"
                    + hint
                    + "."));
  }

  @Test
  @Reports(Message.PIXELS_TYPE)
  void dataOfAMethodThatReturnsNothing() {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask
            public interface Lung {
              @Pixels
              void fill();
            }
            """);
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                "@Pixels",
                "[SorensenPixelsType] @Pixels fill is of type void, which is no layout. Use long[]"
                    + " for bits, byte[] or short[] for labels, float[] or double[] for"
                    + " probabilities or int[] for runs."));
  }

  @ParameterizedTest
  @CsvSource({"Integer, java.lang.Integer", "short, short", "int[], int[]", "double, double"})
  @Reports(Message.EXTENT_TYPE)
  void anExtentThatIsNoNumberOfPixels(String type, String shown) {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask
            public record Lung(
                @Pixels long[] words,
                @Extent
                %s width,
                @Extent int height) {}
            """
                .formatted(type));
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            new Problem(
                Diagnostic.Kind.ERROR,
                lung.file(),
                lung.lineOf(" width,") - 1,
                "[SorensenExtentType] @Extent width is of type "
                    + shown
                    + ". An extent is an int or a long."));
  }

  @Test
  @Reports(Message.EXTENT_MISSING)
  void bitsWithoutExtents() {
    Source lung =
        Source.inPackageA(
            """
            @Deprecated
            @SegmentationMask
            public record Lung(@Pixels long[] words, int width, int height, int patient) {}
            """);
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                "@SegmentationMask",
                "[SorensenExtentMissing] Lung has no @Extent, and its data (BIT_PACKED) does not"
                    + " say how many pixels there are. Put @Extent on each dimension, outermost"
                    + " last. Did you mean @Extent on width, height?"));
  }

  @Test
  @Reports(Message.EXTENT_MISSING)
  void runsWithoutExtents() {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask
            public interface Lung {
              @Pixels int[] runs();
              long patient();
            }
            """);
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                "@SegmentationMask",
                "[SorensenExtentMissing] Lung has no @Extent, and its data (RLE) does not say how"
                    + " many pixels there are. Put @Extent on each dimension, outermost last."));
  }

  @Test
  void labelsAndProbabilitiesNeedNoExtents() {
    assertThat(
            Build.STRICT.problems(
                Source.inPackageA("@SegmentationMask\npublic record B(@Pixels byte[] labels) {}\n"),
                Source.inPackageA("@SegmentationMask\npublic record F(@Pixels float[] p) {}\n")))
        .isEmpty();
  }

  @Test
  @Reports(Message.MEMBER_PRIVATE)
  void aPrivateField() {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask
            public class Lung {
              @Pixels
              private byte[] labels;
            }
            """);
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                "@Pixels",
                "[SorensenMemberPrivate] labels is private, so the evaluator cannot read it. Make"
                    + " it at least package-private, or put the annotation on an accessor."));
  }

  @Test
  @Reports(Message.MEMBER_PRIVATE)
  void aPrivateExtent() {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask
            public class Lung {
              @Pixels byte[] labels;
              @Extent
              private int width() { return 3; }
            }
            """);
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                "@Extent",
                "[SorensenMemberPrivate] width is private, so the evaluator cannot read it. Make"
                    + " it at least package-private, or put the annotation on an accessor."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"protected", ""})
  @Reports(Message.MEMBER_INVISIBLE)
  void anInheritedMemberOutOfReach(String access) {
    Source base =
        Source.of(
            """
            package b;

            import dev.sorensen.*;

            public class Base {
              @Pixels
              %s byte[] labels;
            }
            """
                .formatted(access));
    Source lung = Source.inPackageA("@SegmentationMask\npublic class Lung extends b.Base {}\n");
    assertThat(Build.RELEASE_25.problems(base, lung))
        .containsExactly(
            error(
                base,
                "@Pixels",
                "[SorensenMemberInvisible] labels is inherited from package b and not public, so"
                    + " the evaluator in package a cannot read it. Make it public, or put the"
                    + " annotation on a public accessor."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"byte[] labels = {};", "int labels;", "static byte[] labels = {};"})
  @Reports(Message.MEMBER_HIDDEN)
  void anAnnotatedFieldThatAnotherHides(String hiding) {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask
            public class Lung extends Middle {}

            class Base {
              @Pixels byte[] labels = {};
            }

            class Middle extends Base {
              %s
            }
            """
                .formatted(hiding));
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                "@SegmentationMask",
                "[SorensenMemberHidden] Field labels of Base is hidden by a field of that name in"
                    + " Middle, which the evaluator would read instead. Rename one of the two, or"
                    + " put the annotation on an accessor."));
  }

  @Test
  @Reports({Message.MEMBER_INVISIBLE, Message.EXTENT_TYPE})
  void aMemberWithoutSourceIsReportedAtTheMask() {
    Source lung =
        Source.inPackageA(
            """
            @Deprecated
            @SegmentationMask
            public abstract class Lung extends dev.sorensen.processor.LibraryImage {}
            """);
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                "@SegmentationMask",
                "[SorensenMemberInvisible] labels is inherited from package"
                    + " dev.sorensen.processor and not public, so the evaluator in package a"
                    + " cannot read it. Make it public, or put the annotation on a public"
                    + " accessor."),
            error(
                lung,
                "@SegmentationMask",
                "[SorensenExtentType] @Extent width is of type java.lang.String. An extent is an"
                    + " int or a long."));
  }

  @Test
  @Reports(Message.MEMBER_STATIC)
  void aStaticMember() {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask
            public class Lung {
              @Pixels byte[] labels;
              @Extent
              static final int WIDTH = 3;
            }
            """);
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                "@Extent",
                "[SorensenMemberStatic] WIDTH is static. A mask's data and extents belong to each"
                    + " mask: make it non-static."));
  }

  @Test
  @Reports(Message.MEMBER_PARAMETERS)
  void anAccessorWithParameters() {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask
            public interface Lung {
              @Pixels
              byte[] labels(int slice);
            }
            """);
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                "@Pixels",
                "[SorensenMemberParameters] labels has parameters. Put the annotation on an"
                    + " accessor that has none."));
  }

  @Test
  @Reports(Message.MEMBER_THROWS)
  void anAccessorThatThrows() {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask
            public interface Lung {
              @Pixels
              byte[] labels() throws IllegalStateException, java.io.IOException;
            }
            """);
    assertThat(Build.RELEASE_25.problems(lung))
        .containsExactly(
            error(
                lung,
                "@Pixels",
                "[SorensenMemberThrows] labels throws the checked java.io.IOException. Put the"
                    + " annotation on an accessor that does not."));
  }

  @Test
  void anAccessorMayThrowUncheckedExceptions() {
    assertThat(
            Build.STRICT.problems(
                Source.inPackageA(
                    """
                    @SegmentationMask
                    public interface Lung {
                      @Pixels byte[] labels() throws IllegalStateException, AssertionError;
                    }
                    """)))
        .isEmpty();
  }
}
