package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.sorensen.Form;
import dev.sorensen.OverlapLoss;
import dev.sorensen.internal.LossDerivatives;
import dev.sorensen.processor.kernel.Pass;
import dev.sorensen.processor.kernel.Side;
import dev.sorensen.processor.model.MaskType;
import dev.sorensen.processor.model.Storage;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** The methods about gradients: static ones that users call, and those of the evaluator object. */
final class GradientMethods {

  private final Pair pair;
  private final MaskType prediction;
  private final String values;

  private GradientMethods(Pair pair) {
    this.pair = pair;
    this.prediction = pair.prediction();
    this.values = pair.data(Side.PREDICTION);
  }

  /** Adds the static methods, where the prediction holds numbers. */
  static void add(Pair pair, TypeSpec.Builder type) {
    if (pair.plan().gradient().isPresent()) {
      new GradientMethods(pair).addStatic(type);
    }
  }

  /** Adds the methods of the evaluator object. */
  static void addInstance(Pair pair, TypeSpec.Builder type) {
    new GradientMethods(pair).addInstance(type);
  }

  private TypeName gradientType() {
    return GradientCode.type(prediction);
  }

  private void addStatic(TypeSpec.Builder type) {
    type.addMethod(
        ofPair("lossAndGradient", TypeName.DOUBLE)
            .addJavadoc(EvaluatorDocs.lossAndGradient(pair))
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addParameter(gradientType(), "gradient")
            .addStatement("return lossAndGradient(prediction, truth, gradient, LOSS)")
            .build());
    Pass sums = pair.plan().softOverlap().orElseThrow();
    Pass gradient = pair.plan().gradient().orElseThrow();
    type.addMethod(
        ofPair("lossAndGradient", TypeName.DOUBLE)
            .addJavadoc(EvaluatorDocs.otherLossAndGradient(pair))
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addParameter(gradientType(), "gradient")
            .addParameter(OverlapLoss.class, "loss")
            .addStatement("$T.requireNonNull(loss, $S)", Objects.class, "loss")
            .addCode(pair.readingFor(sums))
            .addCode(checked())
            .addStatement(
                "$T result = $T.ofSample($Zloss, $L)",
                OverlapLoss.Result.class,
                LossDerivatives.class,
                pair.call(sums, "0", "pixels"))
            .addStatement(
                "$L",
                pair.call(
                    gradient,
                    "0",
                    "pixels",
                    ",$Wresult.byIntersection()[0], result.byPrediction()[0], gradient"))
            .addStatement("return result.value()")
            .build());
  }

  private void addInstance(TypeSpec.Builder type) {
    type.addMethod(
        overriding("form", TypeName.get(Form.class))
            .addStatement("return $T.$L", Form.class, prediction.form().name())
            .build());
    type.addMethod(
        overriding("lossAndGradient", TypeName.DOUBLE)
            .addParameter(pair.predictionType(), "prediction")
            .addParameter(pair.truthType(), "truth")
            .addParameter(gradientType(), "gradient")
            .addParameter(OverlapLoss.class, "loss")
            .addStatement(
                "return $T.lossAndGradient($Zprediction, truth, gradient, loss)",
                JavaTypes.evaluator(prediction.type()))
            .build());
    Pass gradient = pair.plan().gradient().orElseThrow();
    type.addMethod(
        overriding("gradient", TypeName.VOID)
            .addParameter(pair.predictionType(), "prediction")
            .addParameter(pair.truthType(), "truth")
            .addParameter(double[].class, "byIntersection")
            .addParameter(double[].class, "byPrediction")
            .addParameter(gradientType(), "gradient")
            .addStatement("CHECKS.derivatives(byIntersection, byPrediction, $L)", pair.classes())
            .addCode(pair.readingFor(gradient))
            .addCode(checked())
            .addStatement(
                "$L",
                pair.call(gradient, "0", "pixels", ",$WbyIntersection, byPrediction, gradient"))
            .build());
    type.addMethod(
        overriding("newGradient", gradientType())
            .addParameter(pair.predictionType(), "prediction")
            .addCode(MaskReading.ofMask(prediction, "prediction", values))
            .addCode(anew())
            .build());
    type.addMethod(
        overriding("checkGradient", TypeName.VOID)
            .addParameter(pair.predictionType(), "prediction")
            .addParameter(gradientType(), "gradient")
            .addCode(MaskReading.ofMask(prediction, "prediction", values))
            .addCode(checked())
            .build());
  }

  private CodeBlock anew() {
    TypeName element = JavaTypes.element(prediction.format().element());
    return prediction.storage() == Storage.SEGMENT
        ? CodeBlock.builder()
            .addStatement(
                "return $T.ofAuto()$Z.allocate($L.byteSize(), $T.JAVA_$L.byteAlignment())",
                Arena.class,
                values,
                ValueLayout.class,
                prediction.format().element().name())
            .build()
        : CodeBlock.builder().addStatement("return new $T[$L.length]", element, values).build();
  }

  /** Checks the gradient, once the prediction's data is. */
  private CodeBlock checked() {
    String name = prediction.data().displayName();
    CodeBlock.Builder code = CodeBlock.builder();
    if (prediction.storage() == Storage.SEGMENT) {
      int size = prediction.format().element().bytes();
      return code.addStatement(
              "CHECKS.gradient($Zgradient, $S, $L.byteSize() / $L, $L)", name, values, size, size)
          .build();
    }
    return code.addStatement("CHECKS.gradient($Zgradient, $S, $L.length)", name, values).build();
  }

  private MethodSpec.Builder ofPair(String name, TypeName returned) {
    return MethodSpec.methodBuilder(name)
        .returns(returned)
        .addParameter(pair.predictionType(), "prediction")
        .addParameter(pair.truthType(), "truth");
  }

  private static MethodSpec.Builder overriding(String name, TypeName returned) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(returned);
  }
}
