package dev.sorensen.processor;

import static dev.sorensen.processor.Problem.error;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.sorensen.processor.declared.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Types that another processor generates: they are waited for, and named if they never come. */
class DeferralTest {

  @Test
  void aGeneratedSuperclassIsWaitedFor() {
    assertEvaluator(
        Source.inPackageA("@SegmentationMask\npublic class Lung extends Made {}\n"),
        """
        package a;
        public class Made {
          @dev.sorensen.Pixels byte[] labels = {};
        }
        """,
        "mask.labels");
  }

  @Test
  void aGeneratedInterfaceIsWaitedFor() {
    assertEvaluator(
        Source.inPackageA(
            """
            @SegmentationMask
            public record Lung(long[] words, int width) implements Made {}
            """),
        """
        package a;
        public interface Made {
          @dev.sorensen.Pixels long[] words();
          @dev.sorensen.Extent int width();
        }
        """,
        "mask.words()");
  }

  @Test
  void aGeneratedInterfaceOfASuperclassIsWaitedFor() {
    assertEvaluator(
        Source.inPackageA(
            """
            @SegmentationMask
            public class Lung extends Base<String> {}

            abstract class Base<T> implements Made {
              public byte[] labels() { return null; }
            }
            """),
        """
        package a;
        public interface Made {
          @dev.sorensen.Pixels byte[] labels();
        }
        """,
        "mask.labels()");
  }

  @Test
  void aGeneratedTypeArgumentIsWaitedFor() {
    assertEvaluator(
        Source.inPackageA(
            """
            @SegmentationMask
            public record Lung(@Pixels byte[] labels) implements Comparable<Made> {
              public int compareTo(Made other) { return 0; }
            }
            """),
        "package a;\npublic class Made {}\n",
        "mask.labels()");
  }

  @Test
  void aGeneratedTruthIsWaitedFor() {
    assertEvaluator(
        Source.inPackageA(
            """
            @SegmentationMask(truths = Made.class)
            public record Lung(@Pixels byte[] labels) {}
            """),
        """
        package a;
        @dev.sorensen.SegmentationMask
        public record Made(@dev.sorensen.Pixels float[] values) {}
        """,
        "againstMade()");
  }

  @Test
  void aGeneratedSuperclassOfATruthIsWaitedFor() {
    assertEvaluator(
        Source.inPackageA(
            """
            @SegmentationMask(truths = Lung.Lobe.class)
            public record Lung(@Pixels byte[] labels) {
              @SegmentationMask
              public static class Lobe extends Made {}
            }
            """),
        """
        package a;
        public class Made {
          @dev.sorensen.Pixels public float[] values = {};
        }
        """,
        "againstLung_Lobe()");
  }

  @Test
  void aGeneratedConstantInAnAttributeIsWaitedFor() {
    assertEvaluator(
        Source.inPackageA(
            """
            @SegmentationMask(foreground = Made.LUNG)
            public record Lung(@Pixels byte[] labels) {}
            """),
        "package a;\npublic class Made { public static final int LUNG = 7; }\n",
        "7");
  }

  @Test
  void aGeneratedMaskGetsAnEvaluator() {
    Compilation compilation =
        Build.STRICT
            .after(
                new Maker(
                    """
                    package a;
                    @dev.sorensen.SegmentationMask
                    public record Made(@dev.sorensen.Pixels byte[] labels) {}
                    """))
            .compile(Source.of("package a;\n\npublic class Other {}\n"));
    assertThat(Problem.allOf(compilation)).isEmpty();
    assertThat(Build.names(compilation)).containsExactly("a/Made.java", "a/MadeDice.java");
  }

  @Test
  void aTypeThatUsesItsOwnEvaluatorIsNoProblem() {
    assertThat(
            Build.STRICT.problems(
                Source.inPackageA(
                    """
                    @SegmentationMask
                    public record Lung(@Pixels byte[] labels) {
                      static final DiceEvaluator<Lung, Lung> EVALUATOR = LungDice.evaluator();

                      double dice(Lung truth) {
                        return LungDice.dice(this, truth);
                      }
                    }
                    """)))
        .isEmpty();
  }

  private static void assertEvaluator(Source lung, String made, String read) {
    Compilation compilation = Build.STRICT.after(new Maker(made)).compile(lung);
    assertThat(Problem.allOf(compilation)).isEmpty();
    assertThat(Build.names(compilation)).contains("a/LungDice.java", "a/Made.java");
    assertThat(Build.generated("a.LungDice", compilation)).contains(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public record Lung(@Pixels Gone labels) {}",
        "public record Lung(@Pixels Gone[] labels) {}",
        "public record Lung(@Pixels java.util.List<? extends Gone> labels) {}",
        "public record Lung(@Pixels byte[] labels, @Extent Gone width) {}",
        "public class Lung extends Gone {}",
        "public interface Lung extends Gone { @Pixels byte[] labels(); }",
        "public class Lung implements Gone<String> { @Pixels byte[] labels; }",
        "public class Lung extends java.util.ArrayList<Gone> { @Pixels byte[] labels; }",
      })
  @Reports(Message.TYPE_MISSING)
  void aTypeThatNeverComesIsNamedOnce(String type) {
    Source lung = Source.inPackageA("@SegmentationMask\n" + type + "\n");
    WatchedProcessor processor = new WatchedProcessor();
    assertThat(Problem.oursOf(Build.RELEASE_25.compile(processor, lung)))
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem)
                    .isEqualTo(
                        error(
                            lung,
                            " Lung",
                            "[SorensenTypeMissing] No evaluator of Lung was generated, because it"
                                + " refers to "
                                + (type.contains("Gone<") ? "Gone<java.lang.String>" : "Gone")
                                + ", which does not exist. Check its name and imports, or the"
                                + " processor that should generate it.")));
    assertThat(processor.created()).isEmpty();
  }

  @Test
  void aMissingTypeDoesNotHideTheEvaluatorOfAnotherType() {
    WatchedProcessor processor = new WatchedProcessor();
    Compilation compilation =
        Build.RELEASE_25.compile(
            processor,
            Source.inPackageA("@SegmentationMask\npublic class Lung extends Gone {}\n"),
            Source.inPackageA("@SegmentationMask\npublic record Liver(@Pixels byte[] b) {}\n"));
    assertThat(Problem.oursOf(compilation)).hasSize(1);
    assertThat(processor.created()).containsExactly("a.LiverDice");
  }

  @Test
  void aMissingTypeThatTheMaskDoesNotNeedIsLeftToJavac() {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask
            public class Lung {
              @Pixels byte[] labels;
              Gone other;
            }
            """);
    WatchedProcessor processor = new WatchedProcessor();
    Compilation compilation = Build.RELEASE_25.compile(processor, lung);
    assertThat(Problem.oursOf(compilation)).isEmpty();
    assertThat(compilation.errors())
        .singleElement()
        .satisfies(e -> assertThat(e.getLineNumber()).isEqualTo(lung.lineOf("Gone other")));
    assertThat(processor.created()).containsExactly("a.LungDice");
  }

  /** Generates one type in the first round. */
  private static final class Maker extends AbstractProcessor {

    private final Source made;
    private boolean done;

    Maker(String made) {
      this.made = Source.of(made);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (done) {
        return false;
      }
      done = true;
      try (Writer file = processingEnv.getFiler().createSourceFile(made.typeName()).openWriter()) {
        file.write(made.text());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return false;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }
  }
}
