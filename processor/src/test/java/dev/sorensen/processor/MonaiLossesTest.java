package dev.sorensen.processor;

import static dev.sorensen.processor.LossMasks.Truth.DOUBLE_PLANES;
import static dev.sorensen.processor.LossMasks.Truth.FLOAT_PLANES;
import static dev.sorensen.processor.LossMasks.Truth.IGNORING_LABELS;
import static dev.sorensen.processor.LossMasks.Truth.LABELS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.Activation;
import dev.sorensen.Form;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Generated evaluators have the losses of MONAI, and their gradients. Masked losses with an
 * activation are those of MONAI after 1.5.0, which masks the probabilities, no longer the logits.
 */
final class MonaiLossesTest {

  @Test
  void randomExtremeAndShortMasks() throws IOException {
    LossCases cases = MonaiLosses.ofArray(LossFiles.shared("random_cases.json"));
    assertThat(cases.leftOut())
        .isEqualTo(Map.of(MonaiLosses.NOT_OUR_ACTIVATION, 42, MonaiLosses.NO_LABEL_MAP, 6));
    assertThat(cases.size()).isEqualTo(201);
    assertThat(cases.check())
        .isEqualTo(
            Map.of(LABELS, 121, IGNORING_LABELS, 124, DOUBLE_PLANES, 198, FLOAT_PLANES, 198));
  }

  @Test
  void combinationsOfOptions() throws IOException {
    LossCases cases = MonaiLosses.ofCombinations(LossFiles.shared("factorial_cases.json"));
    assertThat(cases.leftOut()).isEqualTo(Map.of(MonaiLosses.NOT_OUR_ACTIVATION, 394));
    assertThat(cases.size()).isEqualTo(1270);
    assertThat(cases.check())
        .isEqualTo(
            Map.of(LABELS, 623, IGNORING_LABELS, 623, DOUBLE_PLANES, 1270, FLOAT_PLANES, 1270));
  }

  @Test
  void aPartOfBoth() throws IOException {
    LossCases cases = part();
    assertThat(cases.leftOut())
        .isEqualTo(Map.of(MonaiLosses.NOT_OUR_ACTIVATION, 2, MonaiLosses.NO_LABEL_MAP, 1));
    assertThat(cases.size()).isEqualTo(79);
    assertThat(cases.check())
        .isEqualTo(Map.of(LABELS, 42, IGNORING_LABELS, 45, DOUBLE_PLANES, 76, FLOAT_PLANES, 76));
  }

  /** To compile all types takes longer than to compare them. */
  @Test
  @Tag("widths")
  void aPartOfThatAtEveryWidth() throws IOException {
    LossCases cases =
        part()
            .only(
                each ->
                    each.activation() == Activation.SOFTMAX
                        || (each.classes() == 1
                            && each.activation() == Activation.NONE
                            && each.form() == Form.PRODUCT));
    assertThat(cases.size()).isEqualTo(24);
    assertThat(cases.check())
        .isEqualTo(Map.of(LABELS, 14, IGNORING_LABELS, 16, DOUBLE_PLANES, 22, FLOAT_PLANES, 22));
  }

  private static LossCases part() throws IOException {
    LossCases cases = MonaiLosses.ofArray(LossFiles.part("random_cases.json"));
    cases.addAll(MonaiLosses.ofCombinations(LossFiles.part("factorial_cases.json")));
    return cases;
  }
}
