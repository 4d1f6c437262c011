package dev.sorensen.examples.evaluate.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sorensen.reference.MaskView;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VolumeTest {

  @Test
  void foregroundIsNeitherZeroNorNan() {
    Volume volume =
        Volumes.ofDoubles(
            0,
            -0.0,
            Double.NaN,
            Double.longBitsToDouble(0xfff8000000000001L),
            -3,
            0.25,
            Double.MIN_VALUE,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY);

    assertThat(Volumes.foreground(volume))
        .containsExactly(false, false, false, false, true, true, true, true, true);
  }

  @Test
  void foregroundIsOfTheScaledValue() {
    Volume volume = Volumes.ofBytes(new Scaling(2, -2), 0, 1, 2);

    assertThat(Volumes.foreground(volume)).containsExactly(true, false, true);
  }

  @Test
  void integersAreNotRounded() {
    Volume signed = Volumes.ofLongs(VoxelType.INT64, Long.MAX_VALUE, Long.MIN_VALUE, -1);
    Volume unsigned = Volumes.ofLongs(VoxelType.UINT64, Long.MAX_VALUE, Long.MIN_VALUE, -1);

    assertThat(Volumes.integers(signed))
        .containsExactly("9223372036854775807", "-9223372036854775808", "-1");
    assertThat(Volumes.integers(unsigned))
        .containsExactly("9223372036854775807", "9223372036854775808", "18446744073709551615");
  }

  @Test
  void onlyWholeFiniteNumbersAreIntegers() {
    Volume volume = Volumes.ofDoubles(-0.0, 2, -3, 0x1p70, 0.5, Double.POSITIVE_INFINITY);

    assertThat(Volumes.integers(volume))
        .containsExactly("0", "2", "-3", BigInteger.TWO.pow(70).toString(), null, null);
  }

  @Test
  void unsignedLongsRoundToTheNearestDouble() {
    Volume volume =
        Volumes.ofLongs(VoxelType.UINT64, 5, -1, 0x8000000000000401L, 0x8000000000000400L);

    assertThat(volume.value(volume.bits(0))).isEqualTo(5);
    assertThat(volume.value(volume.bits(1))).isEqualTo(0x1p64);
    assertThat(volume.value(volume.bits(2))).isEqualTo(0x1p63 + 0x1p11);
    // Half-way: to the even one.
    assertThat(volume.value(volume.bits(3))).isEqualTo(0x1p63);
  }

  @Test
  void onlyUnscaledIntegersOfTwoBytesAreSmall() {
    assertThat(Volumes.ofBytes(1, 2).hasSmallLabels()).isTrue();
    assertThat(Volumes.ofShorts(VoxelType.INT16, 1, -2).hasSmallLabels()).isTrue();
    assertThat(Volumes.ofBytes(new Scaling(2, 0), 1, 2).hasSmallLabels()).isFalse();
    assertThat(Volumes.ofLongs(VoxelType.INT64, 1).hasSmallLabels()).isFalse();
    assertThat(Volumes.ofDoubles(1).hasSmallLabels()).isFalse();
  }

  @Test
  void scaledNumbersMayBeProbabilities() {
    Volume volume = Volumes.ofBytes(new Scaling(1 / 255.0, 0), 0, 20, 127, 128, 255);

    assertThat(volume.isProbabilities()).isTrue();
    assertThat(volume.type()).isEqualTo("uint8 probabilities");
    for (double threshold : new double[] {0, 0.05, 0.5, 127 / 255.0, 1}) {
      Volume above = volume.above(threshold);
      MaskView view = above.foreground().view();
      for (int i = 0; i < volume.size(); i++) {
        assertThat(view.foreground(i))
            .isEqualTo(above.isForeground(above.bits(i)))
            .isEqualTo(volume.value(volume.bits(i)) > threshold);
      }
    }
    assertThat(Volumes.ofBytes(new Scaling(2, 0), 0, 1).isProbabilities()).isFalse();
    assertThat(Volumes.ofBytes(new Scaling(0.5, 0), 0, 2).isProbabilities()).isFalse();
  }

  @Test
  void probabilitiesRoundToZeroAndOne() {
    assertThat(Volumes.ofDoubles(0, 1, 0.25, Double.NaN).isProbabilities()).isTrue();
    assertThat(Volumes.ofDoubles(0, 1, -0.0, Double.NaN).isProbabilities()).isFalse();
    assertThat(Volumes.ofDoubles(-0.1, 1.1).isProbabilities()).isTrue();
    assertThat(Volumes.ofDoubles(0, 0.5, 1.5).isProbabilities()).isFalse();
    assertThat(Volumes.ofDoubles(0, 0.5, -0.5).isProbabilities()).isFalse();
    assertThat(Volumes.ofDoubles(0, 0.5).type()).isEqualTo("float64 probabilities");
  }

  @ParameterizedTest
  @CsvSource({"1, 2x3x4x2", "2, 2x3x8", "4, 6x1x8", "8, 2x3x4x2"})
  void planesHaveTheVoxelsAlongTheFirstTwoDimensions(int bytes, String sizes) {
    byte[] voxels = new byte[48 * bytes];
    for (int i = 0; i < 48; i++) {
      voxels[i * bytes] = (byte) i;
    }
    Volume volume =
        new Volume(
            Shape.of(Arrays.stream(sizes.split("x")).mapToLong(Long::parseLong).toArray()),
            Map.of(1, VoxelType.INT8, 2, VoxelType.INT16, 4, VoxelType.INT32, 8, VoxelType.UINT64)
                .get(bytes),
            Scaling.NONE,
            ByteOrder.LITTLE_ENDIAN,
            voxels);

    assertThat(volume.shape().planes()).isEqualTo(8);
    for (int plane = 0; plane < 8; plane++) {
      Volume alone = volume.plane(plane);
      assertThat(alone.shape().voxels()).isEqualTo(6);
      for (int i = 0; i < 6; i++) {
        assertThat(alone.bits(i)).isEqualTo(6L * plane + i);
      }
    }
  }

  @Test
  void planesKeepWhatTheVolumeIs() {
    // Alone, the second plane would be a volume of labels.
    Volume volume = Volumes.ofDoubles(Shape.of(2, 1, 2), 0.25, 0.75, 1, 0);

    assertThat(volume.above(0.9).plane(1).isProbabilities()).isTrue();
    assertThat(Volumes.foreground(volume.above(0.5).plane(0))).containsExactly(false, true);
    assertThat(Volumes.foreground(volume.above(0.9).plane(0))).containsExactly(false, false);
  }

  @Test
  void theArrayHasTheShape() {
    assertThatThrownBy(
            () ->
                new Volume(
                    Shape.of(2, 2),
                    VoxelType.INT16,
                    Scaling.NONE,
                    ByteOrder.LITTLE_ENDIAN,
                    new byte[7]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("7 bytes for 2 x 2 voxels of int16");
  }
}
