package dev.sorensen.processor.widths;

import dev.sorensen.DiceLoss;
import dev.sorensen.EmptyMasks;
import dev.sorensen.Extent;
import dev.sorensen.Pixels;
import dev.sorensen.Reduction;
import dev.sorensen.RunEncoding;
import dev.sorensen.SegmentationMask;

/** The mask types of these tests: every layout with every setting, in every kind of type. */
final class Masks {

  private Masks() {}

  @SegmentationMask
  record Bits(@Pixels long[] words, @Extent int width, @Extent int height) {}

  /** Bits in a class with fields. */
  @SegmentationMask(emptyMasks = EmptyMasks.ZERO)
  static final class Slice {
    @Pixels final long[] bits;
    @Extent final long pixels;

    Slice(long[] bits, long pixels) {
      this.bits = bits;
      this.pixels = pixels;
    }
  }

  @SegmentationMask
  record Labels(@Pixels byte[] labels) {}

  /** Labels in a class with accessors. */
  @SegmentationMask(foreground = 7, emptyMasks = EmptyMasks.NAN)
  static final class Organ {
    private final byte[] labels;
    private final int columns;
    private final int rows;

    Organ(byte[] labels, int columns, int rows) {
      this.labels = labels;
      this.columns = columns;
      this.rows = rows;
    }

    @Pixels
    byte[] getLabels() {
      return labels;
    }

    @Extent
    int getColumns() {
      return columns;
    }

    @Extent
    int getRows() {
      return rows;
    }
  }

  @SegmentationMask(foreground = 200)
  record HighLabel(@Pixels byte[] labels) {}

  @SegmentationMask(foreground = 0)
  record Background(@Pixels byte[] labels) {}

  @SegmentationMask(ignoreLabel = 255)
  record Partial(@Pixels byte[] labels) {}

  @SegmentationMask(foreground = 2, ignoreLabel = 1)
  record PartialOrgan(@Pixels byte[] labels) {}

  @SegmentationMask(ignoreLabel = 0)
  record Unlabelled(@Pixels byte[] labels) {}

  @SegmentationMask
  record Labels16(@Pixels short[] labels) {}

  @SegmentationMask(foreground = 40_000)
  record Organ16(@Pixels short[] labels, @Extent int width) {}

  @SegmentationMask(foreground = 300, ignoreLabel = 65_535)
  record Partial16(@Pixels short[] labels) {}

  @SegmentationMask(threshold = 0.1)
  record Doubles(@Pixels double[] values) {}

  /** Doubles with a loss and extents. */
  @SegmentationMask(threshold = 0.25)
  @DiceLoss(smoothNumerator = 1, smoothDenominator = 2)
  interface Volume {
    @Pixels
    double[] values();

    @Extent
    int width();
  }

  /** Probabilities behind an interface. */
  @SegmentationMask
  interface Probabilities {
    @Pixels
    float[] values();
  }

  @SegmentationMask(threshold = 0.25)
  @DiceLoss(smoothNumerator = 0, smoothDenominator = 1, reduction = Reduction.SUM)
  record Quarter(@Pixels float[] values, @Extent int width) {}

  /** A threshold that no float is equal to. */
  @SegmentationMask(threshold = 0.1)
  record Tenth(@Pixels float[] values) {}

  @SegmentationMask(runs = RunEncoding.START_LENGTH)
  record StartLength(@Pixels int[] runs, @Extent int pixels) {}

  @SegmentationMask(runs = RunEncoding.START_END)
  record StartEnd(@Pixels int[] runs, @Extent int pixels) {}

  @SegmentationMask(runs = RunEncoding.COUNTS)
  record Counts(@Pixels int[] counts, @Extent int height, @Extent int width) {}
}
