package dev.sorensen.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.RunEncoding;
import dev.sorensen.SegmentationMask;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MaskViewTest {

  /** A mask as a text of dots and hashes. */
  private static String picture(MaskView view) {
    StringBuilder picture = new StringBuilder();
    for (long i = 0; i < view.pixels(); i++) {
      picture.append(view.ignored(i) ? '?' : view.foreground(i) ? '#' : '.');
    }
    return picture.toString();
  }

  @Test
  void bitsGoFromTheLowest() {
    assertThat(picture(MaskView.ofBits(new long[] {0b1011}, 6))).isEqualTo("##.#..");
  }

  @Test
  void theSignBitIsAPixelLikeAnyOther() {
    MaskView view = MaskView.ofBits(new long[] {1L << 63, 1, -1L << 63}, 130);
    assertThat(picture(view)).isEqualTo(".".repeat(63) + "##" + ".".repeat(63) + "..");
    assertThat(view.pixels()).isEqualTo(130);
  }

  @Test
  void bitsPastTheLastPixelAreNoPixels() {
    assertThat(picture(MaskView.ofBits(new long[] {-1L}, 3))).isEqualTo("###");
  }

  @Test
  void everyLabelButZero() {
    byte[] labels = {0, 1, 127, -128, -1};
    assertThat(
            picture(
                MaskView.ofLabels(
                    labels, SegmentationMask.ANY_NON_ZERO, SegmentationMask.NO_LABEL)))
        .isEqualTo(".####");
  }

  @Test
  void oneLabelIsForeground() {
    byte[] labels = new byte[256];
    for (int i = 0; i < 256; i++) {
      labels[i] = (byte) i;
    }
    for (int label = 0; label < 256; label++) {
      assertThat(picture(MaskView.ofLabels(labels, label, SegmentationMask.NO_LABEL)))
          .isEqualTo(".".repeat(label) + "#" + ".".repeat(255 - label));
    }
  }

  @Test
  void anIgnoredLabelIsNoForeground() {
    byte[] labels = {0, 1, -1, 2};
    MaskView anyButIgnored = MaskView.ofLabels(labels, SegmentationMask.ANY_NON_ZERO, 255);
    assertThat(picture(anyButIgnored)).isEqualTo(".#?#");
    assertThat(anyButIgnored.foreground(2)).isFalse();
    assertThat(picture(MaskView.ofLabels(labels, 0, 1))).isEqualTo("#?..");
    assertThat(picture(MaskView.ofLabels(labels, SegmentationMask.ANY_NON_ZERO, 0)))
        .isEqualTo("?###");
  }

  @Test
  void labelsOf16BitsAreUnsigned() {
    short[] labels = {0, 1, 300, (short) 40_000, -1};
    assertThat(
            picture(
                MaskView.ofLabels(
                    labels, SegmentationMask.ANY_NON_ZERO, SegmentationMask.NO_LABEL)))
        .isEqualTo(".####");
    assertThat(picture(MaskView.ofLabels(labels, 40_000, 65_535))).isEqualTo("...#?");
    assertThat(picture(MaskView.ofLabels(labels, 300, 0))).isEqualTo("?.#..");
  }

  @Test
  void probabilitiesInDoubles() {
    double[] values = {0, 0.1, Math.nextUp(0.1), 1, Double.NaN};
    MaskView view = MaskView.ofProbabilities(values, 0.1);
    assertThat(picture(view)).isEqualTo("..##.");
    assertThat(view.value(2)).isEqualTo(values[2]);
    assertThat(view.pixels()).isEqualTo(5);
  }

  @Test
  void labelsAreWorthOneOrZero() {
    MaskView view = MaskView.ofLabels(new byte[] {0, 5, -1}, 5, SegmentationMask.NO_LABEL);
    assertThat(new double[] {view.value(0), view.value(1), view.value(2)}).containsExactly(0, 1, 0);
  }

  @Test
  void probabilitiesAboveTheThreshold() {
    float[] values = {0, 0.5f, Math.nextUp(0.5f), 1, Float.NaN, -1, Float.POSITIVE_INFINITY};
    MaskView view = MaskView.ofProbabilities(values, 0.5);
    assertThat(picture(view)).isEqualTo("..##..#");
    for (int i = 0; i < values.length; i++) {
      assertThat(view.value(i)).isEqualTo(Double.valueOf(values[i]));
    }
  }

  @Test
  void aThresholdIsADouble() {
    // The float next to 0.1 is above it.
    assertThat(picture(MaskView.ofProbabilities(new float[] {0.1f}, 0.1))).isEqualTo("#");
    assertThat(picture(MaskView.ofProbabilities(new float[] {0.1f}, 0.1f))).isEqualTo(".");
  }

  @Test
  void runsByStartAndLength() {
    MaskView view =
        MaskView.ofRuns(new int[] {1, 2, 4, 0, 5, 1, 6, 2}, RunEncoding.START_LENGTH, 9);
    assertThat(picture(view)).isEqualTo(".##..###.");
  }

  @Test
  void runsByStartAndEnd() {
    MaskView view = MaskView.ofRuns(new int[] {0, 1, 3, 3, 4, 6}, RunEncoding.START_END, 7);
    assertThat(picture(view)).isEqualTo("#...##.");
  }

  @Test
  void runsByCounts() {
    assertThat(picture(MaskView.ofRuns(new int[] {2, 3, 1}, RunEncoding.COUNTS, 6)))
        .isEqualTo("..###.");
    assertThat(picture(MaskView.ofRuns(new int[] {0, 2, 0, 1, 2, 1}, RunEncoding.COUNTS, 6)))
        .isEqualTo("###..#");
  }

  @ParameterizedTest
  @EnumSource
  void noRunsAreNoForeground(RunEncoding encoding) {
    int[] runs = encoding == RunEncoding.COUNTS ? new int[] {5} : new int[0];
    assertThat(picture(MaskView.ofRuns(runs, encoding, 5))).isEqualTo(".....");
    assertThat(picture(MaskView.ofRuns(new int[0], encoding, 0))).isEmpty();
  }

  @Test
  void allEncodingsShowTheSameMask() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 100; round++) {
      int count = random.nextInt(6);
      int[] lengths = new int[2 * count];
      int[] ends = new int[2 * count];
      int[] counts = new int[2 * count + 1];
      StringBuilder expected = new StringBuilder();
      for (int i = 0; i < 2 * count; i += 2) {
        int gap = random.nextInt(4);
        int length = random.nextInt(4);
        expected.append(".".repeat(gap));
        lengths[i] = expected.length();
        ends[i] = expected.length();
        counts[i] = gap;
        expected.append("#".repeat(length));
        lengths[i + 1] = length;
        ends[i + 1] = expected.length();
        counts[i + 1] = length;
      }
      counts[2 * count] = random.nextInt(4);
      expected.append(".".repeat(counts[2 * count]));
      int pixels = expected.length();
      String as = "seed %d, round %d".formatted(seed, round);
      assertThat(picture(MaskView.ofRuns(lengths, RunEncoding.START_LENGTH, pixels)))
          .as(as)
          .isEqualTo(expected.toString());
      assertThat(picture(MaskView.ofRuns(ends, RunEncoding.START_END, pixels)))
          .as(as)
          .isEqualTo(expected.toString());
      assertThat(picture(MaskView.ofRuns(counts, RunEncoding.COUNTS, pixels)))
          .as(as)
          .isEqualTo(expected.toString());
    }
  }
}
