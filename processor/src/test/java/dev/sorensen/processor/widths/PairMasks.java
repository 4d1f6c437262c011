package dev.sorensen.processor.widths;

import dev.sorensen.Activation;
import dev.sorensen.EmptyMasks;
import dev.sorensen.Extent;
import dev.sorensen.Layout;
import dev.sorensen.Pixels;
import dev.sorensen.RunEncoding;
import dev.sorensen.SegmentationMask;
import java.lang.foreign.MemorySegment;

/** One type of each layout, compared with all the others. */
final class PairMasks {

  private PairMasks() {}

  @SegmentationMask(
      emptyMasks = EmptyMasks.ZERO,
      truths = {
        Labels.class,
        Shorts.class,
        Floats.class,
        Doubles.class,
        Starts.class,
        Ends.class,
        Counts.class,
        OffHeapBits.class,
        OffHeapLabels.class,
        OffHeapShorts.class,
        OffHeapFloats.class,
        OffHeapDoubles.class,
        OffHeapRuns.class
      })
  record Bits(@Pixels long[] words, @Extent int width, @Extent int height) {}

  @SegmentationMask(
      foreground = 7,
      ignoreLabel = 255,
      truths = {
        Bits.class,
        Shorts.class,
        Floats.class,
        Doubles.class,
        Starts.class,
        Ends.class,
        Counts.class,
        OffHeapBits.class,
        OffHeapLabels.class,
        OffHeapShorts.class,
        OffHeapFloats.class,
        OffHeapDoubles.class,
        OffHeapRuns.class
      })
  record Labels(@Pixels byte[] labels, @Extent int width, @Extent int height) {}

  /** Without extents, and with every label but 0 as foreground. */
  @SegmentationMask(
      ignoreLabel = 40_000,
      truths = {
        Bits.class,
        Labels.class,
        Floats.class,
        Doubles.class,
        Starts.class,
        Ends.class,
        Counts.class,
        OffHeapBits.class,
        OffHeapLabels.class,
        OffHeapShorts.class,
        OffHeapFloats.class,
        OffHeapDoubles.class,
        OffHeapRuns.class
      })
  record Shorts(@Pixels short[] labels) {}

  @SegmentationMask(
      threshold = 0.25,
      truths = {
        Bits.class,
        Labels.class,
        Shorts.class,
        Doubles.class,
        Starts.class,
        Ends.class,
        Counts.class,
        OffHeapBits.class,
        OffHeapLabels.class,
        OffHeapShorts.class,
        OffHeapFloats.class,
        OffHeapDoubles.class,
        OffHeapRuns.class
      })
  record Floats(@Pixels float[] values, @Extent int width, @Extent int height) {}

  /** With one extent where others have two. */
  @SegmentationMask(
      threshold = 0.1,
      truths = {
        Bits.class,
        Labels.class,
        Shorts.class,
        Floats.class,
        Starts.class,
        Ends.class,
        Counts.class,
        OffHeapBits.class,
        OffHeapLabels.class,
        OffHeapShorts.class,
        OffHeapFloats.class,
        OffHeapDoubles.class,
        OffHeapRuns.class
      })
  record Doubles(@Pixels double[] values, @Extent long pixels) {}

  @SegmentationMask(
      truths = {
        Bits.class,
        Labels.class,
        Shorts.class,
        Floats.class,
        Doubles.class,
        Ends.class,
        Counts.class,
        OffHeapBits.class,
        OffHeapLabels.class,
        OffHeapShorts.class,
        OffHeapFloats.class,
        OffHeapDoubles.class,
        OffHeapRuns.class
      })
  record Starts(@Pixels int[] runs, @Extent int width, @Extent int height) {}

  @SegmentationMask(
      runs = RunEncoding.START_END,
      truths = {
        Bits.class,
        Labels.class,
        Shorts.class,
        Floats.class,
        Doubles.class,
        Starts.class,
        Counts.class,
        OffHeapBits.class,
        OffHeapLabels.class,
        OffHeapShorts.class,
        OffHeapFloats.class,
        OffHeapDoubles.class,
        OffHeapRuns.class
      })
  record Ends(@Pixels int[] runs, @Extent int width, @Extent int height) {}

  @SegmentationMask(
      runs = RunEncoding.COUNTS,
      truths = {
        Bits.class,
        Labels.class,
        Shorts.class,
        Floats.class,
        Doubles.class,
        Starts.class,
        Ends.class,
        OffHeapBits.class,
        OffHeapLabels.class,
        OffHeapShorts.class,
        OffHeapFloats.class,
        OffHeapDoubles.class,
        OffHeapRuns.class
      })
  record Counts(@Pixels int[] runs, @Extent int width, @Extent int height) {}

  @SegmentationMask(
      activation = Activation.SIGMOID,
      threshold = 0.3,
      truths = {Bits.class, Labels.class, Floats.class, Doubles.class, Counts.class})
  record Logits(@Pixels float[] logits, @Extent int width, @Extent int height) {}

  @SegmentationMask(
      layout = Layout.DOUBLE,
      activation = Activation.SIGMOID,
      truths = {Bits.class, Shorts.class, Floats.class, Doubles.class, Starts.class})
  record OffHeapLogits(@Pixels MemorySegment logits, @Extent int width, @Extent int height) {}

  @SegmentationMask(
      layout = Layout.BIT_PACKED,
      truths = {Bits.class, Labels.class, Floats.class, Counts.class, OffHeapLabels.class})
  record OffHeapBits(@Pixels MemorySegment words, @Extent int width, @Extent int height) {}

  @SegmentationMask(
      layout = Layout.BYTE,
      ignoreLabel = 200,
      truths = {Bits.class, Labels.class, Doubles.class, Ends.class, OffHeapBits.class})
  record OffHeapLabels(@Pixels MemorySegment labels) {}

  @SegmentationMask(
      layout = Layout.SHORT,
      foreground = 7,
      truths = {Bits.class, Shorts.class, OffHeapLabels.class})
  record OffHeapShorts(@Pixels MemorySegment labels, @Extent int width, @Extent int height) {}

  @SegmentationMask(
      layout = Layout.FLOAT,
      threshold = 0.25,
      truths = {Bits.class, Labels.class, Floats.class, Doubles.class, Counts.class})
  record OffHeapFloats(@Pixels MemorySegment values) {}

  @SegmentationMask(
      layout = Layout.DOUBLE,
      truths = {Bits.class, Labels.class, Floats.class, Doubles.class, OffHeapFloats.class})
  record OffHeapDoubles(@Pixels MemorySegment values, @Extent int width, @Extent int height) {}

  @SegmentationMask(
      layout = Layout.RLE,
      runs = RunEncoding.COUNTS,
      truths = {Bits.class, Labels.class, Starts.class, Floats.class, OffHeapBits.class})
  record OffHeapRuns(@Pixels MemorySegment runs, @Extent int width, @Extent int height) {}
}
