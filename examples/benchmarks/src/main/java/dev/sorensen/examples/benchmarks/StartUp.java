package dev.sorensen.examples.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code start-up}: the first calls of fresh JVMs, by the kernels that they use. */
@Command(
    name = "start-up",
    description =
        "Measures the first seconds of processes: with scalar kernels, with vector kernels"
            + " from the first call on, and with the choice that is made by itself.")
final class StartUp implements Callable<Integer> {

  private static final List<String> MODES = List.of("off", "on", "auto");

  @Option(names = "--size", defaultValue = "512x512", description = "the size of the masks")
  private String size;

  @Option(names = "--seconds", defaultValue = "4", description = "how long a process runs")
  private int seconds;

  @Option(names = "--forks", defaultValue = "3", description = "processes; medians are printed")
  private int forks;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "| %s | kernels | first call, ms | calls in 0.1 s | in 1 s | in %d s |%n", size, seconds);
    out.println("|---|---|--:|--:|--:|--:|");
    for (StartUpTask task : StartUpTask.values()) {
      List<List<long[]>> runs = new ArrayList<>();
      MODES.forEach(mode -> runs.add(new ArrayList<>()));
      for (int fork = 0; fork < forks; fork++) {
        for (int mode = 0; mode < MODES.size(); mode++) {
          runs.get(mode).add(run(task, MODES.get(mode)));
        }
      }
      for (int mode = 0; mode < MODES.size(); mode++) {
        List<long[]> of = runs.get(mode);
        out.printf(
            "| %s | %s | %.1f | %,d | %,d | %,d |%n",
            task.text,
            MODES.get(mode),
            median(of, 0) / 1e6,
            median(of, 1),
            median(of, 2),
            median(of, 3));
        out.flush();
      }
    }
    return 0;
  }

  private long[] run(StartUpTask task, String mode) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "-Dsorensen.simd=" + mode,
                "-cp",
                System.getProperty("java.class.path"),
                StartUpRun.class.getName(),
                task.name(),
                size,
                Integer.toString(seconds))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String[] numbers = line.strip().split(" ");
    if (numbers.length != 6) {
      throw new IOException(task + " with " + mode + " failed: " + line);
    }
    return LongStream.range(0, 5).map(i -> Long.parseLong(numbers[(int) i])).toArray();
  }

  private static long median(List<long[]> runs, int column) {
    long[] sorted = runs.stream().mapToLong(run -> run[column]).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
