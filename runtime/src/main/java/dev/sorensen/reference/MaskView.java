package dev.sorensen.reference;

import dev.sorensen.Activation;
import dev.sorensen.Layout;
import dev.sorensen.RunEncoding;
import dev.sorensen.SegmentationMask;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/**
 * A mask read pixel by pixel, whatever its layout. It reads the mask's own data, does not check it,
 * and is slow; generated evaluators do not use it.
 *
 * <p>The factories take an array, or a {@link MemorySegment} of the same elements: in native byte
 * order, at any alignment, and of any size. Where an array's type says what its elements are, and a
 * segment cannot, the segment comes after its {@link Layout}; the factory throws {@link
 * IllegalArgumentException} for one that it does not read. A mask of several classes is read by the
 * methods that take a class, 0 to {@code classes() - 1}.
 */
public interface MaskView {

  /** Returns how many pixels the mask has; a pixel of several classes is one. */
  long pixels();

  /** Returns how many classes the mask has. */
  default int classes() {
    return 1;
  }

  /**
   * Returns whether the mask holds numbers, such as probabilities, so that its values are more than
   * what is foreground.
   */
  default boolean isSoft() {
    return false;
  }

  /**
   * Returns whether the mask holds for each pixel the number of its class, one of several, so that
   * no pixel has two.
   */
  default boolean isLabelMap() {
    return false;
  }

  /**
   * Returns whether a pixel is foreground, for counts.
   *
   * @throws IllegalStateException if the mask has several classes
   */
  boolean foreground(long pixel);

  /**
   * Returns whether a pixel belongs to a class, for counts. With one class it is {@link
   * #foreground(long)}; a view of several overrides it.
   */
  default boolean foreground(int c, long pixel) {
    Objects.checkIndex(c, 1);
    return foreground(pixel);
  }

  /**
   * Returns the value of a pixel, for soft sums: a probability, after the activation, or 1 and 0
   * for foreground and background.
   *
   * @throws IllegalStateException if the mask has several classes
   */
  default double value(long pixel) {
    return foreground(pixel) ? 1 : 0;
  }

  /**
   * Returns the value of a pixel in a class, for soft sums. With one class it is {@link
   * #value(long)}; a view of several overrides it.
   */
  default double value(int c, long pixel) {
    Objects.checkIndex(c, 1);
    return value(pixel);
  }

  /** Returns what makes the values of the values before it. */
  default Activation activation() {
    return Activation.NONE;
  }

  /** Returns what {@link #value(int, long)} is before the activation, such as a logit. */
  default double rawValue(int c, long pixel) {
    return value(c, pixel);
  }

  /** Returns whether a pixel is left out where this mask is the truth. */
  default boolean ignored(long pixel) {
    return false;
  }

  /** Returns a view of bits: pixel i is bit i mod 64 of word i / 64. */
  static MaskView ofBits(long[] words, long pixels) {
    return ofBitPlanes(words, pixels, 1);
  }

  /** Returns a view of bits in a segment. */
  static MaskView ofBits(MemorySegment words, long pixels) {
    return ofBitPlanes(words, pixels, 1);
  }

  /** Returns a view of one plane of bits for each class; each begins at a word of its own. */
  static MaskView ofBitPlanes(long[] words, long pixels, int classes) {
    return new BitPlanes(Integers.longs(words), pixels, classes);
  }

  /** Returns a view of planes of bits in a segment. */
  static MaskView ofBitPlanes(MemorySegment words, long pixels, int classes) {
    return new BitPlanes(Integers.longs(words), pixels, classes);
  }

  /**
   * Returns a view of unsigned labels, as a mask of one class.
   *
   * @param foreground the label that is foreground, or {@link SegmentationMask#ANY_NON_ZERO}
   * @param ignoreLabel the label to leave out, or {@link SegmentationMask#NO_LABEL}
   */
  static MaskView ofLabels(byte[] labels, int foreground, int ignoreLabel) {
    return new BinaryLabels(Integers.unsigned(labels), foreground, ignoreLabel);
  }

  /** Returns a view of unsigned 16-bit labels, as a mask of one class. */
  static MaskView ofLabels(short[] labels, int foreground, int ignoreLabel) {
    return new BinaryLabels(Integers.unsigned(labels), foreground, ignoreLabel);
  }

