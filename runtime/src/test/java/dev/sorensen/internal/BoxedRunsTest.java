package dev.sorensen.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.RunEncoding;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Masks with one run a row, and with several, against loops over their pixels. */
final class BoxedRunsTest {

  static IntStream seeds() {
    return IntStream.range(0, 500);
  }

  /** Rows of at most one run, many of them full or empty, so that runs go on in the next row. */
  private static boolean[] oneRunEach(Random random, int width, int height) {
    boolean[] mask = new boolean[width * height];
    for (int y = random.nextInt(height); y < height; y++) {
      int start = random.nextInt(3) == 0 ? 0 : random.nextInt(width);
      int end = random.nextInt(3) == 0 ? width : start + random.nextInt(width - start + 1);
      for (int x = start; x < end; x++) {
        mask[y * width + x] = true;
      }
    }
    return mask;
  }

  private static boolean[] noise(Random random, int width, int height) {
    boolean[] mask = new boolean[width * height];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = random.nextInt(3) == 0;
    }
    return mask;
  }

  private static int[] counts(boolean[] mask) {
    List<Integer> counts = new ArrayList<>();
    boolean foreground = false;
    int count = 0;
    for (boolean pixel : mask) {
      if (pixel != foreground) {
        counts.add(count);
        count = 0;
        foreground = pixel;
      }
      count++;
    }
    counts.add(count);
    return counts.stream().mapToInt(c -> c).toArray();
  }

  private static BoxedRuns boxed(boolean[] mask, int width) {
    return BoxedRuns.of(counts(mask), RunEncoding.COUNTS, width, mask.length);
  }

  private static int shared(boolean[] a, boolean[] b) {
    return (int) IntStream.range(0, a.length).filter(i -> a[i] && b[i]).count();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void countsWhatBothShare(int seed) {
    Random random = new Random(seed);
    int width = 1 + random.nextInt(20);
    int height = 1 + random.nextInt(20);
    boolean[] a = oneRunEach(random, width, height);
    boolean[] b = oneRunEach(random, width, height);
    boolean[] noise = noise(random, width, height);
    assertThat(boxed(a, width).shared(boxed(b, width)))
        .as("seed %d, one run each", seed)
        .isEqualTo(shared(a, b));
    assertThat(boxed(a, width).shared(boxed(noise, width)))
        .as("seed %d, several in the truth", seed)
        .isEqualTo(shared(a, noise));
    assertThat(boxed(noise, width).shared(boxed(b, width)))
        .as("seed %d, several in the prediction", seed)
        .isEqualTo(shared(noise, b));
    // As many pixels, in rows of another length.
    assertThat(boxed(a, width).shared(boxed(b, height)))
        .as("seed %d, rows of %d and of %d", seed, width, height)
        .isEqualTo(shared(a, b));
  }

  private static boolean isByRow(int[] runs, long width, long pixels) {
    RunBounds bounds = RunBounds.of(runs, RunEncoding.START_END);
    return RowRuns.of(bounds, MaskBox.ofRuns(bounds, width, pixels)) != null;
  }

  @Test
  void rowsAreKeptWhereEachHasOneRunAndThereAreNotTooMany() {
    assertThat(isByRow(new int[] {2, 5, 12, 13}, 10, 100)).isTrue();
    assertThat(isByRow(new int[] {2, 25}, 10, 100)).isTrue();
    assertThat(isByRow(new int[] {3, 3, 4, 6, 8, 8}, 10, 100)).isTrue();
    assertThat(isByRow(new int[] {2, 5, 6, 7}, 10, 100)).isFalse();
    assertThat(isByRow(new int[] {2, 25, 28, 29}, 10, 100)).isFalse();
    assertThat(isByRow(new int[] {2, 95}, 10, 100)).isFalse();
    assertThat(isByRow(new int[] {2, 5}, 10, 1L << 31)).isFalse();
    assertThat(isByRow(new int[] {4, 4}, 10, 100)).isFalse();
  }
}
