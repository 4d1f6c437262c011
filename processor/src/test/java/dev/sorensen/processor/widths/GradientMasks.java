package dev.sorensen.processor.widths;

import dev.sorensen.Activation;
import dev.sorensen.DiceLoss;
import dev.sorensen.Extent;
import dev.sorensen.Form;
import dev.sorensen.Layout;
import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;
import java.lang.foreign.MemorySegment;

/**
 * Predictions of numbers in every form and with every activation, against every kind of truth. The
 * last character of a name is the number of classes.
 */
final class GradientMasks {

  private GradientMasks() {}

  @SegmentationMask
  record Bits1(@Pixels long[] words, @Extent int width) {}

  @SegmentationMask(foreground = 1, ignoreLabel = 255)
  record Bytes1(@Pixels byte[] labels) {}

  @SegmentationMask
  record Runs1(@Pixels int[] runs, @Extent int width) {}

  @SegmentationMask
  record Doubles1(@Pixels double[] values) {}

  @SegmentationMask
  record Floats1(@Pixels float[] values) {}

  @SegmentationMask(classes = 3, ignoreLabel = 255)
  record Bytes3(@Pixels byte[] labels) {}

  @SegmentationMask(classes = 3)
  record Shorts3(@Pixels short[] labels) {}

  @SegmentationMask(classes = 3)
  record Bits3(@Pixels long[] words, @Extent int width) {}

  @SegmentationMask(classes = 3)
  record Doubles3(@Pixels double[] values) {}

  @SegmentationMask(classes = 3)
  record Floats3(@Pixels float[] values) {}

  @DiceLoss(form = Form.PRODUCT)
  @SegmentationMask(
      truths = {Bits1.class, Bytes1.class, Runs1.class, Doubles1.class, Floats1.class})
  record DoublePlainProduct1(@Pixels double[] values) {}

  @DiceLoss(form = Form.PRODUCT)
  @SegmentationMask(
      activation = Activation.SIGMOID,
      truths = {Bits1.class, Bytes1.class, Runs1.class, Doubles1.class, Floats1.class})
  record DoubleSigmoidProduct1(@Pixels double[] values) {}

  @DiceLoss(form = Form.PRODUCT)
  @SegmentationMask(
      classes = 3,
      truths = {Bytes3.class, Shorts3.class, Bits3.class, Doubles3.class, Floats3.class})
  record DoublePlainProduct3(@Pixels double[] values) {}

  @DiceLoss(form = Form.PRODUCT)
  @SegmentationMask(
      classes = 3,
      activation = Activation.SIGMOID,
      truths = {Bytes3.class, Shorts3.class, Bits3.class, Doubles3.class, Floats3.class})
  record DoubleSigmoidProduct3(@Pixels double[] values) {}

  @DiceLoss(form = Form.PRODUCT)
  @SegmentationMask(
      classes = 3,
      activation = Activation.SOFTMAX,
      truths = {Bytes3.class, Shorts3.class, Bits3.class, Doubles3.class, Floats3.class})
  record DoubleSoftmaxProduct3(@Pixels double[] values) {}

  @DiceLoss(form = Form.SQUARED)
  @SegmentationMask(
      truths = {Bits1.class, Bytes1.class, Runs1.class, Doubles1.class, Floats1.class})
  record DoublePlainSquared1(@Pixels double[] values) {}

  @DiceLoss(form = Form.SQUARED)
  @SegmentationMask(
      activation = Activation.SIGMOID,
      truths = {Bits1.class, Bytes1.class, Runs1.class, Doubles1.class, Floats1.class})
  record DoubleSigmoidSquared1(@Pixels double[] values) {}

  @DiceLoss(form = Form.SQUARED)
  @SegmentationMask(
      classes = 3,
      truths = {Bytes3.class, Shorts3.class, Bits3.class, Doubles3.class, Floats3.class})
  record DoublePlainSquared3(@Pixels double[] values) {}

  @DiceLoss(form = Form.SQUARED)
  @SegmentationMask(
      classes = 3,
      activation = Activation.SIGMOID,
      truths = {Bytes3.class, Shorts3.class, Bits3.class, Doubles3.class, Floats3.class})
  record DoubleSigmoidSquared3(@Pixels double[] values) {}

  @DiceLoss(form = Form.SQUARED)
  @SegmentationMask(
      classes = 3,
      activation = Activation.SOFTMAX,
      truths = {Bytes3.class, Shorts3.class, Bits3.class, Doubles3.class, Floats3.class})
  record DoubleSoftmaxSquared3(@Pixels double[] values) {}

  @DiceLoss(form = Form.SOFT_LABEL)
  @SegmentationMask(
      truths = {Bits1.class, Bytes1.class, Runs1.class, Doubles1.class, Floats1.class})
  record DoublePlainSoftLabel1(@Pixels double[] values) {}

