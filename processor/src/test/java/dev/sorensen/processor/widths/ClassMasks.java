package dev.sorensen.processor.widths;

import dev.sorensen.Activation;
import dev.sorensen.DiceLoss;
import dev.sorensen.EmptyMasks;
import dev.sorensen.Extent;
import dev.sorensen.Layout;
import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;
import java.lang.foreign.MemorySegment;

/** Types with several classes: few that are compared, many that are counted by stretches. */
final class ClassMasks {

  private ClassMasks() {}

  @SegmentationMask(
      classes = 6,
      truths = {Shorts6.class, Partial6.class, Bits6.class})
  record Bytes6(@Pixels byte[] labels, @Extent int width) {}

  @SegmentationMask(
      classes = 6,
      emptyMasks = EmptyMasks.ZERO,
      truths = {Bytes6.class, Partial6.class})
  record Shorts6(@Pixels short[] labels) {}

  @SegmentationMask(
      classes = 6,
      ignoreLabel = 255,
      truths = {Bytes6.class, Shorts6.class, Bits6.class, Background6.class})
  record Partial6(@Pixels byte[] labels, @Extent int width) {}

  /** Ignores a label that is a class. */
  @SegmentationMask(
      classes = 6,
      ignoreLabel = 0,
      truths = {Bytes6.class, Partial6.class, Bits6.class})
  record Background6(@Pixels short[] labels, @Extent int width) {}

  @SegmentationMask(
      classes = 6,
      truths = {Bytes6.class, Partial6.class, Floats6.class, Logits6.class})
  @DiceLoss(smoothNumerator = 1)
  record Bits6(@Pixels long[] words, @Extent int width) {}

  @SegmentationMask(
      classes = 6,
      threshold = 0.25,
      truths = {
        Bytes6.class,
        Shorts6.class,
        Partial6.class,
        Background6.class,
        Bits6.class,
        Doubles6.class
      })
  record Floats6(@Pixels float[] values) {}

  @SegmentationMask(
      classes = 6,
      threshold = 0.3,
      activation = Activation.SIGMOID,
      truths = {Bytes6.class, Partial6.class, Background6.class, Bits6.class, Floats6.class})
  record Doubles6(@Pixels double[] logits, @Extent int width) {}

  @SegmentationMask(
      classes = 6,
      threshold = 0.2,
      activation = Activation.SOFTMAX,
      truths = {
        Bytes6.class,
        Shorts6.class,
        Partial6.class,
        Bits6.class,
        Floats6.class,
        Doubles6.class
      })
  record Logits6(@Pixels float[] logits, @Extent int width) {}

  @SegmentationMask(
      classes = 6,
      layout = Layout.FLOAT,
      activation = Activation.SOFTMAX,
      truths = {Bytes6.class, Partial6.class, Bits6.class, OffHeapBytes6.class, OffHeapBits6.class})
  record OffHeapLogits6(@Pixels MemorySegment logits, @Extent int width) {}

  @SegmentationMask(
      classes = 6,
      layout = Layout.BYTE,
      ignoreLabel = 7,
      truths = {Bytes6.class, OffHeapBits6.class})
  record OffHeapBytes6(@Pixels MemorySegment labels, @Extent int width) {}

  @SegmentationMask(
      classes = 6,
      layout = Layout.BIT_PACKED,
      truths = {Bytes6.class, Floats6.class, Bits6.class})
  record OffHeapBits6(@Pixels MemorySegment words, @Extent int width) {}

  @SegmentationMask(classes = 256)
  record Bytes256(@Pixels byte[] labels, @Extent int width) {}

  @SegmentationMask(classes = 40, truths = Shorts40.class)
  record Bytes40(@Pixels byte[] labels, @Extent int width) {}

  @SegmentationMask(classes = 40, ignoreLabel = 50_000, truths = Bytes40.class)
  record Shorts40(@Pixels short[] labels, @Extent int width) {}

  @SegmentationMask(classes = 300, ignoreLabel = 255)
  record Shorts300(@Pixels short[] labels, @Extent int width) {}

  @SegmentationMask(classes = 65_536)
  record Shorts65536(@Pixels short[] labels, @Extent int width) {}

  @SegmentationMask(
      classes = 40,
      truths = {Bytes40.class, Shorts40.class})
  record Floats40(@Pixels float[] values, @Extent int width) {}

  @SegmentationMask(
      classes = 40,
      layout = Layout.DOUBLE,
      truths = {Bytes40.class, Shorts40.class})
  record OffHeapDoubles40(@Pixels MemorySegment values, @Extent int width) {}
}
