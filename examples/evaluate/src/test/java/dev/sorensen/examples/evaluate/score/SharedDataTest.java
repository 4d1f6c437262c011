package dev.sorensen.examples.evaluate.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.examples.evaluate.CommandRun;
import dev.sorensen.examples.evaluate.SharedFiles;
import dev.sorensen.examples.evaluate.input.InputException;
import dev.sorensen.examples.evaluate.input.InputFiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real segmentations, scored to the last digit as nibabel and numpy do. */
final class SharedDataTest {

  private static Scores score(String prediction, String truth) throws InputException {
    return Scores.of(
        InputFiles.read(SharedFiles.find(prediction + ".nii.gz")),
        InputFiles.read(SharedFiles.find(truth + ".nii.gz")));
  }

  @ParameterizedTest
  @CsvSource({
    "panoptica/semantic_pred, panoptica/semantic_ref, 0.9731641527805414",
    "sct/t2_seg-manual, sct/t2_seg-deepseg_sc-3d, 0.9808411214953271",
    "sct/t2_seg-manual, sct/t2_seg-deepseg_sc-2d, 1.0",
    "sct/t2_seg-deepseg_rootlets-manual, sct/t2_seg-deepseg_rootlets, 0.22942643391521197",
    "sct/mt1_gmseg_goldstandard, sct/mt1_gmseg, 1.0"
  })
  void foreground(String prediction, String truth, double dice) throws InputException {
    assertThat(score(prediction, truth).foreground().dice()).isEqualTo(dice);
  }

  @Test
  void labels() throws InputException {
    Scores scores = score("panoptica/semantic_pred", "panoptica/semantic_ref");

    assertThat(scores.labels()).hasSize(14);
    assertThat(scores.meanLabelDice()).contains(0.7654671962225101);
  }

  @Test
  void aSoftMaskHasNoLabels() throws InputException {
    Scores scores = score("sct/mt1_gmseg_goldstandard", "sct/mt1_gmseg");

    assertThat(scores.withoutLabels()).isPresent();
    assertThat(scores.labels()).isEmpty();
  }

  /** As numpy's comparison with 0 has it: a soft mask as the prediction, and as the truth. */
  @Test
  void thresholds() {
    Path gold = SharedFiles.find("sct/mt1_gmseg_goldstandard.nii.gz");
    Path soft = SharedFiles.find("sct/mt1_gmseg.nii.gz");

    for (CommandRun run :
        List.of(
            CommandRun.of("--verify", "--threshold", 0, soft, gold),
            CommandRun.of("--verify", "--threshold", 0, gold, soft))) {
      assertThat(run.err()).isEmpty();
      assertThat(run.exitCode()).isEqualTo(0);
      assertThat(run.out())
          .contains("foreground  0.6556291390728477 ", "probability above 0.0.", "\nVerified: ");
    }
  }

  @Test
  void theCommandPrintsEveryDigit() {
    CommandRun run =
        CommandRun.of(
            SharedFiles.find("panoptica/semantic_pred.nii.gz"),
            SharedFiles.find("panoptica/semantic_ref.nii.gz"));

    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.out().lines())
        .anyMatch(line -> line.matches("foreground +0\\.9731641527805414 .*"))
        .anyMatch(line -> line.matches("mean label Dice +0\\.7654671962225101"));
  }
}
