package dev.sorensen.examples.benchmarks;

import dev.sorensen.examples.benchmarks.ForkRunner.Pace;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code benchmarks}: measures all rows, or some, and prints the table. */
@Command(
    name = "benchmarks",
    description = "Measures generated evaluators beside their peers and prints a Markdown table.",
    subcommands = {GeneratedBenchmarks.class, StartUp.class, CompileTime.class})
public final class Benchmarks implements Callable<Integer> {

  private static final int FORKS = 3;

  @Option(names = "--quick", description = "512x512 only, one short fork of each variant")
  private boolean quick;

  @Option(
      names = "--kernel",
      paramLabel = "REGEX",
      defaultValue = "",
      description = "only rows in whose name this occurs")
  private Pattern kernel;

  @Option(names = "--size", description = "only this size, for example 64x64 or past-cache")
  private String size;

  @Option(names = "--forks", description = "JVMs for each variant: 3, or 1 if quick")
  private Integer forks;

  @Option(
      names = "--jvm-args",
      defaultValue = "",
      description = "more options of these JVMs, for example \"-XX:UseAVX=2\"")
  private String jvmArgs;

  @Option(names = "--out", description = "the Markdown file to write, beside printing it")
  private Path out;

  @Option(names = "--list", description = "print the rows and their variants, and measure nothing")
  private boolean list;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "print this and exit")
  private boolean help;

  @Spec private CommandSpec spec;

  /** Creates the command. */
  public Benchmarks() {}

  /**
   * Runs the command and exits.
   *
   * @param args the options
   */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Benchmarks()).execute(args));
  }

  @Override
  public Integer call() throws RunnerException, IOException {
    PrintWriter output = spec.commandLine().getOut();
    Rows found = Rows.find();
    int rounds = forks != null ? forks : quick ? 1 : FORKS;
    List<Fork> plan = new Plan(kernel, this::measures, rounds).forks(found.rows());
    if (plan.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "no row has this name and size; --list shows them");
    }
    if (list) {
      plan.stream().distinct().forEach(output::println);
      found.leftOut().forEach(line -> output.println("left out: " + line));
      output.flush();
      return CommandLine.ExitCode.OK;
    }
    Measurements measurements = measure(plan);
    List<String> arguments = spec.commandLine().getParseResult().originalArgs();
    String report = Header.of(arguments, rounds, found.leftOut()) + Table.of(measurements);
    output.print(report);
    output.flush();
    if (out != null) {
      Files.writeString(out, report);
    }
    return CommandLine.ExitCode.OK;
  }

  private boolean measures(String candidate) {
    return size != null ? candidate.equals(size) : !quick || candidate.equals(Sizes.IMAGE);
  }

  private Measurements measure(List<Fork> plan) throws RunnerException {
    PrintWriter progress = spec.commandLine().getErr();
    ForkRunner runner = new ForkRunner(quick ? Pace.QUICK : Pace.FULL, jvmArgs());
    Measurements measurements = new Measurements();
    int done = 0;
    for (Fork fork : plan) {
      progress.printf("%d of %d: %s%n", ++done, plan.size(), fork);
      progress.flush();
      measurements.add(fork, runner.run(fork));
    }
    return measurements;
  }

  private List<String> jvmArgs() {
    List<String> args = new ArrayList<>();
    for (String arg : jvmArgs.split(" ")) {
      if (!arg.isBlank()) {
        args.add(arg);
      }
    }
    return args;
  }
}