  @DiceLoss(form = Form.SOFT_LABEL)
  @SegmentationMask(
      activation = Activation.SIGMOID,
      truths = {Bits1.class, Bytes1.class, Runs1.class, Doubles1.class, Floats1.class})
  record DoubleSigmoidSoftLabel1(@Pixels double[] values) {}

  @DiceLoss(form = Form.SOFT_LABEL)
  @SegmentationMask(
      classes = 3,
      truths = {Bytes3.class, Shorts3.class, Bits3.class, Doubles3.class, Floats3.class})
  record DoublePlainSoftLabel3(@Pixels double[] values) {}

  @DiceLoss(form = Form.SOFT_LABEL)
  @SegmentationMask(
      classes = 3,
      activation = Activation.SIGMOID,
      truths = {Bytes3.class, Shorts3.class, Bits3.class, Doubles3.class, Floats3.class})
  record DoubleSigmoidSoftLabel3(@Pixels double[] values) {}

  @DiceLoss(form = Form.SOFT_LABEL)
  @SegmentationMask(
      classes = 3,
      activation = Activation.SOFTMAX,
      truths = {Bytes3.class, Shorts3.class, Bits3.class, Doubles3.class, Floats3.class})
  record DoubleSoftmaxSoftLabel3(@Pixels double[] values) {}

  @DiceLoss(form = Form.SOFT_LABEL)
  @SegmentationMask(
      truths = {Bits1.class, Bytes1.class, Runs1.class, Doubles1.class, Floats1.class})
  record FloatPlainSoftLabel1(@Pixels float[] values) {}

  @DiceLoss(form = Form.SQUARED)
  @SegmentationMask(
      activation = Activation.SIGMOID,
      truths = {Bits1.class, Bytes1.class, Runs1.class, Doubles1.class, Floats1.class})
  record FloatSigmoidSquared1(@Pixels float[] values) {}

  @DiceLoss(form = Form.SOFT_LABEL)
  @SegmentationMask(
      activation = Activation.SIGMOID,
      truths = {Bits1.class, Bytes1.class, Runs1.class, Doubles1.class, Floats1.class})
  record FloatSigmoidSoftLabel1(@Pixels float[] values) {}

  @DiceLoss(form = Form.SQUARED)
  @SegmentationMask(
      classes = 3,
      truths = {Bytes3.class, Shorts3.class, Bits3.class, Doubles3.class, Floats3.class})
  record FloatPlainSquared3(@Pixels float[] values) {}

  @DiceLoss(form = Form.PRODUCT)
  @SegmentationMask(
      classes = 3,
      activation = Activation.SOFTMAX,
      truths = {Bytes3.class, Shorts3.class, Bits3.class, Doubles3.class, Floats3.class})
  record FloatSoftmaxProduct3(@Pixels float[] values) {}

  @DiceLoss(form = Form.SOFT_LABEL)
  @SegmentationMask(
      classes = 3,
      activation = Activation.SOFTMAX,
      truths = {Bytes3.class, Shorts3.class, Bits3.class, Doubles3.class, Floats3.class})
  record FloatSoftmaxSoftLabel3(@Pixels float[] values) {}

  @DiceLoss(form = Form.SQUARED)
  @SegmentationMask(
      layout = Layout.FLOAT,
      activation = Activation.SIGMOID,
      truths = {Bits1.class, Bytes1.class, Runs1.class, Doubles1.class, Floats1.class})
  record OffHeapFloatSigmoidSquared1(@Pixels MemorySegment values) {}

  @DiceLoss(form = Form.SOFT_LABEL)
  @SegmentationMask(
      layout = Layout.FLOAT,
      classes = 3,
      activation = Activation.SOFTMAX,
      truths = {Bytes3.class, Shorts3.class, Bits3.class, Doubles3.class, Floats3.class})
  record OffHeapFloatSoftmaxSoftLabel3(@Pixels MemorySegment values) {}

  @DiceLoss(form = Form.SQUARED)
  @SegmentationMask(
      layout = Layout.DOUBLE,
      truths = {Bits1.class, Bytes1.class, Runs1.class, Doubles1.class, Floats1.class})
  record OffHeapDoublePlainSquared1(@Pixels MemorySegment values) {}

  @DiceLoss(form = Form.PRODUCT)
  @SegmentationMask(
      layout = Layout.DOUBLE,
      classes = 3,
      activation = Activation.SIGMOID,
      truths = {Bytes3.class, Shorts3.class, Bits3.class, Doubles3.class, Floats3.class})
  record OffHeapDoubleSigmoidProduct3(@Pixels MemorySegment values) {}
}
