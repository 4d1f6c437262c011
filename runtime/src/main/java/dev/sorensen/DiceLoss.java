package dev.sorensen;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The loss of a {@link SegmentationMask} type: {@link StandardLoss}, written as an annotation.
 *
 * <p>Without it a {@link Layout#FLOAT} or {@link Layout#DOUBLE} type has the loss of these
 * defaults, and every other layout has exactly 1 − Dice.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface DiceLoss {

  /** Which sums the loss is made of. */
  Form form() default Form.PRODUCT;

  /** Added to the numerator, 2I; at least 0. */
  double smoothNumerator() default 1e-5;

  /** Added to the denominator, P + T; at least 0. */
  double smoothDenominator() default 1e-5;

  /** Whether the sums of a batch are added up before the formula, so that it is one sample. */
  boolean batch() default false;

  /** How the losses of a batch become one number. */
  Reduction reduction() default Reduction.MEAN;
}
