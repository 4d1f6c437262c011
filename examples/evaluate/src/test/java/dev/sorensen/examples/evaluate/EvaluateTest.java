package dev.sorensen.examples.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.examples.evaluate.input.NiftiFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvaluateTest {

  @TempDir Path folder;

  @Test
  void scoresFiles() {
    Path prediction = new NiftiFile().writeGzip(folder.resolve("prediction.nii.gz"));
    Path truth =
        new NiftiFile()
            .version(2)
            .dim(7, 2, 2, 1, 1, 1, 1, 1)
            .datatype(256)
            .voxels((byte) 1, (byte) 1, (byte) 2, (byte) -3)
            .write(folder.resolve("truth.nii"));

    CommandRun run = CommandRun.of(prediction, truth);

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.out().lines())
        .startsWith(
            "prediction  " + prediction + " (2 x 2, uint8)",
            "truth       " + truth + " (2 x 2, int8)",
            "")
        .anyMatch(line -> line.matches("foreground +0\\.8571428571428571 .* 3 +3 +4"))
        .anyMatch(line -> line.matches("label -3 +0\\.0 .* 0 +0 +1"))
        .anyMatch(line -> line.matches("mean label Dice +0\\.41666666666666663"));
  }

  @Test
  void scoresAPhantomWithoutFiles() {
    CommandRun run = CommandRun.of();

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.out())
        .startsWith("prediction  phantom, shifted (96 x 80 x 64, uint8)")
        .contains("foreground ", "label 1 ", "label 2 ", "label 3 ", "mean label Dice ")
        .endsWith("  mvn -q -Prun package -Dargs=\"pred.nii.gz truth.nii.gz\"\n");
  }

  @Test
  void refusesAThresholdThatIsNoNumber() {
    CommandRun run = CommandRun.of("--threshold", "NaN");

    assertThat(run.err()).startsWith("--threshold is NaN, expected a number");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void verifies() {
    CommandRun run = CommandRun.of("--verify");

    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.out())
        .contains("\nVerified: the reference counts the same, in every case that was scored.\n");
  }

  @Test
  void needsBothFiles() {
    CommandRun run = CommandRun.of("prediction.nii");

    assertThat(run.err()).startsWith("Error: Missing required argument(s): TRUTH");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void needsNoThirdFile() {
    CommandRun run = CommandRun.of("a.nii", "b.nii", "c.nii");

    assertThat(run.err()).startsWith("Unmatched argument at index 2: 'c.nii'");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void knowsNoOtherOption() {
    CommandRun run = CommandRun.of("--fast");

    assertThat(run.err()).startsWith("Unknown option: '--fast'");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void explainsItself() {
    CommandRun run = CommandRun.of("--help");

    assertThat(run.out()).contains("evaluate", "PREDICTION TRUTH", "Exit codes:");
    assertThat(run.exitCode()).isEqualTo(0);
  }
}
