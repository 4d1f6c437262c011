package dev.sorensen.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** The README's example compiles, and prints what its comments say. */
final class ReadmeTest {

  @Test
  void theExampleDoesWhatItSays() throws Exception {
    String example = example(Files.readString(Path.of("..", "README.md")));
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new SorensenProcessor())
            .withOptions("--release", "25", "-Xlint:all", "-Werror")
            .compile(JavaFileObjects.forSourceString("LungMask", example));
    assertThat(compilation).succeededWithoutWarnings();

    String output = run(new CompiledClasses(compilation).loadClass("LungMask"));
    assertThat(output.lines()).containsExactlyElementsOf(expected(example));
  }

  private static String example(String readme) {
    Matcher block = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(readme);
    assertThat(block.find()).as("a block of Java in the README").isTrue();
    return block.group(1);
  }

  /** What stands in the comment behind each line that prints. */
  private static List<String> expected(String example) {
    List<String> lines =
        Pattern.compile("println\\(.*\\); // (.*)")
            .matcher(example)
            .results()
            .map(result -> result.group(1))
            .toList();
    assertThat(lines).hasSize(3);
    return lines;
  }

  private static String run(Class<?> program) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      program.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static final class CompiledClasses extends ClassLoader {

    private final Map<String, byte[]> classes = new HashMap<>();

    CompiledClasses(Compilation compilation) throws IOException {
      for (JavaFileObject file : compilation.generatedFiles()) {
        if (file.getKind() == JavaFileObject.Kind.CLASS) {
          String path = file.toUri().getPath();
          String name = path.substring(path.lastIndexOf('/') + 1).replace(".class", "");
          try (InputStream in = file.openInputStream()) {
            classes.put(name, in.readAllBytes());
          }
        }
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
