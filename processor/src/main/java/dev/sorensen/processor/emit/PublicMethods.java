package dev.sorensen.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.sorensen.ClassOverlaps;
import dev.sorensen.EmptyMasks;
import dev.sorensen.OverlapLoss;
import dev.sorensen.SoftOverlap;
import dev.sorensen.internal.ClassTotals;
import dev.sorensen.processor.kernel.Pass;
import dev.sorensen.processor.model.MaskType;
import dev.sorensen.reference.MaskView;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** The static methods that users call. */
final class PublicMethods {

  private final Pair pair;
  private final TypeSpec.Builder type;

  private PublicMethods(Pair pair, TypeSpec.Builder type) {
    this.pair = pair;
    this.type = type;
  }

  /** Adds the methods about a pair. */
  static void add(Pair pair, TypeSpec.Builder type) {
    PublicMethods methods = new PublicMethods(pair, type);
    if (pair.classes() == 1) {
      methods.ofOneClass();
    } else {
      methods.ofSeveralClasses();
    }
    methods.diceLoss();
    GradientMethods.add(pair, type);
  }

  private MethodSpec.Builder method(String name, TypeName returned) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(returned)
        .addParameter(pair.predictionType(), "prediction")
        .addParameter(pair.truthType(), "truth");
  }

  private MethodSpec.Builder method(Pass pass, String name) {
    return method(name, PassMethod.returned(pass))
        .addCode(pair.readingFor(pass))
        .addStatement("return $L", pair.call(pass, "0", "pixels"));
  }

  private void ofOneClass() {
    type.addMethod(
        method(pair.plan().overlap(), "overlap").addJavadoc(EvaluatorDocs.overlap(pair)).build());
    type.addMethod(
        method("overlaps", TypeName.get(ClassOverlaps.class))
            .addJavadoc(EvaluatorDocs.overlapAsOneClass(pair))
            .addStatement("return $T.of(overlap(prediction, truth))", ClassOverlaps.class)
            .build());
    type.addMethod(
        pair.plan()
            .dice()
            .map(pass -> method(pass, "dice"))
            .orElseGet(() -> diceOf("overlap(prediction, truth).dice"))
            .addJavadoc(EvaluatorDocs.dice(pair))
            .build());
    pair.plan()
        .softOverlap()
        .ifPresent(
            pass -> {
              type.addMethod(
                  method(pass, "softOverlap").addJavadoc(EvaluatorDocs.softOverlap(pair)).build());
              type.addMethod(
                  method("softOverlaps", ArrayTypeName.of(SoftOverlap.class))
                      .addJavadoc(EvaluatorDocs.softOverlapAsOneClass(pair))
                      .addStatement(
                          "return new $T[] {softOverlap(prediction, truth)}", SoftOverlap.class)
                      .build());
            });
  }

  private void ofSeveralClasses() {
    type.addMethod(
        method(pair.plan().overlap(), "overlaps")
            .addJavadoc(EvaluatorDocs.overlapsOfClasses(pair))
            .build());
    type.addMethod(
        diceOf(
                pair.prediction().includesBackground()
                    ? "overlaps(prediction, truth).meanDice"
                    : "overlaps(prediction, truth).withoutBackground().meanDice")
            .addJavadoc(EvaluatorDocs.dice(pair))
            .build());
    pair.plan()
        .softOverlap()
        .ifPresent(
            pass ->
                type.addMethod(
                    method(pass, "softOverlaps")
                        .addJavadoc(EvaluatorDocs.softOverlap(pair))
                        .build()));
  }

  private MethodSpec.Builder diceOf(String method) {
    EmptyMasks emptyMasks = pair.prediction().emptyMasks();
    return method("dice", TypeName.DOUBLE)
        .addStatement("return $L($T.$L)", method, EmptyMasks.class, emptyMasks.name());
  }

  private void diceLoss() {
    MethodSpec.Builder declared =
        method("diceLoss", TypeName.DOUBLE).addJavadoc(EvaluatorDocs.diceLoss(pair));
    if (LossCode.isHardDice(pair.prediction())) {
      declared.addStatement("return 1 - dice(prediction, truth)");
    } else {
      declared.addStatement("return $L", lossOf("LOSS"));
    }
    type.addMethod(declared.build());
    type.addMethod(
        method("diceLoss", TypeName.DOUBLE)
            .addJavadoc(EvaluatorDocs.otherLoss(pair))
            .addParameter(OverlapLoss.class, "loss")
            .addStatement("$T.requireNonNull(loss, $S)", Objects.class, "loss")
            .addStatement("return $L", lossOf("loss"))
            .build());
  }

  private CodeBlock lossOf(String loss) {
    if (pair.classes() > 1) {
      return CodeBlock.of(
          "$L.evaluate(new $T[][] {$Z$L}).value()",
          loss,
          SoftOverlap.class,
          pair.soft()
              ? CodeBlock.of("softOverlaps(prediction, truth)")
              : CodeBlock.of("$T.softOverlaps(overlaps(prediction, truth))", ClassTotals.class));
    }
    return CodeBlock.of(
        "$L.value($L)",
        loss,
        pair.soft()
            ? CodeBlock.of("softOverlap(prediction, truth)")
            : CodeBlock.of("$T.of(overlap(prediction, truth))", SoftOverlap.class));
  }

  /** Adds the method that shows a mask to the reference. */
  static void addView(MaskType mask, TypeSpec.Builder type) {
    type.addMethod(
        MethodSpec.methodBuilder("view")
            .addJavadoc(EvaluatorDocs.view(mask))
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(MaskView.class)
            .addParameter(JavaTypes.of(mask.type()), "mask")
            .addCode(MaskReading.view(mask))
            .build());
  }
}
