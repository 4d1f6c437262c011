package dev.sorensen.examples.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
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

  /** How long a fork runs: iterations of some milliseconds, the first of which do not count. */
  enum Pace {
    /** Enough for a kernel that is in the second compiler after a second. */
    FULL(6, 300, 5, 200),
    /** For a look. */
    QUICK(3, 250, 2, 150);

    private final int warmups;
    private final int warmupMillis;
    private final int iterations;
    private final int millis;

    Pace(int warmups, int warmupMillis, int iterations, int millis) {
      this.warmups = warmups;
      this.warmupMillis = warmupMillis;
      this.iterations = iterations;
      this.millis = millis;
    }
  }

  private static final List<String> JVM_ARGS =
      List.of(
          "--add-modules=jdk.incubator.vector",
          "--enable-native-access=ALL-UNNAMED",
          "-Dsorensen.simd=on",
          "-Djava.awt.headless=true");

  /** Runs a fork and returns what it measured. */
  Measurement run(Fork fork) throws RunnerException {
    Collection<RunResult> results = new Runner(options(fork)).run();
    RunResult result = results.iterator().next();
    Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
    return new Measurement(result.getPrimaryResult().getScore(), allocated.getScore());
  }

  private Options options(Fork fork) {
    String[] all = Stream.concat(JVM_ARGS.stream(), jvmArgs.stream()).toArray(String[]::new);
    String method = fork.row().type().getName() + "." + fork.variant();
    return new OptionsBuilder()
        .include("^" + Pattern.quote(method) + "$")
        .param("size", Sizes.resolve(fork.row().type(), fork.size()))
        .forks(1)
        .warmupIterations(pace.warmups)
        .warmupTime(TimeValue.milliseconds(pace.warmupMillis))
        .measurementIterations(pace.iterations)
        .measurementTime(TimeValue.milliseconds(pace.millis))
        .timeUnit(TimeUnit.NANOSECONDS)
        .addProfiler(GCProfiler.class)
        .jvmArgs(all)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT)
        .build();
  }
}
