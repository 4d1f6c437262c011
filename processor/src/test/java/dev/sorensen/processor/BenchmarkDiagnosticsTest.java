package dev.sorensen.processor;

import static dev.sorensen.processor.Problem.error;
import static dev.sorensen.processor.Problem.note;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.sorensen.processor.declared.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which types have benchmarks, and what is said of those that have none. */
class BenchmarkDiagnosticsTest {

  private static final String NO_MORE =
      ", and a benchmark makes its own masks. Measure a record or"
          + " class that is not abstract and has no type parameters.";

  private static Compilation compile(Source... sources) {
    return Build.RELEASE_25.with("-Asorensen.benchmarks=true").compile(sources);
  }

  private static void assertOnlyNote(Problem note, Source... sources) {
    Compilation compilation = compile(sources);
    assertThat(Problem.allOf(compilation)).isEmpty();
    assertThat(Problem.notesOf(compilation)).containsExactly(note);
    assertThat(Build.names(compilation)).contains("a/LungDice.java");
  }

  private static Source lung(String declaration) {
    return Source.inPackageA("@SegmentationMask\n" + declaration + "\n");
  }

  @Test
  @Reports(Message.BENCHMARK_KIND)
  void anInterface() {
    Source lung = lung("public interface Lung { @Pixels byte[] labels(); }");
    assertOnlyNote(
        note(
            lung,
            "interface Lung",
            "[SorensenBenchmarkKind] No benchmark of Lung is generated, because Lung is an"
                + " interface"
                + NO_MORE),
        lung);
  }

  @Test
  @Reports(Message.BENCHMARK_KIND)
  void anAbstractClass() {
    Source lung = lung("public abstract class Lung { @Pixels byte[] labels; }");
    assertOnlyNote(
        note(
            lung,
            "class Lung",
            "[SorensenBenchmarkKind] No benchmark of Lung is generated, because Lung is abstract"
                + NO_MORE),
        lung);
  }

  @Test
  @Reports(Message.BENCHMARK_KIND)
  void aGenericType() {
    Source lung = lung("public record Lung<T>(@Pixels byte[] labels) {}");
    assertOnlyNote(
        note(
            lung,
            "record Lung",
            "[SorensenBenchmarkKind] No benchmark of Lung is generated, because Lung has type"
                + " parameters"
                + NO_MORE),
        lung);
  }

  @Test
  @Reports(Message.BENCHMARK_PACKAGE)
  void theUnnamedPackage() {
    Source lung =
        Source.of(
            """
            import dev.sorensen.*;

            @SegmentationMask
            public record Lung(@Pixels byte[] labels) {}
            """);
    Compilation compilation = compile(lung);
    assertThat(Problem.allOf(compilation)).isEmpty();
    assertThat(Problem.notesOf(compilation))
        .containsExactly(
            note(
                lung,
                "record Lung",
                "[SorensenBenchmarkPackage] No benchmark of Lung is generated, because JMH runs"
                    + " none in the unnamed package. Put the type into a package."));
  }

