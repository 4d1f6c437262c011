package dev.sorensen.examples.evaluate.mask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.Overlap;
import dev.sorensen.reference.MaskView;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Part of a mask has the voxels of the mask, whatever it is made of. */
final class MaskPartTest {

  private static final int VOXELS = 1000;

  private static final boolean[] FOREGROUND = foreground();

  private static boolean[] foreground() {
    Random random = new Random(6);
    boolean[] foreground = new boolean[VOXELS];
    for (int i = 0; i < VOXELS; i++) {
      // Stretches, so that there are runs that a part begins and ends within.
      foreground[i] = i > 0 && random.nextInt(8) > 0 ? foreground[i - 1] : random.nextBoolean();
    }
    return foreground;
  }

  static Stream<Mask> masks() {
    long[] words = new long[Math.ceilDiv(VOXELS, Long.SIZE)];
    byte[] bytes = new byte[VOXELS];
    short[] shorts = new short[VOXELS];
    float[] floats = new float[VOXELS];
    double[] doubles = new double[VOXELS];
    List<Integer> counts = new ArrayList<>(List.of(0));
    for (int i = 0; i < VOXELS; i++) {
      if (FOREGROUND[i] == (counts.size() % 2 == 1)) {
        counts.add(0);
      }
      counts.set(counts.size() - 1, counts.getLast() + 1);
      if (FOREGROUND[i]) {
        words[i / Long.SIZE] |= 1L << i;
        bytes[i] = -1;
        shorts[i] = 256;
        floats[i] = 1;
        doubles[i] = 0.75;
      }
    }
    return Stream.of(
        new BitMask(MemorySegment.ofArray(words), VOXELS),
        new ByteMask(MemorySegment.ofArray(bytes)),
        new ShortMask(MemorySegment.ofArray(shorts)),
        new FloatMask(MemorySegment.ofArray(floats)),
        new DoubleMask(MemorySegment.ofArray(doubles)),
        new RunMask(counts.stream().mapToInt(Integer::intValue).toArray(), VOXELS));
  }

  @ParameterizedTest
  @MethodSource("masks")
  void hasTheVoxelsOfTheMask(Mask mask) {
    for (int length : new int[] {0, 1, 63, 64, 65, 128, 300}) {
      for (int first = 0; first + length <= VOXELS; first++) {
        Mask part = mask.part(first, length);
        MaskView view = part.view();
        assertThat(view.pixels()).isEqualTo(length);
        long expected = 0;
        for (int i = 0; i < length; i++) {
          assertThat(view.foreground(i)).as("%d of %d", i, first).isEqualTo(FOREGROUND[first + i]);
          expected += FOREGROUND[first + i] ? 1 : 0;
        }
        assertThat(part.overlap(part))
            .as("%d from %d", length, first)
            .isEqualTo(new Overlap(expected, expected, expected, length));
      }
    }
  }
}
