package dev.sorensen.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.sorensen.ClassOverlaps;
import dev.sorensen.Overlap;
import dev.sorensen.OverlapLoss;
import dev.sorensen.SoftOverlap;
import dev.sorensen.processor.kernel.Kernel;
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

  static void add(Pair pair, TypeSpec.Builder type) {
    PublicMethods methods = new PublicMethods(pair, type);
    methods.overlap();
    methods.overlaps();
    methods.dice();
    methods.diceLoss();
    if (pair.soft()) {
      methods.softOverlap();
    }
    methods.view();
  }

  private MethodSpec.Builder method(String name, TypeName returned) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
        .returns(returned)
        .addParameter(pair.predictionType(), "prediction")
        .addParameter(pair.truthType(), "truth");
  }

  private void overlap() {
    Kernel kernel = pair.plan().overlap();
    type.addMethod(
        method("overlap", TypeName.get(Overlap.class))
            .addJavadoc(EvaluatorDocs.overlap(pair))
            .addCode(pair.reading())
            .addStatement("return $L", overlapCall("0", "pixels"))
            .build());
    if (pair.choosesBackEnd()) {
      TypeName array = JavaTypes.array(pair.prediction().format().element());
      type.addMethod(
          MethodSpec.methodBuilder("overlap")
              .addJavadoc("Counts a range of pixels with the kernels of this process.\n")
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
              .returns(Overlap.class)
              .addParameter(array, "prediction")
              .addParameter(JavaTypes.array(pair.truth().format().element()), "truth")
              .addParameter(long.class, "from")
              .addParameter(long.class, "to")
              .addStatement(
                  "return $L", pair.backEnd(kernel, CodeBlock.of("(prediction, truth, from, to)")))
              .build());
    }
  }

  private CodeBlock overlapCall(String from, String to) {
    return overlapCall(pair, from, to);
  }

  /** Counts a range of the pixels of what {@link Pair#reading} declares. */
  static CodeBlock overlapCall(Pair pair, String from, String to) {
    if (!pair.choosesBackEnd()) {
      return pair.call(pair.plan().overlap(), from, to);
    }
    return CodeBlock.of(
        "overlap($L, $L, $L, $L)",
        DataNames.of(pair.prediction().data(), "prediction"),
        DataNames.of(pair.truth().data(), "truth"),
        from,
        to);
  }

  private void overlaps() {
    type.addMethod(
        method("overlaps", TypeName.get(ClassOverlaps.class))
            .addJavadoc(EvaluatorDocs.overlaps(pair))
            .addStatement("return $T.of(overlap(prediction, truth))", ClassOverlaps.class)
            .build());
  }

  private void dice() {
    MethodSpec.Builder method =
        method("dice", TypeName.DOUBLE).addJavadoc(EvaluatorDocs.dice(pair));
    pair.plan()
        .dice()
        .ifPresentOrElse(
            kernel ->
                method
                    .addCode(pair.reading())
                    .addStatement("return $L", pair.call(kernel, "0", "pixels")),
            () ->
                method.addStatement(
                    "return overlap(prediction, truth).dice($T.$L)",
                    pair.prediction().emptyMasks().getDeclaringClass(),
                    pair.prediction().emptyMasks().name()));
    type.addMethod(method.build());
  }

  private void diceLoss() {
    MethodSpec.Builder declared =
        method("diceLoss", TypeName.DOUBLE).addJavadoc(EvaluatorDocs.diceLoss(pair));
    if (LossCode.isHardDice(pair.prediction())) {
      declared.addStatement("return 1 - dice(prediction, truth)");
    } else {
      declared.addStatement("return LOSS.value($L)", sums());
    }
    type.addMethod(declared.build());
    type.addMethod(
        method("diceLoss", TypeName.DOUBLE)
            .addJavadoc(EvaluatorDocs.otherLoss(pair))
            .addParameter(OverlapLoss.class, "loss")
            .addStatement("$T.requireNonNull(loss, $S)", Objects.class, "loss")
            .addStatement("return loss.value($L)", sums())
            .build());
  }

  private CodeBlock sums() {
    return pair.soft()
        ? CodeBlock.of("softOverlap(prediction, truth)")
        : CodeBlock.of("$T.of(overlap(prediction, truth))", SoftOverlap.class);
  }

  private void softOverlap() {
    Kernel kernel = pair.plan().softOverlap().orElseThrow();
    type.addMethod(
        method("softOverlap", TypeName.get(SoftOverlap.class))
            .addJavadoc(EvaluatorDocs.softOverlap(pair))
            .addCode(pair.reading())
            .addStatement("return $L", pair.call(kernel, "0", "pixels"))
            .build());
    type.addMethod(
        method("softOverlaps", ArrayTypeName.of(SoftOverlap.class))
            .addJavadoc(EvaluatorDocs.softOverlaps(pair))
            .addStatement("return new $T[] {softOverlap(prediction, truth)}", SoftOverlap.class)
            .build());
  }

  private void view() {
    type.addMethod(
        MethodSpec.methodBuilder("view")
            .addJavadoc(EvaluatorDocs.view())
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(MaskView.class)
            .addParameter(pair.predictionType(), "mask")
            .addCode(MaskReading.view(pair.prediction()))
            .build());
  }
}
