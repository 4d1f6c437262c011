package dev.sorensen.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;

/**
 * Compiles user code with the processor, as a user's build does.
 *
 * @param before the processors that javac asks before ours
 * @param behind those that it asks after ours
 */
record Build(List<String> options, List<Processor> before, List<Processor> behind) {

  /** The options that the manual recommends. */
  static final Build RELEASE_25 = new Build(List.of("--release", "25"), List.of(), List.of());

  /** Every warning is an error, those about annotation processing included. */
  static final Build STRICT =
      new Build(List.of("--release", "25", "-Xlint:all", "-Werror"), List.of(), List.of());

  /** No options at all: javac then sees no incubator module. */
  static final Build PLAIN = new Build(List.of(), List.of(), List.of());

  /** Returns this build with further options. */
  Build with(String... more) {
    return new Build(Stream.concat(options.stream(), Stream.of(more)).toList(), before, behind);
  }

  /** Returns this build with another processor, which javac asks first. */
  Build after(Processor other) {
    return new Build(options, List.of(other), behind);
  }

  /** Returns this build with another processor, which javac asks last. */
  Build andThen(Processor other) {
    return new Build(options, before, List.of(other));
  }

  Compilation compile(Source... sources) {
    return compile(new SorensenProcessor(), sources);
  }

  /** Compiles with another processor in the place of ours. */
  Compilation compile(Processor processor, Source... sources) {
    List<Processor> processors = new ArrayList<>(before);
    processors.add(processor);
    processors.addAll(behind);
    return Compiler.javac()
        .withProcessors(processors)
        .withOptions(options)
        .compile(Stream.of(sources).map(Source::toFile).toList());
  }

  /** Returns all that javac and the processor have to say of some code. */
  List<Problem> problems(Source... sources) {
    return Problem.allOf(compile(sources));
  }

  /** Returns the source of one generated class; the code must compile without a problem. */
  String generated(String typeName, Source... sources) {
    Compilation compilation = compile(sources);
    assertThat(Problem.allOf(compilation)).isEmpty();
    return generated(typeName, compilation);
  }

  /** Returns the source of one generated class. */
  static String generated(String typeName, Compilation compilation) {
    JavaFileObject file =
        compilation
            .generatedSourceFile(typeName)
            .orElseThrow(() -> new AssertionError("no " + typeName + " in " + names(compilation)));
    return text(file);
  }

  /** Returns the names of all generated sources. */
  static List<String> names(Compilation compilation) {
    return compilation.generatedSourceFiles().stream()
        .map(file -> file.getName().replaceFirst("^/?SOURCE_OUTPUT/", ""))
        .sorted()
        .toList();
  }

  private static String text(JavaFileObject file) {
    try (var in = file.openInputStream()) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