  /** Returns a view of {@link Layout#BYTE} or {@link Layout#SHORT} labels in a segment. */
  static MaskView ofLabels(Layout layout, MemorySegment labels, int foreground, int ignoreLabel) {
    return new BinaryLabels(Integers.unsigned(layout, labels), foreground, ignoreLabel);
  }

  /**
   * Returns a view of unsigned labels that are the numbers of classes. A pixel with another label
   * belongs to no class.
   *
   * @param classes how many classes there are
   * @param ignoreLabel the label to leave out, or {@link SegmentationMask#NO_LABEL}; if it is the
   *     number of a class, no pixel belongs to that class
   * @throws IllegalArgumentException if there are fewer than 2 classes
   */
  static MaskView ofLabelMap(byte[] labels, int classes, int ignoreLabel) {
    return new LabelMap(Integers.unsigned(labels), classes, ignoreLabel);
  }

  /** Returns a view of unsigned 16-bit labels that are the numbers of classes. */
  static MaskView ofLabelMap(short[] labels, int classes, int ignoreLabel) {
    return new LabelMap(Integers.unsigned(labels), classes, ignoreLabel);
  }

  /** Returns a view of a {@link Layout#BYTE} or {@link Layout#SHORT} label map in a segment. */
  static MaskView ofLabelMap(Layout layout, MemorySegment labels, int classes, int ignoreLabel) {
    return new LabelMap(Integers.unsigned(layout, labels), classes, ignoreLabel);
  }

  /** Returns a view of probabilities, with those above the threshold as foreground. */
  static MaskView ofProbabilities(double[] values, double threshold) {
    return ofProbabilities(values, threshold, Activation.NONE);
  }

  /** Returns a view of probabilities, with those above the threshold as foreground. */
  static MaskView ofProbabilities(float[] values, double threshold) {
    return ofProbabilities(values, threshold, Activation.NONE);
  }

  /** Returns a view of {@link Layout#FLOAT} or {@link Layout#DOUBLE} values in a segment. */
  static MaskView ofProbabilities(Layout layout, MemorySegment values, double threshold) {
    return ofProbabilities(layout, values, threshold, Activation.NONE);
  }

  /** Returns a view of what the activation makes of values, as a mask of one class. */
  static MaskView ofProbabilities(double[] values, double threshold, Activation activation) {
    return ofProbabilityPlanes(values, 1, threshold, activation);
  }

  /** Returns a view of what the activation makes of values, as a mask of one class. */
  static MaskView ofProbabilities(float[] values, double threshold, Activation activation) {
    return ofProbabilityPlanes(values, 1, threshold, activation);
  }

  /** Returns a view of what the activation makes of values in a segment. */
  static MaskView ofProbabilities(
      Layout layout, MemorySegment values, double threshold, Activation activation) {
    return ofProbabilityPlanes(layout, values, 1, threshold, activation);
  }

  /**
   * Returns a view of one plane of values for each class.
   *
   * @param classes how many planes the values are
   * @param threshold a pixel belongs to the classes whose value is above it, after the activation
   * @param activation what makes probabilities of the values; computed in {@code double}, with
   *     {@link StrictMath#exp}
   */
  static MaskView ofProbabilityPlanes(
      double[] values, int classes, double threshold, Activation activation) {
    return new ProbabilityPlanes(Decimals.of(values), classes, threshold, activation);
  }

  /** Returns a view of one plane of values for each class. */
  static MaskView ofProbabilityPlanes(
      float[] values, int classes, double threshold, Activation activation) {
    return new ProbabilityPlanes(Decimals.of(values), classes, threshold, activation);
  }

  /**
   * Returns a view of planes of {@link Layout#FLOAT} or {@link Layout#DOUBLE} values in a segment.
   */
  static MaskView ofProbabilityPlanes(
      Layout layout, MemorySegment values, int classes, double threshold, Activation activation) {
    return new ProbabilityPlanes(Decimals.of(layout, values), classes, threshold, activation);
  }

  /** Returns a view of runs. */
  static MaskView ofRuns(int[] runs, RunEncoding encoding, long pixels) {
    return Runs.of(Integers.ints(runs), encoding, pixels);
  }

  /** Returns a view of runs in a segment of {@code int}s. */
  static MaskView ofRuns(MemorySegment runs, RunEncoding encoding, long pixels) {
    return Runs.of(Integers.ints(runs), encoding, pixels);
  }
}
