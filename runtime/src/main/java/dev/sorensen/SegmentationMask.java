package dev.sorensen;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a class, record or interface to be a segmentation mask.
 *
 * <p>For a type {@code Lung} the annotation processor writes {@code LungDice} beside it, with
 * static methods that compare two masks without copying their data. The type says where its data is
 * by {@link Pixels}, and how large it is by {@link Extent}.
 *
 * <pre>{@code
 * @SegmentationMask
 * public record LungMask(@Pixels long[] words, @Extent int width, @Extent int height) {}
 *
 * double dice = LungMaskDice.dice(prediction, truth);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface SegmentationMask {

  /** The {@link #foreground()} of a mask in which every pixel that is not 0 is foreground. */
  int ANY_NON_ZERO = -1;

  /** The {@link #ignoreLabel()} of a mask that has none. */
  int NO_LABEL = -1;

  /**
   * How the pixels are stored; by default as the type of the data says. A {@link
   * java.lang.foreign.MemorySegment} needs it named.
   */
  Layout layout() default Layout.INFERRED;

  /**
   * How many classes a pixel can belong to; at least 1. With 1 the mask is binary: foreground and
   * background.
   *
   * <p>With more, {@link Layout#BYTE} and {@link Layout#SHORT} are label maps: each pixel holds the
   * number of its class, 0 to {@code classes - 1}, unsigned. {@link Layout#FLOAT}, {@link
   * Layout#DOUBLE} and {@link Layout#BIT_PACKED} hold that many planes one after another, all
   * pixels of class 0 first; a pixel may belong to several classes or to none. {@link Layout#RLE}
   * has one class only.
   */
  int classes() default 1;

  /**
   * The one label that is foreground in a binary {@link Layout#BYTE} mask, 0 to 255, or {@link
   * Layout#SHORT} mask, 0 to 65,535; by default every label but 0. With several {@link #classes()}
   * it has no meaning: each class is the foreground of its own counts.
   */
  int foreground() default ANY_NON_ZERO;

  /**
   * A label of a {@link Layout#BYTE} or {@link Layout#SHORT} mask that marks pixels to leave out. A
   * pixel whose truth has the truth type's label is counted nowhere, not even in {@link
   * Overlap#pixels()}.
   *
   * <p>Losses leave its probability out, after the {@link #activation()}, as if it were not there:
   * whatever the prediction holds there changes nothing, and its gradient there is 0. (MONAI 1.5.0
   * makes its logit 0 instead, a probability of ½ that counts.)
   *
   * <p>A pixel that is counted, but whose prediction has the prediction type's own label, is
   * predicted to belong to no class; in a binary mask, to be background.
   */
  int ignoreLabel() default NO_LABEL;

  /**
   * For counts on a {@link Layout#FLOAT} or {@link Layout#DOUBLE} mask: a pixel is foreground where
   * its probability, after the {@link #activation()}, is above this, not where it is equal: by
   * default ½ is background, and so is a logit of 0 with {@link Activation#SIGMOID}. NaN pixels are
   * background.
   *
   * <p>With several {@link #classes()} this holds for each class by itself, unless the truth is a
   * label map, whose pixels have one class each. Then the prediction has one too, whatever the
   * threshold: the class with the largest value, the first of equals. NaN and −∞ never win; a pixel
   * that has nothing else is predicted to be class 0.
   */
  double threshold() default 0.5;

  /**
   * What turns the values of a {@link Layout#FLOAT} or {@link Layout#DOUBLE} mask into
   * probabilities. With {@link Activation#SIGMOID} and {@link Activation#SOFTMAX} the values are
   * logits.
   */
  Activation activation() default Activation.NONE;

  /** What the numbers of an {@link Layout#RLE} mask mean. */
  RunEncoding runs() default RunEncoding.START_LENGTH;

  /** The Dice coefficient of two empty masks; with several classes, of a pair without any. */
  EmptyMasks emptyMasks() default EmptyMasks.ONE;

  /**
   * Further mask types that masks of this type, as predictions, are compared with: probabilities
   * with a label map, say. They have the same extents and {@link #classes()}. The type itself needs
   * no mention.
   */
  Class<?>[] truths() default {};
}
