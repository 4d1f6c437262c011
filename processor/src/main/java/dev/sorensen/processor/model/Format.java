package dev.sorensen.processor.model;

import dev.sorensen.Activation;
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

  /** Returns how many classes there are; 1 is foreground and background. */
  int classes();

  /** Returns whether each class has elements of its own, one plane after another. */
  default boolean hasPlanes() {
    return classes() > 1;
  }

  /**
   * One bit a pixel, 64 to a word.
   *
   * @param classes how many planes there are, each from a word of its own on
   */
  record BitPacked(int classes) implements Format {
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
   * @param classes 1, or how many labels there are
   * @param foreground the foreground label; empty if all but 0 are
   * @param ignoreLabel the label to leave out where this is the truth
   */
  record Labels(ArrayElement element, int classes, OptionalInt foreground, OptionalInt ignoreLabel)
      implements Format {
    @Override
    public boolean hasPlanes() {
      return false;
    }

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
   * One number a pixel and class.
   *
   * @param element {@code FLOAT} or {@code DOUBLE}
   * @param classes how many planes there are
   * @param threshold foreground is above it; not NaN
   * @param activation what makes probabilities of the numbers
   */
  record Probabilities(ArrayElement element, int classes, double threshold, Activation activation)
      implements Format {
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
    public int classes() {
      return 1;
    }

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
