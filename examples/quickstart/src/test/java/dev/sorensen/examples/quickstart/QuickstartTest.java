package dev.sorensen.examples.quickstart;

import static dev.sorensen.examples.quickstart.Quickstart.bits;
import static dev.sorensen.examples.quickstart.Quickstart.cocoCounts;
import static dev.sorensen.examples.quickstart.Quickstart.labels;
import static dev.sorensen.examples.quickstart.Quickstart.probabilities;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.DiceEvaluator;
import dev.sorensen.Overlap;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class QuickstartTest {

  /**
   * A disc of radius 2 has rows of 1, 3, 5, 3 and 1 pixels: 13. Shifted by one pixel, two of them
   * share 0, 2, 4, 2 and 0: 8.
   */
  private static final Overlap BY_HAND = new Overlap(8, 13, 13, 56);

  private static final double DICE_BY_HAND = 16.0 / 26.0;

  @Test
  void bitsAgreeWithTheHand() {
    assertAgrees(Quickstart_BitsDice.evaluator(), bits(4), bits(3));
  }

  @Test
  void labelsAgreeWithTheHand() {
    assertAgrees(Quickstart_LabelsDice.evaluator(), labels(4), labels(3));
  }

  @Test
  void probabilitiesAgreeWithTheHand() {
    assertAgrees(Quickstart_ProbabilitiesDice.evaluator(), probabilities(4), probabilities(3));
  }

  @Test
  void countsAgreeWithTheHand() {
    assertAgrees(Quickstart_CocoCountsDice.evaluator(), cocoCounts(4), cocoCounts(3));
  }

  private static <M> void assertAgrees(DiceEvaluator<M, M> evaluator, M prediction, M truth) {
    assertThat(evaluator.overlap(prediction, truth)).isEqualTo(BY_HAND);
    assertThat(evaluator.dice(prediction, truth)).isEqualTo(DICE_BY_HAND);
    assertThat(evaluator.diceLoss(prediction, truth)).isEqualTo(1 - DICE_BY_HAND);
  }

  @Test
  void printsTheSameForEveryLayout() {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      Quickstart.main(new String[0]);
    } finally {
      System.setOut(console);
    }

    String[] lines = printed.toString(StandardCharsets.UTF_8).split("\\R");
    assertThat(lines)
        .extracting(line -> line.substring(0, 12).strip())
        .containsExactly("BIT_PACKED", "BYTE", "FLOAT", "RLE");
    assertThat(lines)
        .extracting(line -> line.substring(12))
        .containsOnly(
            "Dice 0.6153846153846154  loss 0.3846153846153846  "
                + "Overlap[intersection=8, prediction=13, truth=13, pixels=56]");
  }
}
