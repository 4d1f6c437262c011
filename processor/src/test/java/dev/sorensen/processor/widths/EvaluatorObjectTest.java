package dev.sorensen.processor.widths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.DiceEvaluator;
import dev.sorensen.StandardLoss;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Evaluators as objects. */
final class EvaluatorObjectTest {

  @Test
  void survivesSerialization() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(Masks_BitsDice.evaluator());
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isSameAs(Masks_BitsDice.evaluator());
    }
  }

  @Test
  void theLossOfABatchIsTheMeanOfItsSamples() {
    DiceEvaluator<Masks.Labels, Masks.Labels> evaluator = Masks_LabelsDice.evaluator();
    Masks.Labels one = new Masks.Labels(new byte[] {1, 1, 0, 0});
    Masks.Labels two = new Masks.Labels(new byte[] {1, 0, 0, 0});
    double lossOfDifferent = 1 - 2.0 / 3;
    assertThat(evaluator.diceLoss(List.of(one, two), List.of(one, one)))
        .isEqualTo(lossOfDifferent / 2);
    StandardLoss batch = StandardLoss.dice().withSmoothing(0, 0).withBatch(true);
    assertThat(evaluator.diceLoss(List.of(one, two), List.of(one, one), batch))
        .isEqualTo(1 - 6.0 / 7);
  }

  @Test
  void everyPredictionMeetsEveryTruth() {
    DiceEvaluator<Masks.Labels, Masks.Labels> evaluator = Masks_LabelsDice.evaluator();
    List<Masks.Labels> predictions =
        List.of(new Masks.Labels(new byte[] {1, 1}), new Masks.Labels(new byte[] {0, 1}));
    List<Masks.Labels> truths = List.of(new Masks.Labels(new byte[] {1, 0}));
    assertThat(evaluator.pairwise(predictions, truths)[0][0])
        .isEqualTo(evaluator.overlap(predictions.get(0), truths.get(0)));
    assertThat(evaluator.pairwise(predictions, truths)[1][0])
        .isEqualTo(evaluator.overlap(predictions.get(1), truths.get(0)));
  }
}
