package dev.sorensen.examples.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** The command {@code generated}: hands all its arguments to JMH. */
@Command(
    name = "generated",
    description = {
      "Runs benchmarks that the processor has generated, by JMH's own command line,",
      "for example: generated LungBitsDiceBenchmark -p size=64"
    })
final class GeneratedBenchmarks implements Callable<Integer> {

  @Parameters(paramLabel = "PATTERN", description = "which benchmarks, for example LungBitsDice")
  private String pattern;

  @Unmatched private final List<String> options = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    List<String> arguments = new ArrayList<>(List.of(pattern));
    arguments.addAll(options);
    org.openjdk.jmh.Main.main(arguments.toArray(String[]::new));
    return 0;
  }
}
