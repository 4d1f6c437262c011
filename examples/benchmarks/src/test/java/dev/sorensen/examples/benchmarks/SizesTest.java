package dev.sorensen.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class SizesTest {

  private static final long MIB = 1L << 20;
  private static final long GIB = 1L << 30;

  @Test
  void pastCacheIsTheFirstWholeNumberOfVolumesThatExceedsTheCache() {
    // Two masks of bytes have 32 MiB a volume.
    assertThat(Sizes.pastCache(2, 63 * MIB, 16 * GIB)).isEqualTo(new Extents(256, 256, 2 * 256));
    assertThat(Sizes.pastCache(2, 64 * MIB, 16 * GIB)).isEqualTo(new Extents(256, 256, 3 * 256));
    assertThat(Sizes.pastCache(0.25, 64 * MIB, 16 * GIB))
        .isEqualTo(new Extents(256, 256, 17 * 256));
  }

  @Test
  void pastCacheIsAtLeastTwoVolumes() {
    assertThat(Sizes.pastCache(8, MIB, 16 * GIB)).isEqualTo(new Extents(256, 256, 512));
  }

  @Test
  void pastCacheLeavesRoomInTheHeapAndInAnIndex() {
    assertThat(Sizes.pastCache(2, 512 * MIB, GIB)).isEqualTo(new Extents(256, 256, 8 * 256));
    Extents most = Sizes.pastCache(0.25, GIB, 16 * GIB);
    assertThat(most.pixels()).isPositive();
    assertThat(most.words()).isEqualTo(most.pixels() / 64);
  }

  @Test
  void pastCacheIsResolvedForEachRow() {
    Extents ours = Sizes.extents(BitsDice.class, Sizes.PAST_CACHE);
    assertThat(Sizes.resolve(BitsDice.class, Sizes.PAST_CACHE)).isEqualTo(ours.toString());
    assertThat(Sizes.pixels(BitsDice.class, ours.toString())).isEqualTo(ours.pixels());
    assertThat(Sizes.resolve(RunsDice.class, "1000")).isEqualTo("1000");
  }

  @Test
  void extentsAreWrittenAsTheyAreRead() {
    assertThat(Extents.parse("37x29")).isEqualTo(new Extents(37, 29, 1)).hasToString("37x29");
    assertThat(Extents.parse("5x4x3").pixels()).isEqualTo(60);
    assertThat(Extents.parse("5x4x3")).hasToString("5x4x3");
    assertThat(Extents.parse("13x5").words()).isEqualTo(2);
    assertThatThrownBy(() -> Extents.parse("12")).hasMessage("12 is not 512x512 or 256x256x256");
    assertThatThrownBy(() -> Extents.parse("65536x65536").pixels())
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void cacheSizesAreReadAsTheSystemWritesThem() {
    assertThat(Machine.bytes("32768K")).isEqualTo(32 * MIB);
    assertThat(Machine.bytes("32M")).isEqualTo(32 * MIB);
    assertThat(Machine.bytes("4096")).isEqualTo(4096);
  }
}
