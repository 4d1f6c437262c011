package dev.sorensen.processor.widths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.reference.Conformance;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A process as users start it: from scalar kernels to those that are faster. */
final class StartUpTest {

  private static final List<String> PASSES =
      List.of(
          "Masks_TenthDice.overlap(Tenth, Tenth)",
          "Masks_TenthDice.softOverlap(Tenth, Tenth)",
          "Masks_TenthDice.gradient(Tenth, Tenth)",
          "Masks_TenthDice.sweep(Tenth, Tenth)");

  /** Scores, and compares with the reference, until the kernels of every pass are chosen. */
  static final class Program {

    private static final long MOST_SECONDS = 300;

    private Program() {}

    public static void main(String[] args) {
      Queue<String> choices = new ConcurrentLinkedQueue<>();
      Logger logger = Logger.getLogger("dev.sorensen"); // kept, or its settings may be lost
      logger.setLevel(Level.FINE);
      logger.addHandler(new Collector(choices));
      Random random = new Random(1);
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
      int after = 20;
      while (System.nanoTime() < end && after > 0) {
        score(random);
        after -= choices.size() < PASSES.size() ? 0 : 1;
      }
      choices.forEach(System.out::println);
      System.out.println("All agree.");
    }

    private static void score(Random random) {
      Sample sample = Sample.random(random, 1 + random.nextInt(20_000));
      Masks.Tenth prediction = new Masks.Tenth(floats(sample.prediction()));
      Masks.Tenth truth = new Masks.Tenth(floats(sample.truth()));
      Conformance.check(Masks_TenthDice.evaluator(), prediction, truth);
      float[] gradient = new float[sample.pixels()];
      for (int i = 0; i < 100; i++) {
        Masks_TenthDice.overlap(prediction, truth);
        Masks_TenthDice.lossAndGradient(prediction, truth, gradient);
        Masks_TenthDice.evaluator().sweep(prediction, truth, 0.1f, 0.5f);
      }
    }

    private static float[] floats(boolean[] mask) {
      float[] values = new float[mask.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = mask[i] ? 0.9f : 0.05f;
      }
      return values;
    }
  }

  private static final class Collector extends Handler {

    private final Queue<String> lines;

    Collector(Queue<String> lines) {
      this.lines = lines;
      setLevel(Level.FINE);
    }

    @Override
    public void publish(LogRecord record) {
      lines.add(record.getLevel() + " " + new SimpleFormatter().formatMessage(record));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void everyResultOnTheWayIsRight() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-modules",
                "jdk.incubator.vector",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(output).contains("All agree.");
    for (String pass : PASSES) {
      assertThat(output)
          .containsOnlyOnce(pass + ": ")
          .containsPattern("FINE " + Pattern.quote(pass) + ": (VECTOR|SCALAR) kernels from now on");
    }
  }
}
