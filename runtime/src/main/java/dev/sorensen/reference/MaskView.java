package dev.sorensen.reference;

import dev.sorensen.RunEncoding;
import dev.sorensen.SegmentationMask;

/**
 * A mask read pixel by pixel, whatever its layout. It reads the mask's own data, does not check it,
 * and is slow; generated evaluators do not use it.
 */
public interface MaskView {

  /** Returns how many pixels the mask has. */
  long pixels();

  /** Returns whether a pixel is foreground, for counts. */
  boolean foreground(long pixel);

  /** Returns the value of a pixel, for soft sums: a probability, or 1 and 0 for foreground. */
  default double value(long pixel) {
    return foreground(pixel) ? 1 : 0;
  }

  /** Returns whether a pixel is left out where this mask is the truth. */
  default boolean ignored(long pixel) {
    return false;
  }

  /** Returns a view of bits: pixel i is bit i mod 64 of word i / 64. */
  static MaskView ofBits(long[] words, long pixels) {
    return new MaskViews.Bits(words, pixels);
  }

  /**
   * Returns a view of unsigned labels.
   *
   * @param foreground the label that is foreground, or {@link SegmentationMask#ANY_NON_ZERO}
   * @param ignoreLabel the label to leave out, or {@link SegmentationMask#NO_LABEL}
   */
  static MaskView ofLabels(byte[] labels, int foreground, int ignoreLabel) {
    return new MaskViews.Labels(
        i -> Byte.toUnsignedInt(labels[i]), labels.length, foreground, ignoreLabel);
  }

  /** Returns a view of unsigned 16-bit labels. */
  static MaskView ofLabels(short[] labels, int foreground, int ignoreLabel) {
    return new MaskViews.Labels(
        i -> Short.toUnsignedInt(labels[i]), labels.length, foreground, ignoreLabel);
  }

  /** Returns a view of probabilities, with those above the threshold as foreground. */
  static MaskView ofProbabilities(double[] values, double threshold) {
    return new MaskViews.Probabilities(i -> values[i], values.length, threshold);
  }

  /** Returns a view of probabilities, with those above the threshold as foreground. */
  static MaskView ofProbabilities(float[] values, double threshold) {
    return new MaskViews.Probabilities(i -> values[i], values.length, threshold);
  }

  /** Returns a view of runs. */
  static MaskView ofRuns(int[] runs, RunEncoding encoding, long pixels) {
    return MaskViews.Runs.of(runs, encoding, pixels);
  }
}
