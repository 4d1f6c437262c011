package dev.sorensen.processor.widths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sorensen.DiceEvaluator;
import dev.sorensen.IllegalMaskException;
import dev.sorensen.Overlap;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many masks against many: boxes and shared rows change nothing but the time. */
@Tag("widths")
final class PairwiseTest {

  /** Rectangles of several sizes, some of them empty, some at the edges. */
  private static List<boolean[]> instances(int width, int height, int count, Random random) {
    List<boolean[]> instances = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      boolean[] mask = new boolean[width * height];
      int left = random.nextInt(width + 4) - 4;
      int top = random.nextInt(height + 4) - 4;
      int right = Math.min(width, left + random.nextInt(width / 2 + 1));
      int bottom = Math.min(height, top + random.nextInt(height / 2 + 1));
      for (int y = Math.max(0, top); y < bottom; y++) {
        for (int x = Math.max(0, left); x < right; x++) {
          mask[y * width + x] = random.nextInt(8) != 0;
        }
      }
      instances.add(mask);
    }
    return instances;
  }

  private static Overlap overlap(boolean[] a, boolean[] b) {
    int both = 0;
    int predicted = 0;
    int actual = 0;
    for (int i = 0; i < a.length; i++) {
      both += a[i] && b[i] ? 1 : 0;
      predicted += a[i] ? 1 : 0;
      actual += b[i] ? 1 : 0;
    }
    return new Overlap(both, predicted, actual, a.length);
  }

  private static PairMasks.Bits bits(boolean[] mask, int width, int height) {
    return new PairMasks.Bits(Sample.bits(mask, new Random(1)), width, height);
  }

  private static PairMasks.Counts counts(boolean[] mask, int width, int height) {
    return new PairMasks.Counts(Sample.counts(mask), width, height);
  }

  private static PairMasks.Starts starts(boolean[] mask, int width, int height) {
    return new PairMasks.Starts(Sample.startLength(mask), width, height);
  }

  private static PairMasks.Ends ends(boolean[] mask, int width, int height) {
    return new PairMasks.Ends(Sample.startEnd(mask), width, height);
  }

  private interface Maker<M> {
    M make(boolean[] mask, int width, int height);
  }

  private static <P, T> void check(
      int seed, DiceEvaluator<P, T> evaluator, Maker<P> ofPrediction, Maker<T> ofTruth) {
    Random random = new Random(seed);
    int width = seed % 3 == 0 ? 23 : 1 + random.nextInt(150);
    int height = seed % 3 == 0 ? 31 : 1 + random.nextInt(60);
    List<boolean[]> a = instances(width, height, 12, random);
    List<boolean[]> b = instances(width, height, 9, random);
    List<P> predictions = a.stream().map(m -> ofPrediction.make(m, width, height)).toList();
    List<T> truths = b.stream().map(m -> ofTruth.make(m, width, height)).toList();
    Overlap[][] found = evaluator.pairwise(predictions, truths);
    assertThat(found).hasDimensions(12, 9);
    for (int i = 0; i < 12; i++) {
      for (int j = 0; j < 9; j++) {
        assertThat(found[i][j])
            .as("seed %d, %d x %d, %d and %d", seed, width, height, i, j)
            .isEqualTo(overlap(a.get(i), b.get(j)));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
  void everyPairIsCounted(int seed) {
    check(seed, PairMasks_BitsDice.evaluator(), PairwiseTest::bits, PairwiseTest::bits);
    check(seed, PairMasks_StartsDice.evaluator(), PairwiseTest::starts, PairwiseTest::starts);
    check(seed, PairMasks_CountsDice.evaluator(), PairwiseTest::counts, PairwiseTest::counts);
    check(
        seed,
        PairMasks_EndsDice.againstPairMasks_Counts(),
        PairwiseTest::ends,
        PairwiseTest::counts);
    check(
        seed,
        PairMasks_BitsDice.againstPairMasks_Counts(),
        PairwiseTest::bits,
        PairwiseTest::counts);
    check(seed, PairMasks_EndsDice.againstPairMasks_Bits(), PairwiseTest::ends, PairwiseTest::bits);
  }

  @Test
  void noneAgainstNone() {
    assertThat(PairMasks_BitsDice.evaluator().pairwise(List.of(), List.of())).isEmpty();
  }

  /** The masks lie apart, and still must have the same extents. */
  @Test
  void extentsAreComparedAllTheSame() {
    PairMasks.Bits tall = new PairMasks.Bits(new long[] {1}, 4, 3);
    PairMasks.Bits flat = new PairMasks.Bits(new long[] {8}, 6, 2);
    assertThatThrownBy(() -> PairMasks_BitsDice.evaluator().pairwise(List.of(tall), List.of(flat)))
        .isInstanceOf(IllegalMaskException.class)
        .hasMessageContaining("truth.width is 6, expected 4");
    PairMasks.Starts wrong = new PairMasks.Starts(new int[] {3, 20}, 4, 3);
    assertThatThrownBy(
            () ->
                PairMasks_BitsDice.againstPairMasks_Starts()
                    .pairwise(List.of(tall), List.of(wrong)))
        .isInstanceOf(IllegalMaskException.class)
        .hasMessageContaining("truth.runs[1]");
  }
}
