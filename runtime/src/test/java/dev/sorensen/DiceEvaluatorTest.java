package dev.sorensen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.sorensen.reference.SlowEvaluator;
import dev.sorensen.reference.SlowSoftEvaluator;
import java.util.LinkedList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is built on an evaluator's methods: batches and pairs. */
class DiceEvaluatorTest {

  private static final SlowEvaluator BITS = new SlowEvaluator();
  private static final SlowSoftEvaluator VALUES = new SlowSoftEvaluator();

  private static final boolean[] LEFT = {true, true, false, false};
  private static final boolean[] RIGHT = {false, false, true, true};
  private static final boolean[] ALL = {true, true, true, true};

  @Test
  void theLossOfABatchIsThatOfItsSums() {
    double expected = (0 + 1 + (1 - 4.0 / 6)) / 3;
    assertThat(BITS.diceLoss(List.of(LEFT, LEFT, LEFT), List.of(LEFT, RIGHT, ALL)))
        .isCloseTo(expected, within(1e-15));
    StandardLoss joined = StandardLoss.dice().withSmoothing(0, 0).withBatch(true);
    assertThat(BITS.diceLoss(List.of(LEFT, LEFT, LEFT), List.of(LEFT, RIGHT, ALL), joined))
        .isCloseTo(1 - 2 * 4.0 / (6 + 8), within(1e-15));
  }

  @Test
  void theLossOfABatchOfProbabilitiesIsThatOfItsSoftSums() {
    float[] p = {0.5f, 0.25f};
    float[] t = {1, 0};
    StandardLoss loss = StandardLoss.dice().withSmoothing(0, 0);
    assertThat(VALUES.diceLoss(List.of(p, t), List.of(t, t), loss))
        .isCloseTo((1 - 1 / 1.75) / 2, within(1e-15));
    assertThat(VALUES.lossSums(p, t)).containsExactly(new SoftOverlap(0.5, 0.75, 1, 2));
  }

  @Test
  void listsOfAnyKindServe() {
    assertThat(BITS.diceLoss(new LinkedList<>(List.of(LEFT, ALL)), List.of(LEFT, ALL)))
        .isEqualTo(0);
  }

  @Test
  void batchesMustMatchAndHaveSamples() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BITS.diceLoss(List.of(LEFT, LEFT), List.of(LEFT)))
        .withMessage("2 predictions for 1 truths");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BITS.diceLoss(List.of(), List.of()))
        .withMessage("the loss of an empty batch");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BITS.diceLoss(List.of(), List.of(LEFT), StandardLoss.dice()))
        .withMessage("0 predictions for 1 truths");
  }

  @Test
  void everyPredictionMeetsEveryTruth() {
    Overlap[][] overlaps = BITS.pairwise(List.of(LEFT, ALL), List.of(LEFT, RIGHT, ALL));
    assertThat(overlaps)
        .isDeepEqualTo(
            new Overlap[][] {
              {new Overlap(2, 2, 2, 4), new Overlap(0, 2, 2, 4), new Overlap(2, 2, 4, 4)},
              {new Overlap(2, 4, 2, 4), new Overlap(2, 4, 2, 4), new Overlap(4, 4, 4, 4)}
            });
    assertThat(BITS.pairwise(List.of(), List.of(LEFT))).isEmpty();
    assertThat(BITS.pairwise(List.of(LEFT), List.of())).hasDimensions(1, 0);
  }
}
