package dev.sorensen.processor;

import static dev.sorensen.processor.LossMasks.Truth.DOUBLE_PLANES;
import static dev.sorensen.processor.LossMasks.Truth.FLOAT_PLANES;
import static dev.sorensen.processor.LossMasks.Truth.IGNORING_LABELS;
import static dev.sorensen.processor.LossMasks.Truth.LABELS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Generated evaluators have the losses that other libraries' own tests ask for, with the gradients
 * that these libraries compute.
 */
final class PeerLossesTest {

  private static final String FILE = "peer_cases.json";

  @Test
  void monai() throws IOException {
    LossCases cases = MonaiLosses.ofArray(LossFiles.shared(FILE));
    assertThat(cases.leftOut())
        .isEqualTo(Map.of(MonaiLosses.NOT_OUR_ACTIVATION, 11, MonaiLosses.MASKED_FIRST, 3));
    assertThat(cases.size()).isEqualTo(45);
    assertThat(cases.check())
        .isEqualTo(Map.of(LABELS, 38, IGNORING_LABELS, 39, DOUBLE_PLANES, 44, FLOAT_PLANES, 44));
  }

  @Test
  void nnUnet() throws IOException {
    LossCases cases = PeerLosses.ofNnUnet(LossFiles.shared(FILE));
    assertThat(cases.leftOut()).isEmpty();
    assertThat(cases.size()).isEqualTo(48);
    assertThat(cases.check())
        .isEqualTo(Map.of(LABELS, 24, IGNORING_LABELS, 48, DOUBLE_PLANES, 24, FLOAT_PLANES, 24));
  }

  @Test
  void segmentationModels() throws IOException {
    LossCases cases = PeerLosses.ofSmp(LossFiles.shared(FILE));
    assertThat(cases.leftOut())
        .isEqualTo(
            Map.of(
                PeerLosses.NO_TRUTH, 6,
                PeerLosses.LOG_OF_OTHER, 4,
                PeerLosses.IGNORED_IN_PLANES, 3));
    assertThat(cases.size()).isEqualTo(71);
    assertThat(cases.check())
        .isEqualTo(Map.of(LABELS, 48, IGNORING_LABELS, 51, DOUBLE_PLANES, 68, FLOAT_PLANES, 68));
  }

  /** They have terms that no sums of overlaps give: cross entropy, distances, skeletons, counts. */
  @Test
  void noOtherLossOfThemIsOneOfOurs() throws IOException {
    Map<String, Integer> others = new TreeMap<>();
    for (JsonNode node : LossFiles.shared(FILE)) {
      String kind = node.get("kind").textValue();
      if (kind.endsWith("_loss") && !MonaiLosses.isOne(node) && !PeerLosses.isOne(node)) {
        others.merge(kind, 1, Integer::sum);
      }
    }
    assertThat(others)
        .isEqualTo(
            Map.of(
                "asymmetric_unified_focal_loss", 2,
                "dice_ce_loss", 7,
                "dice_focal_loss", 63,
                "focal_loss", 64,
                "generalized_dice_focal_loss", 54,
                "generalized_wasserstein_dice_loss", 12,
                "masked_loss", 2,
                "soft_cldice_loss", 2,
                "soft_dice_cldice_loss", 2,
                "smp_mcc_loss", 6));
  }
}
