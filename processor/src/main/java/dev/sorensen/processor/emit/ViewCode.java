package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.sorensen.Activation;
import dev.sorensen.Layout;
import dev.sorensen.RunEncoding;
import dev.sorensen.SegmentationMask;
import dev.sorensen.processor.model.Format;
import dev.sorensen.processor.model.MaskType;
import dev.sorensen.processor.model.Storage;
import dev.sorensen.reference.MaskView;

/** The view of a mask, for the reference. */
final class ViewCode {

  private ViewCode() {}

  /** Returns whether the view must be told how many pixels there are. */
  static boolean needsPixels(Format format) {
    return format instanceof Format.BitPacked || format instanceof Format.Runs;
  }

  static CodeBlock returned(MaskType mask, String data) {
    CodeBlock.Builder code = CodeBlock.builder();
    Format format = mask.format();
    CodeBlock values =
        mask.storage() == Storage.SEGMENT && !needsPixels(format)
            ? CodeBlock.of("$T.$L, $L", Layout.class, format.layout().name(), data)
            : CodeBlock.of("$L", data);
    switch (format) {
      case Format.BitPacked(int classes) when classes > 1 ->
          code.addStatement(
              "return $T.ofBitPlanes($L, pixels, $L)", MaskView.class, values, classes);
      case Format.BitPacked bits ->
          code.addStatement("return $T.ofBits($L, pixels)", MaskView.class, values);
      case Format.Labels labels when labels.classes() > 1 ->
          code.addStatement(
              "return $T.ofLabelMap($L, $L, $L)",
              MaskView.class,
              values,
              labels.classes(),
              labels.ignoreLabel().orElse(SegmentationMask.NO_LABEL));
      case Format.Labels labels ->
          code.addStatement(
              "return $T.ofLabels($L, $L, $L)",
              MaskView.class,
              values,
              labels.foreground().orElse(SegmentationMask.ANY_NON_ZERO),
              labels.ignoreLabel().orElse(SegmentationMask.NO_LABEL));
      case Format.Probabilities numbers when numbers.classes() > 1 ->
          code.addStatement(
              "return $T.ofProbabilityPlanes($Z$L, $L, $L, $T.$L)",
              MaskView.class,
              values,
              numbers.classes(),
              Literals.of(numbers.threshold()),
              Activation.class,
              numbers.activation().name());
      case Format.Probabilities numbers when numbers.activation() != Activation.NONE ->
          code.addStatement(
              "return $T.ofProbabilities($Z$L, $L, $T.$L)",
              MaskView.class,
              values,
              Literals.of(numbers.threshold()),
              Activation.class,
              numbers.activation().name());
      case Format.Probabilities numbers ->
          code.addStatement(
              "return $T.ofProbabilities($L, $L)",
              MaskView.class,
              values,
              Literals.of(numbers.threshold()));
      case Format.Runs(RunEncoding encoding) ->
          code.add(MaskReading.runsChecked(mask, "mask", data, false))
              .addStatement(
                  "return $T.ofRuns($L, $T.$L, pixels)",
                  MaskView.class,
                  data,
                  RunEncoding.class,
                  encoding.name());
    }
    return code.build();
  }
}
