package dev.sorensen.reference;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sorensen.Activation;
import dev.sorensen.Layout;
import dev.sorensen.RunEncoding;
import dev.sorensen.SegmentationMask;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every factory on a segment shows what it shows on an array of the same elements. */
class SegmentViewTest {

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);
  private final Arena arena = Arena.ofConfined();

  @AfterEach
  void free() {
    arena.close();
  }

  /** Copies an array off the heap, to an address that no element is aligned to. */
  private MemorySegment offHeap(MemorySegment array) {
    MemorySegment copy = arena.allocate(array.byteSize() + 1, 16).asSlice(1);
    return copy.copyFrom(array);
  }

  private void assertSame(MaskView segment, MaskView array) {
    assertThat(segment.pixels()).as("seed %d", seed).isEqualTo(array.pixels()).isPositive();
    assertThat(segment.classes()).isEqualTo(array.classes());
    assertThat(segment.isSoft()).isEqualTo(array.isSoft());
    assertThat(segment.isLabelMap()).isEqualTo(array.isLabelMap());
    for (int c = 0; c < array.classes(); c++) {
      for (long i = 0; i < array.pixels(); i++) {
        String as = "seed %d, class %d, pixel %d".formatted(seed, c, i);
        assertThat(segment.foreground(c, i)).as(as).isEqualTo(array.foreground(c, i));
        // Boxed: NaN equals NaN.
        assertThat(segment.value(c, i)).as(as).isEqualTo(Double.valueOf(array.value(c, i)));
        assertThat(segment.rawValue(c, i)).as(as).isEqualTo(Double.valueOf(array.rawValue(c, i)));
        assertThat(segment.ignored(i)).as(as).isEqualTo(array.ignored(i));
      }
    }
  }

  @Test
  void bits() {
    long[] words = random.longs(6).toArray();
    MemorySegment segment = offHeap(MemorySegment.ofArray(words));
    assertSame(MaskView.ofBits(segment, 300), MaskView.ofBits(words, 300));
    assertSame(MaskView.ofBitPlanes(segment, 100, 3), MaskView.ofBitPlanes(words, 100, 3));
  }

  @Test
  void bytes() {
    byte[] labels = new byte[200];
    random.nextBytes(labels);
    for (int i = 0; i < 100; i++) {
      labels[i] &= 3;
    }
    MemorySegment segment = offHeap(MemorySegment.ofArray(labels));
    int any = SegmentationMask.ANY_NON_ZERO;
    assertSame(MaskView.ofLabels(Layout.BYTE, segment, any, 2), MaskView.ofLabels(labels, any, 2));
    assertSame(MaskView.ofLabels(Layout.BYTE, segment, 3, -1), MaskView.ofLabels(labels, 3, -1));
    assertSame(
        MaskView.ofLabelMap(Layout.BYTE, segment, 201, 1), MaskView.ofLabelMap(labels, 201, 1));
  }

  @Test
  void shorts() {
    short[] labels = new short[200];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (short) (i < 100 ? random.nextInt(4) : random.nextInt(1 << 16));
    }
    labels[199] = -2;
    MemorySegment segment = offHeap(MemorySegment.ofArray(labels));
    int any = SegmentationMask.ANY_NON_ZERO;
    assertSame(MaskView.ofLabels(Layout.SHORT, segment, any, 2), MaskView.ofLabels(labels, any, 2));
    assertSame(
        MaskView.ofLabels(Layout.SHORT, segment, 65_534, -1),
        MaskView.ofLabels(labels, 65_534, -1));
    assertSame(
        MaskView.ofLabelMap(Layout.SHORT, segment, 3, 65_534),
        MaskView.ofLabelMap(labels, 3, 65_534));
  }

  @Test
  void floats() {
    float[] values = new float[60];
    for (int i = 0; i < values.length; i++) {
      values[i] = i == 7 ? Float.NaN : (float) random.nextGaussian();
    }
    MemorySegment segment = offHeap(MemorySegment.ofArray(values));
    assertSame(
        MaskView.ofProbabilities(Layout.FLOAT, segment, 0.25),
        MaskView.ofProbabilities(values, 0.25));
    for (Activation activation : Activation.values()) {
      assertSame(
          MaskView.ofProbabilities(Layout.FLOAT, segment, 0.25, activation),
          MaskView.ofProbabilities(values, 0.25, activation));
      assertSame(
          MaskView.ofProbabilityPlanes(Layout.FLOAT, segment, 3, 0.25, activation),
          MaskView.ofProbabilityPlanes(values, 3, 0.25, activation));
    }
  }

  @Test
  void doubles() {
    double[] values = random.doubles(60, -3, 3).toArray();
    values[7] = Double.NaN;
    MemorySegment segment = offHeap(MemorySegment.ofArray(values));
    assertSame(
        MaskView.ofProbabilities(Layout.DOUBLE, segment, 0.25),
        MaskView.ofProbabilities(values, 0.25));
    for (Activation activation : Activation.values()) {
      assertSame(
          MaskView.ofProbabilities(Layout.DOUBLE, segment, 0.25, activation),
          MaskView.ofProbabilities(values, 0.25, activation));
      assertSame(
          MaskView.ofProbabilityPlanes(Layout.DOUBLE, segment, 3, 0.25, activation),
          MaskView.ofProbabilityPlanes(values, 3, 0.25, activation));
    }
  }

  @Test
  void runs() {
    int[] runs = {1, 2, 3, 0, 5, 4};
    MemorySegment segment = offHeap(MemorySegment.ofArray(runs));
    for (RunEncoding encoding : RunEncoding.values()) {
      assertSame(MaskView.ofRuns(segment, encoding, 15), MaskView.ofRuns(runs, encoding, 15));
    }
  }

  @Test
  void aSegmentOnTheHeapServesToo() {
    byte[] labels = {0, 1, 0, 1, 1};
    MemorySegment slice = MemorySegment.ofArray(labels).asSlice(1, 4);
    MaskView view =
        MaskView.ofLabels(
            Layout.SHORT, slice, SegmentationMask.ANY_NON_ZERO, SegmentationMask.NO_LABEL);
    assertThat(view.pixels()).isEqualTo(2);
    assertThat(view.foreground(0)).isTrue();
  }

  @Test
  void layoutsThatAreNotTheFactorys() {
    MemorySegment segment = arena.allocate(8);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MaskView.ofLabels(Layout.FLOAT, segment, 1, -1))
        .withMessage("labels are BYTE or SHORT, not FLOAT");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MaskView.ofLabelMap(Layout.INFERRED, segment, 2, -1))
        .withMessage("labels are BYTE or SHORT, not INFERRED");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MaskView.ofProbabilities(Layout.BYTE, segment, 0.5))
        .withMessage("probabilities are FLOAT or DOUBLE, not BYTE");
  }

  /** A file of holes but for what is written to it: it takes no room to speak of. */
  private MemorySegment mapped(Path file, long bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.SPARSE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      return channel.map(MapMode.READ_WRITE, 0, bytes, arena);
    }
  }

  @Test
  void masksOfMorePixelsThanAnIntHolds(@TempDir Path directory) throws IOException {
    long pixels = (1L << 32) + 3;
    MemorySegment segment = mapped(directory.resolve("mask"), 4 * pixels);
    segment.set(JAVA_BYTE, pixels - 1, (byte) 2);
    MaskView labels = MaskView.ofLabelMap(Layout.BYTE, segment.asSlice(0, pixels), 3, 1);
    assertThat(labels.pixels()).isEqualTo(pixels);
    assertThat(labels.foreground(2, pixels - 1)).isTrue();
    assertThat(labels.foreground(2, 2)).isFalse();

    segment.setAtIndex(ValueLayout.JAVA_FLOAT, pixels - 1, 0.75f);
    MaskView values = MaskView.ofProbabilities(Layout.FLOAT, segment, 0.5);
    assertThat(values.pixels()).isEqualTo(pixels);
    assertThat(values.value(pixels - 1)).isEqualTo(0.75);
    assertThat(values.value(2)).isEqualTo(0);
    MaskView planes = MaskView.ofProbabilityPlanes(Layout.FLOAT, segment, 2, 0.5, Activation.NONE);
    assertThat(planes.pixels()).isEqualTo((1L << 31) + 1);
    assertThat(planes.value(1, pixels - 1 - planes.pixels())).isEqualTo(0.75);
  }
}
