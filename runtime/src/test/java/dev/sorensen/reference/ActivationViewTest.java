package dev.sorensen.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sorensen.Activation;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Views of logits. */
class ActivationViewTest {

  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static double[] values(MaskView view, int c) {
    double[] values = new double[Math.toIntExact(view.pixels())];
    for (int i = 0; i < values.length; i++) {
      values[i] = view.value(c, i);
    }
    return values;
  }

  @Test
  void sigmoidByHand() {
    double[] logits = {0, Math.log(3), -Math.log(3), 1000, -1000, INFINITY, -INFINITY, Double.NaN};
    MaskView view = MaskView.ofProbabilities(logits, 0.5, Activation.SIGMOID);
    assertThat(values(view, 0))
        .usingComparatorWithPrecision(1e-15)
        .containsExactly(0.5, 0.75, 0.25, 1, 0, 1, 0, Double.NaN);
    assertThat(view.rawValue(0, 1)).isEqualTo(Math.log(3));
  }

  @Test
  void sigmoidOfFloatsIsComputedInDoubles() {
    MaskView view = MaskView.ofProbabilities(new float[] {0.1f}, 0.5, Activation.SIGMOID);
    assertThat(view.value(0)).isEqualTo(1 / (1 + StrictMath.exp(-0.1f)));
    assertThat((double) (float) view.value(0)).isNotEqualTo(view.value(0));
  }

  @Test
  void theThresholdAppliesToTheProbability() {
    // The sigmoid is 0.6 at about 0.405, and 0.5 at 0.
    float[] logits = {0.4f, 0.41f};
    MaskView view = MaskView.ofProbabilities(logits, 0.6, Activation.SIGMOID);
    assertThat(new boolean[] {view.foreground(0), view.foreground(1)}).containsExactly(false, true);
    MaskView atZero = MaskView.ofProbabilities(new double[] {0, 1e-9}, 0.5, Activation.SIGMOID);
    assertThat(new boolean[] {atZero.foreground(0), atZero.foreground(1)})
        .containsExactly(false, true);
  }

  @Test
  void softmaxByHand() {
    // Two pixels in three classes: (log 1, log 2, log 5), and equal ones.
    double[] logits = {0, 7, Math.log(2), 7, Math.log(5), 7};
    MaskView view = MaskView.ofProbabilityPlanes(logits, 3, 0.6, Activation.SOFTMAX);
    for (int c = 0; c < 3; c++) {
      assertThat(view.value(c, 0)).isCloseTo(new double[] {1, 2, 5}[c] / 8, within(1e-15));
      assertThat(view.value(c, 1)).isCloseTo(1.0 / 3, within(1e-15));
      assertThat(view.foreground(c, 0)).isEqualTo(c == 2);
      assertThat(view.foreground(c, 1)).isFalse();
    }
    assertThat(view.rawValue(1, 1)).isEqualTo(7);
  }

  @Test
  void softmaxOfLargeLogits() {
    float[] logits = {3e38f, -3e38f, 3e38f, -3e38f};
    MaskView view = MaskView.ofProbabilityPlanes(logits, 2, 0.5, Activation.SOFTMAX);
    assertThat(values(view, 0)).containsExactly(0.5, 0.5);
    assertThat(values(view, 1)).containsExactly(0.5, 0.5);
  }

  @Test
  void softmaxOfWhatIsNoNumber() {
    // By pixel: NaN beside 1; infinity beside 1; -infinity beside 1; -infinity in both.
    double[] logits = {Double.NaN, INFINITY, -INFINITY, -INFINITY, 1, 1, 1, -INFINITY};
    MaskView view = MaskView.ofProbabilityPlanes(logits, 2, 0.5, Activation.SOFTMAX);
    assertThat(values(view, 0)).containsExactly(Double.NaN, Double.NaN, 0, Double.NaN);
    assertThat(values(view, 1)[2]).isEqualTo(1);
    assertThat(view.value(1, 0)).isNaN();
    assertThat(view.foreground(1, 0)).isFalse();
    assertThat(view.value(1, 3)).isNaN();
  }

  @Test
  void softmaxOverOneClassIsLeftOut() {
    float[] values = {0.25f, 0, 5, Float.NaN};
    MaskView view = MaskView.ofProbabilities(values, 0.5, Activation.SOFTMAX);
    assertThat(values(view, 0)).containsExactly(0.25, 0, 5, Double.NaN);
    assertThat(view.activation()).isEqualTo(Activation.NONE);
  }

  @Test
  void softmaxAddsUpToOneAndOfTwoClassesIsASigmoid() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 1000; round++) {
      double a = 20 * random.nextGaussian();
      double b = 20 * random.nextGaussian();
      MaskView pair = MaskView.ofProbabilityPlanes(new double[] {a, b}, 2, 0.5, Activation.SOFTMAX);
      MaskView difference = MaskView.ofProbabilities(new double[] {a - b}, 0.5, Activation.SIGMOID);
      String as = "seed %d, round %d: %s and %s".formatted(seed, round, a, b);
      assertThat(pair.value(0, 0) + pair.value(1, 0)).as(as).isCloseTo(1, within(1e-15));
      assertThat(pair.value(0, 0)).as(as).isCloseTo(difference.value(0), within(1e-13));
    }
  }
}
