package dev.sorensen.processor.model;

import dev.sorensen.Layout;
import dev.sorensen.RunEncoding;
import java.util.OptionalInt;

/** A layout with its settings. */
public sealed interface Format {

  /** Returns the layout's public name. */
  Layout layout();

  /** Returns what the data's array holds. */
  ArrayElement element();

  /** Returns whether the data alone says how many pixels there are. */
  boolean pixelsFollowFromData();

  /** One bit a pixel, 64 to a word. */
  record BitPacked() implements Format {
    @Override
    public Layout layout() {
      return Layout.BIT_PACKED;
    }

    @Override
    public ArrayElement element() {
      return ArrayElement.LONG;
    }

    @Override
    public boolean pixelsFollowFromData() {
      return false;
    }
  }

  /**
   * One unsigned number a pixel.
   *
   * @param element {@code BYTE} or {@code SHORT}
   * @param foreground the foreground label; empty if all but 0 are
   * @param ignoreLabel the label to leave out where this is the truth
   */
  record Labels(ArrayElement element, OptionalInt foreground, OptionalInt ignoreLabel)
      implements Format {
    @Override
    public Layout layout() {
      return element == ArrayElement.BYTE ? Layout.BYTE : Layout.SHORT;
    }

    @Override
    public boolean pixelsFollowFromData() {
      return true;
    }
  }

  /**
   * One probability a pixel.
   *
   * @param element {@code FLOAT} or {@code DOUBLE}
   * @param threshold foreground is above it; not NaN
   */
  record Probabilities(ArrayElement element, double threshold) implements Format {
    @Override
    public Layout layout() {
      return element == ArrayElement.FLOAT ? Layout.FLOAT : Layout.DOUBLE;
    }

    @Override
    public boolean pixelsFollowFromData() {
      return true;
    }
  }

  /**
   * Runs of foreground.
   *
   * @param encoding what the numbers mean
   */
  record Runs(RunEncoding encoding) implements Format {
    @Override
    public Layout layout() {
      return Layout.RLE;
    }

    @Override
    public ArrayElement element() {
      return ArrayElement.INT;
    }

    @Override
    public boolean pixelsFollowFromData() {
      return false;
    }
  }
}
