package dev.sorensen.processor.widths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.Overlap;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Masks of more than 2^31 pixels, in a file that takes no space where it is 0. */
final class HugeMaskTest {

  private static final int WIDTH = (1 << 30) + 33;
  private static final long PIXELS = 4L * WIDTH;

  private static void inMappedFile(Path folder, long bytes, Check check) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(folder.resolve("mask").toFile(), "rw");
        Arena arena = Arena.ofShared()) {
      file.setLength(bytes);
      check.on(file.getChannel().map(MapMode.READ_WRITE, 0, bytes, arena));
    }
  }

  private interface Check {
    void on(MemorySegment data);
  }

  @Test
  void labels(@TempDir Path folder) throws IOException {
    inMappedFile(
        folder,
        PIXELS,
        data -> {
          data.set(ValueLayout.JAVA_BYTE, 5, (byte) 1);
          data.set(ValueLayout.JAVA_BYTE, 1L << 31, (byte) 200);
          data.set(ValueLayout.JAVA_BYTE, PIXELS - 1, (byte) 3);
          PairMasks.OffHeapLabels mask = new PairMasks.OffHeapLabels(data);
          // 200 is ignored.
          assertThat(PairMasks_OffHeapLabelsDice.overlap(mask, mask))
              .isEqualTo(new Overlap(2, 2, 2, PIXELS - 1));
        });
  }

  @Test
  void bits(@TempDir Path folder) throws IOException {
    inMappedFile(
        folder,
        (PIXELS + 63) / 64 * 8,
        data -> {
          long words = data.byteSize() / 8;
          data.setAtIndex(ValueLayout.JAVA_LONG, 1L << 25, 7);
          data.setAtIndex(ValueLayout.JAVA_LONG, words - 1, -1);
          PairMasks.OffHeapBits mask = new PairMasks.OffHeapBits(data, WIDTH, 4);
          // Four bits of the last word are pixels.
          Overlap expected = new Overlap(7, 7, 7, PIXELS);
          assertThat(PairMasks_OffHeapBitsDice.overlap(mask, mask)).isEqualTo(expected);
          assertThat(PairMasks_OffHeapBitsDice.dice(mask, mask)).isEqualTo(1);
          assertThat(PairMasks_OffHeapBitsDice.evaluator().overlapParallel(mask, mask))
              .isEqualTo(expected);
        });
  }
}
