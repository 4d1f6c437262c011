package dev.sorensen.reference;

import dev.sorensen.RunEncoding;
import dev.sorensen.SegmentationMask;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;

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

  record Labels(IntUnaryOperator label, long pixels, int foreground, int ignoreLabel)
      implements MaskView {
    @Override
    public boolean foreground(long pixel) {
      int found = label.applyAsInt(Math.toIntExact(pixel));
      if (found == ignoreLabel) {
        return false;
      }
      return foreground == SegmentationMask.ANY_NON_ZERO ? found != 0 : found == foreground;
    }

    @Override
    public boolean ignored(long pixel) {
      return label.applyAsInt(Math.toIntExact(pixel)) == ignoreLabel;
    }
  }

  record Probabilities(IntToDoubleFunction values, long pixels, double threshold)
      implements MaskView {
    @Override
    public boolean foreground(long pixel) {
      return value(pixel) > threshold;
    }

    @Override
    public double value(long pixel) {
      return values.applyAsDouble(Math.toIntExact(pixel));
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
