package dev.sorensen.processor.widths;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a user sees of the choice between the kernels, in processes of their own. */
final class FallbackTest {

  private static final String SCALAR = "Sorensen uses its scalar kernels";

  /** Scores with two evaluators, since each of them chooses. */
  static final class Program {

    private Program() {}

    public static void main(String[] args) {
      Masks.Labels labels = new Masks.Labels(new byte[] {1, 0, 1});
      Masks.Bits bits = new Masks.Bits(new long[] {5}, 3, 1);
      System.out.println(Masks_LabelsDice.overlap(labels, labels));
      System.out.println(Masks_BitsDice.overlap(bits, bits));
    }
  }

  @Test
  void withTheModuleNothingIsLogged() throws Exception {
    Run run = Run.of("--add-modules", "jdk.incubator.vector");
    assertThat(run.exitCode).isZero();
    assertThat(run.output).doesNotContain(SCALAR);
    assertScored(run);
  }

  @Test
  void withoutTheModuleOneLineSaysSo() throws Exception {
    Run run = Run.of();
    assertThat(run.exitCode).isZero();
    assertThat(run.output)
        .containsOnlyOnce(SCALAR)
        .contains("add it with --add-modules jdk.incubator.vector");
    assertScored(run);
  }

  @Test
  void switchedOffOneLineSaysSo() throws Exception {
    Run run = Run.of("--add-modules", "jdk.incubator.vector", "-Dsorensen.simd=off");
    assertThat(run.exitCode).isZero();
    assertThat(run.output).containsOnlyOnce(SCALAR).contains("-Dsorensen.simd=off");
    assertScored(run);
  }

  @Test
  void aWrongSwitchIsAnError() throws Exception {
    Run run = Run.of("-Dsorensen.simd=no");
    assertThat(run.exitCode).isEqualTo(1);
    assertThat(run.output).contains("-Dsorensen.simd must be auto, on or off, not no");
  }

  @Test
  void aWrongWidthIsAnError() throws Exception {
    Run run = Run.of("--add-modules", "jdk.incubator.vector", "-Dsorensen.vectorBits=100");
    assertThat(run.exitCode).isEqualTo(1);
    assertThat(run.output).contains("-Dsorensen.vectorBits must be 64, 128, 256 or 512, not 100");
  }

  private static void assertScored(Run run) {
    assertThat(run.output.lines().filter(line -> line.startsWith("Overlap")))
        .containsExactly(
            "Overlap[intersection=2, prediction=2, truth=2, pixels=3]",
            "Overlap[intersection=2, prediction=2, truth=2, pixels=3]");
  }

  private record Run(int exitCode, String output) {

    static Run of(String... options) throws IOException, InterruptedException {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of(options));
      command.add("-cp");
      command.add(System.getProperty("java.class.path"));
      command.add(Program.class.getName());
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Run(process.waitFor(), output);
    }
  }
}