  @ParameterizedTest
  @Reports(Message.BENCHMARK_CONSTRUCTOR)
  @ValueSource(
      strings = {
        // More than is read, less than is read, another name, another type.
        "record Lung(@Pixels long[] words, @Extent int width, String name) {}",
        "class Lung { @Pixels long[] words; @Extent int width; Lung(long[] words) {} }",
        "class Lung { @Pixels long[] words; @Extent int width; Lung(long[] w, int width) {} }",
        "class Lung { @Pixels long[] words; @Extent int width; Lung(long[] words, short width) {}"
            + " }",
        "class Lung { @Pixels long[] words; @Extent int width; Lung(Object words, int width) {} }",
        // None, none that can be called, none that is quiet.
        "class Lung { @Pixels long[] words; @Extent int width; }",
        "class Lung { @Pixels long[] words; @Extent int width;"
            + " private Lung(long[] words, int width) {} }",
        "class Lung { @Pixels long[] words; @Extent int width;"
            + " Lung(long[] words, int width) throws java.io.IOException {} }",
      })
  void noConstructor(String declaration) {
    Source lung = lung(declaration);
    assertOnlyNote(
        note(
            lung,
            " Lung",
            "[SorensenBenchmarkConstructor] No benchmark of Lung is generated, because no"
                + " constructor of Lung has the parameters (long[] words, int width) alone, in any"
                + " order, is visible in package a and throws no checked exception. Add one."),
        lung);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "record Lung(@Extent long width, @Pixels long[] words) {}",
        "record Lung(@Pixels long[] words, @Extent int width, String name) {"
            + " Lung(int width, long... words) { this(words, width, null); } }",
        "class Lung { @Pixels long[] words; @Extent long width;"
            + " protected Lung(int width, long[] words) throws IllegalStateException {} }",
        "class Lung { @Pixels long[] getWords() { return null; } @Extent int width() { return 1; }"
            + " Lung(long[] words, int width) {} }",
        "class Lung extends Image<long[]> { Lung(int width, long[] words) {} }"
            + " class Image<D> { @Pixels D words; @Extent int width; }",
      })
  void aConstructor(String declaration) {
    Compilation compilation = compile(lung(declaration));
    assertThat(Problem.allOf(compilation)).isEmpty();
    assertThat(Problem.notesOf(compilation)).isEmpty();
    assertThat(Build.names(compilation)).contains("a/LungDiceBenchmark.java");
  }

  @Test
  @Reports({Message.BENCHMARK_CONSTRUCTOR, Message.BENCHMARK_KIND})
  void truthsThatCannotBeMade() {
    Source lung =
        Source.inPackageA(
            """
            import b.Liver;

            @SegmentationMask(truths = {Bits.class, Liver.class, Shape.class})
            public record Lung(@Pixels float[] values, @Extent int width) {}
            """);
    Source bits =
        Source.inPackageA(
            "@SegmentationMask\nrecord Bits(@Pixels long[] words, @Extent int width) {}\n");
    Source shape =
        Source.inPackageA("@SegmentationMask\ninterface Shape {\n  @Pixels byte[] b();\n}\n");
    Source liver =
        Source.of(
            """
            package b;

            import dev.sorensen.*;

            @SegmentationMask
            public class Liver {
              @Pixels public byte[] labels;

              protected Liver(byte[] labels) {}
            }
            """);
    Compilation compilation = compile(lung, bits, shape, liver);
    assertThat(Problem.allOf(compilation)).isEmpty();
    assertThat(Problem.notesOf(compilation))
        .containsExactlyInAnyOrder(
            note(
                lung,
                "record Lung",
                "[SorensenBenchmarkConstructor] No benchmark of Lung against Liver is generated,"
                    + " because no constructor of Liver has the parameters (byte[] labels) alone,"
                    + " in any order, is visible in package a and throws no checked exception. Add"
                    + " one."),
            note(
                lung,
                "record Lung",
                "[SorensenBenchmarkKind] No benchmark of Lung against Shape is generated, because"
                    + " Shape is an interface"
                    + NO_MORE),
            note(
                shape,
                "interface Shape",
                "[SorensenBenchmarkKind] No benchmark of Shape is generated, because Shape is an"
                    + " interface"
                    + NO_MORE));
    assertThat(Build.names(compilation))
        .contains(
            "a/LungDiceBenchmark.java",
            "a/LungDiceAgainstBitsBenchmark.java",
            "a/BitsDiceBenchmark.java",
            "b/LiverDiceBenchmark.java");
  }

  /** The class file of a record has the names of its components, and not those of parameters. */
  @Test
  void aRecordOfALibraryCanBeMade() {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask(truths = dev.sorensen.processor.LibraryMask.class)
            public record Lung(@Pixels float[] values, @Extent int width, @Extent int height) {}
            """);
    Compilation compilation = compile(lung);
    assertThat(Problem.allOf(compilation)).isEmpty();
    assertThat(Problem.notesOf(compilation)).isEmpty();
    assertThat(Build.generated("a.LungDiceAgainstLibraryMaskBenchmark", compilation))
        .contains("new LibraryMask(size, actual.bits(), size)");
  }

  @Test
  @Reports(Message.NAME_TAKEN)
  void theBenchmarksNameIsTaken() {
    Source lung = lung("public record Lung(@Pixels byte[] labels) {}");
    Source benchmark = Source.of("package a;\n\nclass LungDiceBenchmark {}\n");
    assertThat(Problem.allOf(compile(lung, benchmark)))
        .containsExactly(
            error(
                lung,
                "record Lung",
                "[SorensenNameTaken] The benchmark of a.Lung would be named a.LungDiceBenchmark,"
                    + " and that class exists. Rename one of them."));
  }

  @Test
  void aTypeWithAMistakeHasNoNotes() {
    Compilation compilation = compile(lung("public interface Lung { @Pixels String labels(); }"));
    assertThat(Problem.allOf(compilation)).hasSize(1);
    assertThat(Problem.notesOf(compilation)).isEmpty();
  }
}
