package dev.sorensen.processor.widths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.sorensen.Overlap;
import dev.sorensen.SoftDiceEvaluator;
import dev.sorensen.processor.widths.PairMasks.Bits;
import dev.sorensen.processor.widths.PairMasks.Doubles;
import dev.sorensen.processor.widths.PairMasks.Floats;
import dev.sorensen.processor.widths.PairMasks.Labels;
import dev.sorensen.processor.widths.PairMasks.Logits;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sweeps of more thresholds than {@link PairsTest} has. */
@Tag("widths")
final class SweepTest {

  private static final int WIDTH = 100;

  static IntStream seeds() {
    return IntStream.range(0, 40);
  }

  /** In steps of 1 / many, with 0 and 1. */
  private static float[] thresholds(int many) {
    float[] thresholds = new float[many + 1];
    for (int k = 0; k <= many; k++) {
      thresholds[k] = (float) k / many;
    }
    return thresholds;
  }

  /** Noise, then a slope, then a plain. */
  private static float[] map(int pixels, Random random) {
    float[] map = new float[pixels];
    double steepness = random.nextDouble() / 20;
    for (int i = 0; i < pixels; i++) {
      double slope = 0.5 + 0.5 * Math.sin(i * steepness);
      map[i] = i < pixels / 3 ? random.nextFloat() : (float) (i < 2 * pixels / 3 ? slope : 0.02);
    }
    return map;
  }

  private static Overlap[] expected(
      int pixels,
      IntToDoubleFunction prediction,
      IntPredicate truth,
      IntPredicate counts,
      float[] thresholds) {
    Overlap[] overlaps = new Overlap[thresholds.length];
    for (int k = 0; k < thresholds.length; k++) {
      float threshold = thresholds[k];
      IntPredicate above = i -> prediction.applyAsDouble(i) > threshold;
      overlaps[k] =
          new Overlap(
              IntStream.range(0, pixels).filter(counts).filter(truth).filter(above).count(),
              IntStream.range(0, pixels).filter(counts).filter(above).count(),
              IntStream.range(0, pixels).filter(counts).filter(truth).count(),
              IntStream.range(0, pixels).filter(counts).count());
    }
    return overlaps;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void manyThresholdsCountAsOneAfterAnother(int seed) {
    Random random = new Random(seed);
    int height = 1 + random.nextInt(20);
    int pixels = WIDTH * height;
    float[] thresholds = thresholds(1 + random.nextInt(200));
    float[] map = map(pixels, random);
    byte[] labels = new byte[pixels];
    long[] words = new long[(pixels + 63) / 64];
    for (int i = 0; i < pixels; i++) {
      labels[i] = new byte[] {0, 1, 7, 7, (byte) 255}[random.nextInt(5)];
      words[i / 64] |= labels[i] == 7 ? 1L << i : 0;
    }
    IntPredicate truth = i -> labels[i] == 7;
    IntPredicate all = i -> true;

    assertThat(
            PairMasks_FloatsDice.againstPairMasks_Labels()
                .sweep(
                    new Floats(map, WIDTH, height), new Labels(labels, WIDTH, height), thresholds))
        .as("seed %d, floats", seed)
        .isEqualTo(expected(pixels, i -> map[i], truth, i -> labels[i] != -1, thresholds));

    double[] doubles = new double[pixels];
    float[] logits = new float[pixels];
    for (int i = 0; i < pixels; i++) {
      doubles[i] = Math.nextUp((double) map[i]);
      logits[i] = (float) Math.log(map[i] / (1 - map[i]));
    }
    Bits bits = new Bits(words, WIDTH, height);
    assertThat(
            PairMasks_DoublesDice.againstPairMasks_Bits()
                .sweep(new Doubles(doubles, pixels), bits, thresholds))
        .as("seed %d, doubles", seed)
        .isEqualTo(expected(pixels, i -> doubles[i], truth, all, thresholds));
    assertThat(
            PairMasks_LogitsDice.againstPairMasks_Bits()
                .sweep(new Logits(logits, WIDTH, height), bits, thresholds))
        .as("seed %d, logits", seed)
        .isEqualTo(
            expected(pixels, i -> 1 / (1 + StrictMath.exp(-logits[i])), truth, all, thresholds));
  }

  @Test
  void thresholdsMustBeNumbers() {
    SoftDiceEvaluator<Floats, Floats, float[]> evaluator = PairMasks_FloatsDice.evaluator();
    Floats mask = new Floats(new float[] {0.5f}, 1, 1);
    assertThat(evaluator.sweep(mask, mask)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> evaluator.sweep(mask, mask, 0.5f, Float.NaN))
        .withMessage("thresholds[1] is NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> evaluator.bestThreshold(mask, mask, Float.NaN));
    assertThatNullPointerException()
        .isThrownBy(() -> evaluator.sweep(mask, mask, (float[]) null))
        .withMessage("thresholds");
  }

  @Test
  void allocatesNothingThatGrowsWithTheImage() {
    float[] thresholds = thresholds(98);
    Floats small = new Floats(map(6_400, new Random(1)), 64, 100);
    Floats large = new Floats(map(640_000, new Random(1)), 64, 10_000);
    Allocation.isAtMost(
        20_000,
        () -> PairMasks_FloatsDice.evaluator().sweep(small, small, thresholds),
        () -> PairMasks_FloatsDice.evaluator().sweep(large, large, thresholds));
  }
}
