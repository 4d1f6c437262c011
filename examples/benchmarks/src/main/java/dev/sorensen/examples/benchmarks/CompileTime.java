package dev.sorensen.examples.benchmarks;

import dev.sorensen.SegmentationMask;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code compile-time}: what the processor adds to a run of javac. */
@Command(
    name = "compile-time",
    description = "Measures javac with 1, 10 and 50 mask types, with the processor and without it.")
final class CompileTime implements Callable<Integer> {

  private static final int[] TYPES = {1, 10, 50};

  /** The types take turns, so that all layouts are there. */
  private static final List<String> KINDS =
      List.of(
          "@SegmentationMask record %s(@Pixels long[] words, @Extent int width) {}",
          "@SegmentationMask record %s(@Pixels byte[] labels) {}",
          "@SegmentationMask record %s(@Pixels float[] values) {}",
          "@SegmentationMask(classes = 6) record %s(@Pixels short[] labels) {}",
          "@SegmentationMask(activation = Activation.SIGMOID) record %s(@Pixels float[] logits)"
              + " {}");

  @Parameters(
      arity = "0..1",
      paramLabel = "JAR",
      defaultValue = "${sys:benchmarks.processor}",
      description = "the processor; by default the one that this build has made")
  private Path processor;

  @Option(names = "--runs", defaultValue = "5", description = "runs; medians are printed")
  private int runs;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    if (processor == null || !Files.isRegularFile(processor)) {
      throw new ParameterException(
          spec.commandLine(), "the processor's jar is not there: " + processor);
    }
    out.println(
        "| types | javac, s | with the processor, s | lines a type | source a type, kB"
            + " | classes a type, kB |");
    out.println("|--:|--:|--:|--:|--:|--:|");
    for (int types : TYPES) {
      Path folder = Files.createTempDirectory("compile-time");
      try {
        measure(types, folder, out);
      } finally {
        delete(folder);
      }
    }
    return 0;
  }

  private void measure(int types, Path folder, PrintWriter out)
      throws IOException, InterruptedException {
    List<Path> sources = write(types, folder.resolve("source"));
    double[] without = new double[runs];
    double[] with = new double[runs];
    for (int run = 0; run < runs; run++) {
      without[run] = javac(sources, folder.resolve("without"), List.of("-proc:none"));
      with[run] =
          javac(sources, folder.resolve("with"), List.of("-processorpath", processor.toString()));
    }
    List<Path> generated = files(folder.resolve("with"), "Dice.java");
    long lines = 0;
    for (Path file : generated) {
      lines += Files.readAllLines(file).size();
    }
    double classes =
        size(files(folder.resolve("with"), ".class"))
            - size(files(folder.resolve("without"), ".class"));
    out.printf(
        "| %d | %.2f | %.2f | %,d | %.0f | %.0f |%n",
        types,
        median(without),
        median(with),
        lines / types,
        size(generated) / 1e3 / types,
        classes / 1e3 / types);
    out.flush();
  }

  private static List<Path> write(int types, Path folder) throws IOException {
    Files.createDirectories(folder.resolve("masks"));
    List<Path> sources = new ArrayList<>();
    for (int i = 0; i < types; i++) {
      String name = "Mask" + i;
      Path file = folder.resolve("masks").resolve(name + ".java");
      Files.writeString(
          file,
          "package masks;\n\nimport dev.sorensen.*;\n\npublic class %s {\n  %s\n}\n"
              .formatted(name, KINDS.get(i % KINDS.size()).formatted("Data")));
      sources.add(file);
    }
    return sources;
  }

  /** Returns the seconds that a javac of its own process takes. */
  private static double javac(List<Path> sources, Path into, List<String> options)
      throws IOException, InterruptedException {
    Files.createDirectories(into);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.addAll(List.of("--release", "25", "-d", into.toString()));
    command.addAll(List.of("-cp", runtime()));
    command.addAll(options);
    sources.forEach(source -> command.add(source.toString()));
    long start = System.nanoTime();
    Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (javac.waitFor() != 0) {
      throw new IOException("javac failed:\n" + printed);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static String runtime() {
    try {
      return Path.of(
              SegmentationMask.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  private static double size(List<Path> files) throws IOException {
    double bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    return bytes;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
