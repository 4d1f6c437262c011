package dev.sorensen.processor;

import static dev.sorensen.processor.Problem.error;
import static dev.sorensen.processor.Problem.warning;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.sorensen.processor.declared.Message;
import java.io.File;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The processor's options, and the module that javac may or may not see. */
class OptionsTest {

  private static final String NO_MODULE =
      "[SorensenModuleMissing] jdk.incubator.vector is not in the module graph, so only scalar"
          + " evaluators are generated. Pass --add-modules jdk.incubator.vector to javac (or"
          + " --release 25 on JDK 25), or -Asorensen.simd=off if that is what you want.";

  private final Source bits =
      Source.inPackageA(
          """
          @SegmentationMask
          public record Bits(@Pixels long[] words, @Extent int width, @Extent int height) {}
          """);
  private final Source values =
      Source.inPackageA("@SegmentationMask\npublic record Values(@Pixels float[] values) {}\n");
  private final Source labels =
      Source.inPackageA("@SegmentationMask\npublic record Labels(@Pixels byte[] labels) {}\n");

  @Test
  void vectorKernelsAreTheDefault() {
    Compilation compilation = Build.STRICT.compile(bits, values, labels);
    assertThat(Problem.allOf(compilation)).isEmpty();
    for (String name : List.of("a.BitsDice", "a.ValuesDice", "a.LabelsDice")) {
      assertThat(Build.generated(name, compilation))
          .contains("import jdk.incubator.vector.")
          .contains("class VectorKernels")
          .contains("class ScalarKernels");
    }
  }

  @Test
  void simdOnIsTheDefault() {
    assertThat(Build.STRICT.with("-Asorensen.simd=on").generated("a.BitsDice", bits))
        .isEqualTo(Build.STRICT.generated("a.BitsDice", bits));
  }

  @Test
  void simdOffLeavesTheScalarKernels() {
    // Strict: that there is no module to see is no warning then.
    for (Build build :
        List.of(
            Build.STRICT.with("-Asorensen.simd=off"),
            Build.PLAIN.with("-Xlint:all", "-Werror", "-Asorensen.simd=off"))) {
      Compilation compilation = build.compile(bits, values, labels);
      assertThat(Problem.allOf(compilation)).isEmpty();
      assertScalar(compilation);
    }
  }

  @Test
  @Reports(Message.MODULE_MISSING)
  void aModuleThatIsMissingIsSaidOnce() {
    for (Build build :
        List.of(
            Build.PLAIN,
            Build.PLAIN.with("--limit-modules", "java.base,java.compiler"),
            Build.RELEASE_25.with("--limit-modules", "java.base,java.compiler"))) {
      Compilation compilation = build.compile(bits, values, labels);
      assertThat(Problem.allOf(compilation)).containsExactly(warning(NO_MODULE));
      assertScalar(compilation);
    }
  }

  @Test
  void withoutAMaskAMissingModuleIsNoMatter() {
    Source other = Source.of("package a;\n\n@Deprecated\npublic class Other {}\n");
    assertThat(Build.PLAIN.problems(other)).isEmpty();
  }

  @Test
  void scalarSourcesAreTheSameWhyeverTheyAreScalar() {
    assertThat(Build.generated("a.BitsDice", Build.PLAIN.compile(bits)))
        .isEqualTo(Build.STRICT.with("-Asorensen.simd=off").generated("a.BitsDice", bits));
  }

  private static void assertScalar(Compilation compilation) {
    assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
    for (String name : List.of("a.BitsDice", "a.ValuesDice", "a.LabelsDice")) {
      assertThat(Build.generated(name, compilation))
          .doesNotContain("jdk.incubator.vector")
          .doesNotContain("VectorKernels")
          .doesNotContain("VectorSupport")
          .contains("class ScalarKernels");
    }
  }

  @Test
  @Reports(Message.OPTION_UNKNOWN)
  void anUnknownOptionWithASuggestion() {
    Compilation compilation = Build.RELEASE_25.with("-Asorensen.smid=off").compile(bits);
    assertThat(Problem.oursOf(compilation))
        .containsExactly(
            warning(
                "[SorensenOptionUnknown] -Asorensen.smid is not an option of Sorensen. Did you"
                    + " mean -Asorensen.simd?"));
    assertThat(Build.generated("a.BitsDice", compilation)).contains("class VectorKernels");
  }

  @Test
  @Reports(Message.OPTION_UNKNOWN)
  void anUnknownOptionWithoutASuggestion() {
    Compilation compilation =
        Build.RELEASE_25.with("-Asorensen.parallelism=4", "-Aother.option=1").compile(bits);
    assertThat(Problem.oursOf(compilation))
        .containsExactly(
            warning(
                "[SorensenOptionUnknown] -Asorensen.parallelism is not an option of Sorensen."));
  }

  @Test
  @Reports(Message.OPTION_VALUE)
  void anUnknownValue() {
    Compilation compilation = Build.RELEASE_25.with("-Asorensen.simd=false").compile(bits);
    assertThat(Problem.allOf(compilation))
        .containsExactly(
            error("[SorensenOptionValue] -Asorensen.simd is false, and must be one of on, off."));
  }

  @Test
  @Reports(Message.OPTION_VALUE)
  void anOptionWithoutAValue() {
    Compilation compilation = Build.RELEASE_25.with("-Asorensen.simd").compile(bits);
    assertThat(Problem.allOf(compilation))
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.text())
                    .startsWith("[SorensenOptionValue] -Asorensen.simd is ")
                    .endsWith(", and must be one of on, off."));
  }

  @Test
  void noBenchmarksAreTheDefault() {
    for (Build build : List.of(Build.STRICT, Build.STRICT.with("-Asorensen.benchmarks=false"))) {
      Compilation compilation = build.compile(bits);
      assertThat(Problem.allOf(compilation)).isEmpty();
      assertThat(Build.names(compilation)).containsExactly("a/BitsDice.java");
    }
  }

  @Test
  @Reports(Message.OPTION_VALUE)
  void anUnknownValueOfBenchmarks() {
    Compilation compilation = Build.RELEASE_25.with("-Asorensen.benchmarks=on").compile(bits);
    assertThat(Problem.allOf(compilation))
        .containsExactly(
            error(
                "[SorensenOptionValue] -Asorensen.benchmarks is on, and must be one of true,"
                    + " false."));
  }

  @Test
  @Reports(Message.JMH_MISSING)
  void aMissingJmhIsSaidOnce() {
    String classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("jmh-core"))
            .collect(Collectors.joining(File.pathSeparator));
    Compilation compilation =
        Build.RELEASE_25
            .with("-Asorensen.benchmarks=true", "-classpath", classPath)
            .compile(bits, values);
    assertThat(Problem.allOf(compilation))
        .containsExactly(
            warning(
                "[SorensenJmhMissing] JMH is not on the class path, so no benchmarks are generated."
                    + " Add org.openjdk.jmh:jmh-core to the dependencies and"
                    + " org.openjdk.jmh:jmh-generator-annprocess to the processor path, or leave"
                    + " -Asorensen.benchmarks out."));
    assertThat(Build.names(compilation)).containsExactly("a/BitsDice.java", "a/ValuesDice.java");
  }
}
