package dev.sorensen.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sorensen.ClassWeighting;
import dev.sorensen.EveryLoss;
import dev.sorensen.LossKind;
import dev.sorensen.OverlapLoss;
import dev.sorensen.Reduction;
import dev.sorensen.SoftOverlap;
import dev.sorensen.StandardLoss;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The check of losses of any kind, declared or asked for. */
@SuppressWarnings("serial")
class ConformanceOfLossesTest {

  private static final float[] LOGITS = {
    3, -1, 0.5f, -2, 1, 0, -1, 2, -3, 0.5f, 1, -0.5f, 0.25f, 1, -1
  };
  private static final byte[] LABELS = {0, 1, (byte) 255, 2, 1};

  private static class Declaring extends SlowClassesEvaluator {
    private final StandardLoss loss;

    Declaring(StandardLoss loss) {
      this.loss = loss;
    }

    @Override
    public OverlapLoss loss() {
      return loss;
    }
  }

  @Test
  void rightAboutEveryLoss() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (StandardLoss loss : EveryLoss.of(SlowClassesEvaluator.CLASSES)) {
      int pixels = random.nextInt(12);
      byte[] labels = new byte[pixels];
      float[] logits = new float[SlowClassesEvaluator.CLASSES * pixels];
      for (int i = 0; i < pixels; i++) {
        labels[i] = (byte) random.nextInt(SlowClassesEvaluator.CLASSES);
      }
      for (int i = 0; i < logits.length; i++) {
        logits[i] = random.nextFloat(-4, 4);
      }
      assertThatCode(() -> Conformance.check(new Declaring(loss), logits, labels))
          .as("%s, seed %d", loss, seed)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void roundingOfSumsIsAllowedInEveryLoss() {
    for (double error : new double[] {5e-7, -5e-7}) {
      for (StandardLoss loss : EveryLoss.of(SlowClassesEvaluator.CLASSES)) {
        Declaring rounding =
            new Declaring(loss) {
              @Override
              public SoftOverlap[] softOverlaps(float[] prediction, byte[] truth) {
                SoftOverlap[] sums = super.softOverlaps(prediction, truth);
                for (int c = 0; c < sums.length; c++) {
                  sums[c] =
                      new SoftOverlap(
                          sums[c].intersection() * (1 - error),
                          sums[c].prediction() * (1 + error),
                          sums[c].truth(),
                          sums[c].pixels());
                }
                return sums;
              }
            };
        assertThatCode(() -> Conformance.check(rounding, LOGITS, LABELS))
            .as("%s", loss)
            .doesNotThrowAnyException();
      }
    }
  }

  /** Each is declared, and the evaluator has another: the check must see that they differ. */
  @Test
  void anotherLossThanTheDeclaredOne() {
    StandardLoss dice = StandardLoss.dice();
    StandardLoss tversky = StandardLoss.tversky(0.3, 0.7);
    StandardLoss focal = StandardLoss.focalTversky(0.3, 0.7, 0.75);
    StandardLoss generalized = StandardLoss.generalizedDice(ClassWeighting.SQUARE);
    for (StandardLoss[] pair :
        new StandardLoss[][] {
          {dice, StandardLoss.jaccard()},
          {dice, dice.withBackground(false)},
          {dice, dice.withWeights(1, 2, 3)},
          {dice.withWeights(1, 2, 3), dice.withWeights(3, 2, 1)},
          {dice, dice.withWeights(2)},
          {dice, dice.withReduction(Reduction.SUM)},
          {tversky, StandardLoss.tversky(0.7, 0.3)},
          {focal, tversky},
          {focal, StandardLoss.focalTversky(0.3, 0.7, 4 / 3.0)},
          {generalized, StandardLoss.generalizedDice(ClassWeighting.SIMPLE)},
          {generalized, StandardLoss.generalizedDice(ClassWeighting.UNIFORM)},
          {generalized, generalized.withWeights(1, 2, 3)},
          {StandardLoss.logDice(), dice},
          {StandardLoss.logCoshDice(), dice},
        }) {
      Declaring wrong =
          new Declaring(pair[0]) {
            @Override
            public double diceLoss(float[] prediction, byte[] truth) {
              return diceLoss(prediction, truth, pair[1]);
            }
          };
      assertThatExceptionOfType(AssertionError.class)
          .as("%s for %s", pair[1], pair[0])
          .isThrownBy(() -> Conformance.check(wrong, LOGITS, LABELS))
          .withMessageMatching("diceLoss is .*, the reference is .* ± .*");
    }
  }

  @Test
  void aSettingOfAnotherLossThatIsOverlooked() {
    record Overlooked(String what, UnaryOperator<StandardLoss> change) {}
    for (Overlooked each :
        List.of(
            new Overlooked("background", loss -> loss.withWeights().withBackground(true)),
            new Overlooked("weights", loss -> loss.withWeights()),
            new Overlooked("reduction", loss -> loss.withReduction(Reduction.MEAN)),
            new Overlooked("smoothing", loss -> loss.withSmoothing(1e-5, 1e-5)))) {
      SlowClassesEvaluator wrong =
          new SlowClassesEvaluator() {
            @Override
            public double diceLoss(float[] prediction, byte[] truth, OverlapLoss loss) {
              return super.diceLoss(prediction, truth, each.change().apply((StandardLoss) loss));
            }
          };
      assertThatExceptionOfType(AssertionError.class)
          .as(each.what())
          .isThrownBy(() -> Conformance.check(wrong, LOGITS, LABELS))
          .withMessageMatching("diceLoss with .* is .*, the reference is .* ± .*");
    }
  }

  @Test
  void everyKindIsTried() {
    for (int classes : new int[] {1, 2, 5}) {
      Set<LossKind> untried = EnumSet.allOf(LossKind.class);
      OtherLosses.of(classes).forEach(loss -> untried.remove(loss.kind()));
      assertThat(untried).isEmpty();
    }
  }

  /** A tolerance that a wrong loss would fit into is none. */
  @Test
  void tolerancesAreSmall() {
    SoftOverlap[] sums = {
      new SoftOverlap(3, 4, 5, 10), new SoftOverlap(0, 3, 0, 10), new SoftOverlap(2, 2, 2, 10)
    };
    for (StandardLoss loss : EveryLoss.of(3)) {
      double value = Reference.loss(sums, loss);
      if (Double.isFinite(value)) {
        double tolerance = LossTolerance.of(sums, sums, loss, 1e-6, 4e-6);
        boolean power = loss.kind() == LossKind.FOCAL_TVERSKY;
        assertThat(tolerance).as("%s", loss).isBetween(4e-6, power ? 5e-3 : 1e-4);
      }
    }
    StandardLoss log = StandardLoss.logDice();
    SoftOverlap[] little = {new SoftOverlap(1e-3, 4, 5, 10)};
    SoftOverlap[] magnitudes = {new SoftOverlap(1, 4, 5, 10)};
    assertThat(LossTolerance.of(little, magnitudes, log, 1e-6, 4e-6)).isBetween(1e-3, 1e-2);
    SoftOverlap[] none = {new SoftOverlap(0, 4, 5, 10)};
    assertThat(LossTolerance.of(none, magnitudes, log.withSmoothing(0, 0), 1e-6, 4e-6))
        .isEqualTo(Double.POSITIVE_INFINITY);
  }
}
