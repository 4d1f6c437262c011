package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.sorensen.RunEncoding;
import dev.sorensen.SegmentationMask;
import dev.sorensen.processor.model.Format;
import dev.sorensen.reference.MaskView;

/** The view of a format, for the reference. */
final class ViewCode {

  private ViewCode() {}

  static CodeBlock returned(Format format, String data, String displayName) {
    CodeBlock.Builder code = CodeBlock.builder();
    switch (format) {
      case Format.BitPacked bits ->
          code.addStatement("return $T.ofBits($L, pixels)", MaskView.class, data);
      case Format.Labels labels ->
          code.addStatement(
              "return $T.ofLabels($L, $L, $L)",
              MaskView.class,
              data,
              labels.foreground().orElse(SegmentationMask.ANY_NON_ZERO),
              labels.ignoreLabel().orElse(SegmentationMask.NO_LABEL));
      case Format.Probabilities values ->
          code.addStatement(
              "return $T.ofProbabilities($L, $L)",
              MaskView.class,
              data,
              Literals.of(values.threshold()));
      case Format.Runs runs ->
          code.addStatement(
                  "CHECKS.runs($S, $S, $L, $T.$L, pixels)",
                  "mask",
                  displayName,
                  data,
                  RunEncoding.class,
                  runs.encoding().name())
              .addStatement(
                  "return $T.ofRuns($L, $T.$L, pixels)",
                  MaskView.class,
                  data,
                  RunEncoding.class,
                  runs.encoding().name());
    }
    return code.build();
  }
}
