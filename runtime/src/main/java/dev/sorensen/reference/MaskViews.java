package dev.sorensen.reference;

import dev.sorensen.RunEncoding;
import dev.sorensen.SegmentationMask;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The layouts, read in the most obvious way. */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares views.
final class MaskViews {

  private MaskViews() {}

  record Bits(long[] words, long pixels) implements MaskView {
    @Override
    public boolean foreground(long pixel) {
      long word = words[Math.toIntExact(pixel / 64)];
      return (word >>> (pixel % 64)) % 2 != 0;
    }
  }

  record Labels(byte[] labels, int foreground, int ignoreLabel) implements MaskView {
    @Override
    public long pixels() {
      return labels.length;
    }

    @Override
    public boolean foreground(long pixel) {
      int label = label(pixel);
      if (label == ignoreLabel) {
        return false;
      }
      return foreground == SegmentationMask.ANY_NON_ZERO ? label != 0 : label == foreground;
    }

    @Override
    public boolean ignored(long pixel) {
      return label(pixel) == ignoreLabel;
    }

    private int label(long pixel) {
      return Byte.toUnsignedInt(labels[Math.toIntExact(pixel)]);
    }
  }

  record Probabilities(float[] values, double threshold) implements MaskView {
    @Override
    public long pixels() {
      return values.length;
    }

    @Override
    public boolean foreground(long pixel) {
      return values[Math.toIntExact(pixel)] > threshold;
    }

    @Override
    public double value(long pixel) {
      return values[Math.toIntExact(pixel)];
    }
  }

  /** Foreground runs by their first pixel, each with the first pixel after it. */
  record Runs(NavigableMap<Long, Long> ends, long pixels) implements MaskView {

    static Runs of(int[] runs, RunEncoding encoding, long pixels) {
      NavigableMap<Long, Long> ends = new TreeMap<>();
      long position = 0;
      for (int i = 0; i + 1 < runs.length; i += 2) {
        long start =
            switch (encoding) {
              case START_LENGTH, START_END -> runs[i];
              case COUNTS -> position + runs[i];
            };
        long end =
            switch (encoding) {
              case START_LENGTH, COUNTS -> start + runs[i + 1];
              case START_END -> runs[i + 1];
            };
        if (end > start) {
          ends.put(start, end);
        }
        position = end;
      }
      return new Runs(ends, pixels);
    }

    @Override
    public boolean foreground(long pixel) {
      Map.Entry<Long, Long> run = ends.floorEntry(pixel);
      return run != null && pixel < run.getValue();
    }
  }
}
