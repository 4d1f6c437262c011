package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.sorensen.ClassWeighting;
import dev.sorensen.EmptyMasks;
import dev.sorensen.OverlapLoss;
import dev.sorensen.Reduction;
import dev.sorensen.StandardLoss;
import dev.sorensen.internal.HardDiceLoss;
import dev.sorensen.processor.model.Format;
import dev.sorensen.processor.model.LossSettings;
import dev.sorensen.processor.model.MaskType;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The loss that a mask type declares. */
final class LossCode {

  private LossCode() {}

  /** Returns whether the loss is exactly 1 − Dice. */
  static boolean isHardDice(MaskType mask) {
    return mask.loss().isEmpty() && !(mask.format() instanceof Format.Probabilities);
  }

  static FieldSpec constant(MaskType mask) {
    boolean hard = isHardDice(mask);
    CodeBlock value =
        hard
            ? CodeBlock.of(
                "new $T($T.$L)", HardDiceLoss.class, EmptyMasks.class, mask.emptyMasks().name())
            : mask.loss()
                .map(LossCode::standard)
                .orElse(CodeBlock.of("$T.dice()", StandardLoss.class));
    return FieldSpec.builder(
            OverlapLoss.class, "LOSS", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(value)
        .build();
  }

  /** Only what differs from the defaults is spelled out. */
  private static CodeBlock standard(LossSettings loss) {
    CodeBlock.Builder code = CodeBlock.builder().add("$T.$L", StandardLoss.class, formula(loss));
    StandardLoss defaults = StandardLoss.dice();
    if (loss.smoothNumerator() != defaults.smoothNumerator()
        || loss.smoothDenominator() != defaults.smoothDenominator()) {
      code.add(
          "$Z.withSmoothing($L)",
          numbers(List.of(loss.smoothNumerator(), loss.smoothDenominator())));
    }
    if (loss.includeBackground() != defaults.includeBackground()) {
      code.add("$Z.withBackground($L)", loss.includeBackground());
    }
    if (!loss.weights().isEmpty()) {
      code.add("$Z.withWeights($L)", numbers(loss.weights()));
    }
    if (loss.batch() != defaults.batch()) {
      code.add("$Z.withBatch($L)", loss.batch());
    }
    if (loss.reduction() != defaults.reduction()) {
      code.add("$Z.withReduction($T.$L)", Reduction.class, loss.reduction().name());
    }
    return code.build();
  }

  private static CodeBlock formula(LossSettings loss) {
    return switch (loss.kind()) {
      case DICE -> CodeBlock.of("dice()");
      case JACCARD -> CodeBlock.of("jaccard()");
      case TVERSKY -> CodeBlock.of("tversky($L)", numbers(List.of(loss.alpha(), loss.beta())));
      case FOCAL_TVERSKY ->
          CodeBlock.of(
              "focalTversky($L)", numbers(List.of(loss.alpha(), loss.beta(), loss.gamma())));
      case GENERALIZED_DICE ->
          CodeBlock.of(
              "generalizedDice($T.$L)", ClassWeighting.class, loss.classWeighting().name());
      case LOG_DICE -> CodeBlock.of("logDice()");
      case LOG_COSH_DICE -> CodeBlock.of("logCoshDice()");
    };
  }

  private static CodeBlock numbers(List<Double> values) {
    return values.stream()
        .map(value -> CodeBlock.of("$L", Literals.of(value)))
        .collect(CodeBlock.joining(",$W"));
  }
}
