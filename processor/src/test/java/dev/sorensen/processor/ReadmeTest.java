package dev.sorensen.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/**
 * The README's programs compile and print what their comments say, its other blocks of Java compile
 * as they stand, and its links lead somewhere.
 */
final class ReadmeTest {

  private static final Path ROOT = Path.of("..");

  private static final String IMPORTS = "import dev.sorensen.*; import java.util.*;\n";

  /** A type that blocks mention and do not declare. */
  private static final String RUNS =
      "@SegmentationMask(runs = RunEncoding.COUNTS)\n"
          + "public record LungRuns(@Pixels int[] counts, @Extent int width, @Extent int height)"
          + " {}";

  /** The variables that blocks mention, by the type of prediction that was declared last. */
  private static final Map<String, String> VARIABLES =
      Map.of(
          "LungLogits",
          "LungLogits logits, LungMask lungMask, LungRuns lungRuns, float[] thresholds,"
              + " List<LungLogits> validationLogits, List<LungMask> validationMasks",
          "OrganLogits",
          "List<OrganLogits> batch, List<Organs> truths, List<float[]> gradients");

  @Test
  void theProgramsDoWhatTheySay() throws Exception {
    Map<String, String> types = new LinkedHashMap<>();
    for (String program : blocks().stream().filter(ReadmeTest::isProgram).toList()) {
      String name = declared(program);
      types.put(name, program);
      List<String> expected = expected(program);
      assertThat(expected).as(name).hasSize(3);
      String output = run(new CompiledClasses(compile(types)).loadClass(name));
      assertThat(output.lines()).as(name).containsExactlyElementsOf(expected);
    }
    assertThat(types).containsOnlyKeys("LungMask", "LungLogits");
  }

  @Test
  void theOtherBlocksCompile() throws Exception {
    Map<String, String> types = new LinkedHashMap<>();
    types.put("LungRuns", IMPORTS + RUNS);
    int fragments = 0;
    String prediction = "";
    for (String block : blocks()) {
      if (isProgram(block)) {
        types.put(declared(block), block);
        continue;
      }
      List<String> statements = new ArrayList<>();
      for (String paragraph : block.split("\n\n")) {
        if (paragraph.startsWith("@") || paragraph.startsWith("public ")) {
          prediction = declared(paragraph);
          types.put(prediction, IMPORTS + paragraph);
        } else {
          statements.add(paragraph);
        }
      }
      Map<String, String> sources = new LinkedHashMap<>(types);
      sources.put(
          "Fragment",
          "%sclass Fragment {\nvoid run(%s) {\n%s}}\n"
              .formatted(IMPORTS, VARIABLES.get(prediction), String.join("\n", statements)));
      compile(sources);
      fragments++;
    }
    assertThat(fragments).isEqualTo(3);
  }

  @Test
  void theLinksLeadSomewhere() throws IOException {
    String readme = readme();
    List<String> paths =
        Pattern.compile("\\]\\(([^)#]+)\\)")
            .matcher(readme)
            .results()
            .map(result -> result.group(1))
            .filter(target -> !target.contains("://"))
            .toList();
    assertThat(paths).contains("LICENSE", "examples/quickstart/dice-and-loss.svg");
    for (String path : paths) {
      assertThat(ROOT.resolve(path)).exists();
    }
  }

  private static Compilation compile(Map<String, String> types) {
    List<JavaFileObject> sources = new ArrayList<>();
    types.forEach((name, source) -> sources.add(JavaFileObjects.forSourceString(name, source)));
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new SorensenProcessor())
            .withOptions("--release", "25", "-Xlint:all", "-Werror")
            .compile(sources);
    assertThat(compilation).succeededWithoutWarnings();
    return compilation;
  }

  private static String readme() throws IOException {
    return Files.readString(ROOT.resolve("README.md"));
  }

  private static List<String> blocks() throws IOException {
    return Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
        .matcher(readme())
        .results()
        .map(result -> result.group(1))
        .toList();
  }

  private static boolean isProgram(String block) {
    return block.contains("void main(");
  }

  /** The type that a source declares. */
  private static String declared(String source) {
    Matcher type = Pattern.compile("public (?:record|class|interface) (\\w+)").matcher(source);
    assertThat(type.find()).as("a public type in %s", source).isTrue();
    return type.group(1);
  }

  /** What stands in the comment behind each line that prints. */
  private static List<String> expected(String program) {
    return Pattern.compile("print(?:ln|f)\\(.*\\); // (.*)")
        .matcher(program)
        .results()
        .map(result -> result.group(1))
        .toList();
  }

  private static String run(Class<?> program) throws Exception {
    Locale locale = Locale.getDefault();
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    Locale.setDefault(Locale.ROOT); // a point in numbers
    try {
      program.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    } finally {
      Locale.setDefault(locale);
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
