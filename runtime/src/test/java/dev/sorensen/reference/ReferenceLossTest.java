package dev.sorensen.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sorensen.ClassWeighting;
import dev.sorensen.EveryLoss;
import dev.sorensen.Reduction;
import dev.sorensen.SoftOverlap;
import dev.sorensen.StandardLoss;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two ways of writing each formula, which share nothing, agree. */
class ReferenceLossTest {

  private static final SoftOverlap ABSENT = new SoftOverlap(0, 3, 0, 10);

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 3", "3, 1", "3, 2", "2, 5"})
  void isTheStandardLoss(int samples, int classes) {
    long seed = new Random().nextLong();
    SoftOverlap[][] sums = EveryLoss.sums(samples, classes, new Random(seed));
    sums[samples - 1][classes / 2] = ABSENT;
    for (StandardLoss loss : EveryLoss.of(classes)) {
      double expected = Reference.loss(sums, loss);
      double found = loss.evaluate(sums).value();
      assertThat(found)
          .as("%s, seed %d", loss, seed)
          .satisfiesAnyOf(
              same -> assertThat(Double.compare(same, expected)).isEqualTo(0),
              near -> assertThat(near).isCloseTo(expected, within(1e-12)));
    }
  }

  @Test
  void valuesByHand() {
    SoftOverlap[][] sums = {{ABSENT, new SoftOverlap(3, 4, 5, 10), new SoftOverlap(1, 3, 2, 10)}};
    StandardLoss jaccard =
        StandardLoss.jaccard()
            .withSmoothing(0, 0)
            .withBackground(false)
            .withWeights(2, 3)
            .withReduction(Reduction.SUM);
    assertThat(Reference.loss(sums, jaccard)).isCloseTo(2 * 3.0 / 6 + 3 * 3.0 / 4, within(1e-15));
    StandardLoss generalized =
        StandardLoss.generalizedDice(ClassWeighting.SIMPLE).withSmoothing(0, 0);
    assertThat(Reference.loss(sums, generalized))
        .isCloseTo(1 - 2 * (3.0 / 5 + 1.0 / 2) / (3.0 / 2 + 9.0 / 5 + 5.0 / 2), within(1e-15));
    SoftOverlap one = new SoftOverlap(3, 4, 5, 10);
    assertThat(Reference.loss(one, StandardLoss.tversky(0.25, 0.75).withSmoothing(1, 2)))
        .isCloseTo(1 - 4 / 6.75, within(1e-15));
    assertThat(Reference.loss(one, StandardLoss.focalTversky(0.25, 0.75, 2).withSmoothing(1, 2)))
        .isCloseTo(2.75 / 6.75 * 2.75 / 6.75, within(1e-15));
    assertThat(Reference.loss(one, StandardLoss.logDice().withSmoothing(0, 0)))
        .isCloseTo(Math.log(1.5), within(1e-15));
    assertThat(Reference.loss(one, StandardLoss.logCoshDice().withSmoothing(0, 0)))
        .isCloseTo(Math.log(Math.cosh(1.0 / 3)), within(1e-15));
  }
}
