package dev.sorensen.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jdt.internal.compiler.batch.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same with the compiler of Eclipse, which has its own view of elements. */
class EclipseCompilerTest {

  @TempDir private Path directory;

  /** Returns what the compiler says. */
  private String compile(Source source) throws IOException {
    Path file = directory.resolve(source.file());
    Files.createDirectories(file.getParent());
    Files.writeString(file, source.text());
    String classPath = System.getProperty("java.class.path");
    StringWriter said = new StringWriter();
    String[] arguments = {
      "--release",
      "25",
      "-proceedOnError",
      "-classpath",
      classPath,
      "-processorpath",
      classPath,
      "-processor",
      "dev.sorensen.processor.SorensenProcessor",
      "-s",
      directory.resolve("generated").toString(),
      "-d",
      directory.resolve("classes").toString(),
      file.toString()
    };
    PrintWriter out = new PrintWriter(said);
    new Main(out, out, false, null, null).compile(arguments);
    return said.toString();
  }

  @ParameterizedTest
  @MethodSource("dev.sorensen.processor.GeneratedSourceTest#everyKindOfType")
  void generatesTheSame(Source source) throws IOException {
    assertThat(compile(source)).doesNotContain("ERROR");
    String evaluator = source.typeName() + "Dice";
    assertThat(directory.resolve("generated", evaluator.replace('.', '/') + ".java"))
        .hasContent(Build.RELEASE_25.generated(evaluator, source));
    assertThat(directory.resolve("classes", evaluator.replace('.', '/') + ".class")).exists();
  }

  @Test
  void reportsTheSame() throws IOException {
    Source lung =
        Source.inPackageA(
            """
            @SegmentationMask(
                threshold = 0.1,
                ignoreLabel = 300)
            public abstract class Lung extends dev.sorensen.processor.LibraryImage {
              @Pixels byte[] labels;
            }
            """);
    assertThat(errors(compile(lung)))
        .containsExactlyInAnyOrderElementsOf(
            Build.RELEASE_25.problems(lung).stream()
                .map(problem -> problem.line() + ": " + problem.text())
                .toList());
  }

  private static List<String> errors(String said) {
    return Pattern.compile("ERROR in \\S+ \\(at line (\\d+)\\)\n.*\n.*\n(.*)\n")
        .matcher(said)
        .results()
        .map(error -> error.group(1) + ": " + error.group(2))
        .toList();
  }
}
