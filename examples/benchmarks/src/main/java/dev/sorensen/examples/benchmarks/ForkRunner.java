package dev.sorensen.examples.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs one variant in a JVM of its own.
 *
 * @param pace how long it runs
 * @param jvmArgs further options of the JVM
 */
record ForkRunner(Pace pace, List<String> jvmArgs) {

  /**
   * How long a fork runs: iterations of {@value #MILLIS} ms, the first of which do not count. Code
   * that uses the Vector API is slow for its first second or two, until the second compiler has it;
   * all else is fast much sooner.
   */
  enum Pace {
    FULL(15, 6, 5),
    QUICK(9, 3, 2);

    private final int vectorWarmups;
    private final int otherWarmups;
    private final int iterations;

    Pace(int vectorWarmups, int otherWarmups, int iterations) {
      this.vectorWarmups = vectorWarmups;
      this.otherWarmups = otherWarmups;
      this.iterations = iterations;
    }

    private int warmups(Fork fork) {
      return fork.usesVectors() ? vectorWarmups : otherWarmups;
    }
  }

  private static final int MILLIS = 200;

  private static final List<String> JVM_ARGS =
      List.of(
          "--add-modules=jdk.incubator.vector",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow", // JMH's, without a warning
          // Calls wait for the compiler: warming up takes as many of them on a busy machine.
          "-Xbatch",
          "-Dsorensen.simd=on",
          // A small young generation, used again and again: else whoever allocates pays above all
          // for pages that the system hands out for the first time.
          "-XX:+UseSerialGC",
          "-Xmn64m",
          "-Djava.awt.headless=true");

  /** Runs a fork and returns what it measured. What it prints is seen only if it fails. */
  Measurement run(Fork fork) throws RunnerException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    OutputFormat format =
        OutputFormatFactory.createFormatInstance(
            new PrintStream(printed, true, StandardCharsets.UTF_8), VerboseMode.NORMAL);
    try {
      RunResult result = new Runner(options(fork), format).runSingle();
      Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
      return new Measurement(result.getPrimaryResult().getScore(), allocated.getScore());
    } catch (RunnerException e) {
      throw new RunnerException(fork + ":\n" + printed.toString(StandardCharsets.UTF_8), e);
    }
  }

  private Options options(Fork fork) {
    String[] all = Stream.concat(JVM_ARGS.stream(), jvmArgs.stream()).toArray(String[]::new);
    String method = fork.row().typeOf(fork.variant()).getName() + "." + fork.variant();
    return new OptionsBuilder()
        .include("^" + Pattern.quote(method) + "$")
        .param("size", Sizes.resolve(fork.row().type(), fork.size()))
        .forks(1)
        .warmupIterations(pace.warmups(fork))
        .warmupTime(TimeValue.milliseconds(MILLIS))
        .measurementIterations(pace.iterations)
        .measurementTime(TimeValue.milliseconds(MILLIS))
        .timeUnit(TimeUnit.NANOSECONDS)
        .addProfiler(GCProfiler.class)
        .jvmArgs(all)
        .shouldFailOnError(true)
        .build();
  }
}
