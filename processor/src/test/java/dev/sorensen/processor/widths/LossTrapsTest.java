package dev.sorensen.processor.widths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sorensen.ClassWeighting;
import dev.sorensen.Overlap;
import dev.sorensen.StandardLoss;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Results that surprise users of other libraries, where their documentation says so here. */
@Tag("widths")
final class LossTrapsTest {

  private static final StandardLoss GENERALIZED =
      StandardLoss.generalizedDice(ClassWeighting.SQUARE);

  /** As in MONAI: no class has a weight. */
  @Test
  void generalizedDiceOfAnEmptyTruthIsZeroWhateverIsPredicted() {
    double[] full = new double[100];
    Arrays.fill(full, 1);
    double[] gradient = new double[100];
    var prediction = new GradientMasks.DoublePlainProduct1(full);
    var truth = new GradientMasks.Bytes1(new byte[100]);
    assertThat(
            GradientMasks_DoublePlainProduct1Dice.lossAndGradient(
                prediction, truth, gradient, GENERALIZED))
        .isZero();
    assertThat(gradient).containsOnly(0);

    StandardLoss uniform = StandardLoss.generalizedDice(ClassWeighting.UNIFORM);
    assertThat(GradientMasks_DoublePlainProduct1Dice.diceLoss(prediction, truth, uniform))
        .isCloseTo(1, within(1e-6));
  }

  /** As in MONAI, whose losses these are: smoothing outweighs the weights of large classes. */
  @Test
  void defaultSmoothingHidesMistakesOfGeneralizedDiceInLargeVolumes() {
    assertThat(allWrong(10, GENERALIZED)).isCloseTo(0.99998, within(1e-5));
    assertThat(allWrong(10_000, GENERALIZED)).isCloseTo(0.9756, within(1e-4));
    assertThat(allWrong(100_000, GENERALIZED)).isCloseTo(0.8, within(1e-4));
    assertThat(allWrong(1_000_000, GENERALIZED)).isCloseTo(0.2857, within(1e-4));

    assertThat(allWrong(1_000_000, GENERALIZED.withSmoothing(0, 0))).isEqualTo(1);
    assertThat(allWrong(1_000_000, StandardLoss.generalizedDice(ClassWeighting.SIMPLE)))
        .isCloseTo(0.9999975, within(1e-9));
  }

  /** Two classes of n pixels are taken for each other; there is none of a third. */
  private static double allWrong(int n, StandardLoss loss) {
    float[] planes = new float[3 * 2 * n];
    Arrays.fill(planes, n, 3 * n, 1);
    byte[] labels = new byte[2 * n];
    Arrays.fill(labels, n, 2 * n, (byte) 1);
    return GradientMasks_FloatPlainSquared3Dice.diceLoss(
        new GradientMasks.FloatPlainSquared3(planes), new GradientMasks.Bytes3(labels), loss);
  }

  /**
   * MONAI 1.5.0 made 0 of the logits of masked pixels, and predictions of ½ of that; later it
   * leaves out the probabilities, as it is here.
   */
  @Test
  void aPerfectPredictionOfWhatIsNotIgnoredHasNoLoss() {
    float[] logits = new float[200];
    byte[] labels = new byte[200];
    float[] gradient = new float[200];
    for (int i = 0; i < 200; i++) {
      boolean foreground = i % 10 == 0;
      labels[i] = (byte) (i % 4 == 3 ? 255 : foreground ? 1 : 0);
      logits[i] = i % 8 == 3 ? 0 : i % 8 == 7 ? 50 : foreground ? 100 : -100;
    }
    var prediction = new GradientMasks.FloatSigmoidSquared1(logits);
    var truth = new GradientMasks.Bytes1(labels);
    assertThat(GradientMasks_FloatSigmoidSquared1Dice.lossAndGradient(prediction, truth, gradient))
        .isZero();
    assertThat(gradient).containsOnly(0);
    assertThat(GradientMasks_FloatSigmoidSquared1Dice.overlap(prediction, truth))
        .isEqualTo(new Overlap(20, 20, 20, 150));
  }

  @Test
  void aProbabilityOfHalfIsBackground() {
    float[] half = {0.5f, Math.nextUp(0.5f), 1, 0.5f, 0};
    byte[] labels = {1, 1, 1, 0, 0};
    assertThat(
            GradientMasks_FloatPlainSoftLabel1Dice.overlap(
                new GradientMasks.FloatPlainSoftLabel1(half), new GradientMasks.Bytes1(labels)))
        .isEqualTo(new Overlap(2, 2, 3, 5));
    float[] logits = {0, -0f, 1e-3f, 0, -1};
    assertThat(
            GradientMasks_FloatSigmoidSquared1Dice.overlap(
                new GradientMasks.FloatSigmoidSquared1(logits), new GradientMasks.Bytes1(labels)))
        .isEqualTo(new Overlap(1, 1, 3, 5));
  }
}
