package dev.sorensen.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class BenchmarksTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void listsWhatItWouldMeasure() {
    assertThat(run("--list", "--quick", "--kernel", "bits.*Dice")).isZero();
    assertThat(out.toString().lines())
        .contains("bits × bits, Dice at 512x512, **Sorensen**")
        .noneMatch(line -> line.contains("64x64") || line.contains("overlap"));
  }

  @Test
  void refusesWhatNoRowHas() {
    assertThat(run("--kernel", "no such kernel")).isEqualTo(2);
    assertThat(err.toString()).startsWith("no row has this name and size; --list shows them");
  }

  /** JMH prints to the standard output. */
  @Test
  void handsOptionsOnToJmh() {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      assertThat(run("generated", "LungBitsDiceBenchmark", "-p", "size=64", "-l")).isZero();
    } finally {
      System.setOut(before);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8).lines())
        .anyMatch(line -> line.contains("LungBitsDiceBenchmark."))
        .noneMatch(line -> line.contains("LungRuns"));
  }

  private int run(String... args) {
    return new CommandLine(new Benchmarks())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }
}
