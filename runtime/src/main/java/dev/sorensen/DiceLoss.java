package dev.sorensen;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The loss of a {@link SegmentationMask} type: {@link StandardLoss}, written as an annotation. What
 * each attribute means is said there.
 *
 * <p>Without it a {@link Layout#FLOAT} or {@link Layout#DOUBLE} type has the loss of these
 * defaults, and every other layout has exactly 1 − Dice.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface DiceLoss {

  /** Which formula the loss has. */
  LossKind kind() default LossKind.DICE;

  /** Which sums the loss is made of. */
  Form form() default Form.PRODUCT;

  /** Added to the formula's numerator; at least 0. */
  double smoothNumerator() default 1e-5;

  /** Added to the formula's denominator; at least 0. */
  double smoothDenominator() default 1e-5;

  /**
   * What false positives weigh, at least 0; for {@link LossKind#TVERSKY} and {@link
   * LossKind#FOCAL_TVERSKY}.
   */
  double alpha() default 0.5;

  /**
   * What false negatives weigh, at least 0; for {@link LossKind#TVERSKY} and {@link
   * LossKind#FOCAL_TVERSKY}.
   */
  double beta() default 0.5;

  /** The exponent, above 0; for {@link LossKind#FOCAL_TVERSKY}. */
  double gamma() default 0.75;

  /** What classes weigh by their size; for {@link LossKind#GENERALIZED_DICE}. */
  ClassWeighting classWeighting() default ClassWeighting.SQUARE;

  /**
   * What the losses of classes are multiplied by, at least 0: one number for each class, without
   * the background where that is left out, or one number for all. None is 1 for all. Several
   * classes only.
   */
  double[] weights() default {};

  /** Whether class 0 takes part; {@code false} needs several classes. */
  boolean includeBackground() default true;

  /** Whether the sums of a batch are added up before the formula, so that it is one sample. */
  boolean batch() default false;

  /** How the losses of a batch become one number. */
  Reduction reduction() default Reduction.MEAN;
}
