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

  /** How the pixels are stored; by default as the type of the data says. */
  Layout layout() default Layout.INFERRED;

  /**
   * The one label that is foreground in a {@link Layout#BYTE} mask, 0 to 255, or a {@link
   * Layout#SHORT} mask, 0 to 65,535; by default every label but 0.
   */
  int foreground() default ANY_NON_ZERO;

  /**
   * A label of a {@link Layout#BYTE} or {@link Layout#SHORT} mask that marks pixels to leave out. A
   * pixel whose truth has it is counted nowhere, not even in {@link Overlap#pixels()}. A pixel
   * whose prediction alone has it is predicted to be background.
   */
  int ignoreLabel() default NO_LABEL;

  /**
   * For counts on a {@link Layout#FLOAT} or {@link Layout#DOUBLE} mask: a pixel is foreground where
   * its value is above this, not where it is equal. NaN pixels are background.
   */
  double threshold() default 0.5;

  /** What the numbers of an {@link Layout#RLE} mask mean. */
  RunEncoding runs() default RunEncoding.START_LENGTH;

  /** The Dice coefficient of two empty masks. */
  EmptyMasks emptyMasks() default EmptyMasks.ONE;
}
