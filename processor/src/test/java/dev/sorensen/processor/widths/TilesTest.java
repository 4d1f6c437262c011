package dev.sorensen.processor.widths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.ClassOverlaps;
import dev.sorensen.Overlap;
import dev.sorensen.SoftOverlap;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tiles of a mask add up to the mask. */
@Tag("widths")
final class TilesTest {

  static IntStream seeds() {
    return IntStream.range(0, 30);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void tilesAddUp(int seed) {
    Random random = new Random(seed);
    int pixels = 1 + random.nextInt(20_000);
    byte[] p = new byte[pixels];
    byte[] t = new byte[pixels];
    float[] values = new float[pixels];
    for (int i = 0; i < pixels; i++) {
      p[i] = (byte) random.nextInt(6);
      t[i] = random.nextInt(5) == 0 ? (byte) 255 : (byte) random.nextInt(6);
      values[i] = random.nextInt(4) / 4f;
    }
    Overlap labels = Overlap.NONE;
    SoftOverlap sums = SoftOverlap.NONE;
    ClassOverlaps classes = null;
    for (int from = 0; from < pixels; ) {
      int to = Math.min(pixels, from + 1 + random.nextInt(3_000));
      int width = to - from;
      byte[] tileP = Arrays.copyOfRange(p, from, to);
      byte[] tileT = Arrays.copyOfRange(t, from, to);
      PairMasks.Labels truth = new PairMasks.Labels(tileT, width, 1);
      PairMasks.Floats soft = new PairMasks.Floats(Arrays.copyOfRange(values, from, to), width, 1);
      labels = labels.plus(PairMasks_FloatsDice.overlap(soft, truth));
      sums = sums.plus(PairMasks_FloatsDice.softOverlap(soft, truth));
      ClassOverlaps tile =
          ClassMasks_Bytes6Dice.overlaps(
              new ClassMasks.Bytes6(tileP, width), new ClassMasks.Partial6(tileT, width));
      classes = classes == null ? tile : classes.plus(tile);
      from = to;
    }
    PairMasks.Labels truth = new PairMasks.Labels(t, pixels, 1);
    PairMasks.Floats soft = new PairMasks.Floats(values, pixels, 1);
    assertThat(labels).as("seed %d", seed).isEqualTo(PairMasks_FloatsDice.overlap(soft, truth));
    // Quarters add up without rounding.
    assertThat(sums).as("seed %d", seed).isEqualTo(PairMasks_FloatsDice.softOverlap(soft, truth));
    assertThat(classes)
        .as("seed %d", seed)
        .isEqualTo(
            ClassMasks_Bytes6Dice.overlaps(
                new ClassMasks.Bytes6(p, pixels), new ClassMasks.Partial6(t, pixels)));
  }
}
