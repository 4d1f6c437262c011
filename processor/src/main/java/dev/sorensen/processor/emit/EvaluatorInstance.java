package dev.sorensen.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.sorensen.ClassOverlaps;
import dev.sorensen.DiceEvaluator;
import dev.sorensen.EmptyMasks;
import dev.sorensen.Overlap;
import dev.sorensen.OverlapLoss;
import dev.sorensen.SoftDiceEvaluator;
import dev.sorensen.SoftOverlap;
import dev.sorensen.internal.ParallelOverlap;
import dev.sorensen.processor.kernel.Kernel;
import dev.sorensen.reference.MaskView;
import javax.lang.model.element.Modifier;

/**
 * The static methods as an object. It is an enum of one constant: without state, the same object
 * after serialization, and with nothing to get wrong.
 */
final class EvaluatorInstance {

  private static final String NAME = "Evaluator";

  private final Pair pair;
  private final ClassName outer;
  private final TypeSpec.Builder type;

  private EvaluatorInstance(Pair pair) {
    this.pair = pair;
    this.outer = JavaTypes.evaluator(pair.prediction().type());
    this.type =
        TypeSpec.enumBuilder(NAME)
            .addModifiers(Modifier.PRIVATE)
            .addSuperinterface(interfaceType(pair))
            .addEnumConstant("INSTANCE");
  }

  static void add(Pair pair, TypeSpec.Builder type) {
    type.addMethod(
        MethodSpec.methodBuilder("evaluator")
            .addJavadoc(EvaluatorDocs.evaluator())
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(interfaceType(pair))
            .addStatement("return $L.INSTANCE", NAME)
            .build());
    type.addType(new EvaluatorInstance(pair).build());
  }

  private static TypeName interfaceType(Pair pair) {
    return pair.soft()
        ? ParameterizedTypeName.get(
            ClassName.get(SoftDiceEvaluator.class),
            pair.predictionType(),
            pair.truthType(),
            JavaTypes.array(pair.prediction().format().element()))
        : ParameterizedTypeName.get(
            ClassName.get(DiceEvaluator.class), pair.predictionType(), pair.truthType());
  }

  private TypeSpec build() {
    delegate("overlap", TypeName.get(Overlap.class));
    delegate("overlaps", TypeName.get(ClassOverlaps.class));
    delegate("dice", TypeName.DOUBLE);
    delegate("diceLoss", TypeName.DOUBLE);
    type.addMethod(
        ofPair("diceLoss", TypeName.DOUBLE)
            .addParameter(OverlapLoss.class, "loss")
            .addStatement("return $T.diceLoss(prediction, truth, loss)", outer)
            .build());
    type.addMethod(
        method("loss", TypeName.get(OverlapLoss.class)).addStatement("return LOSS").build());
    if (pair.soft()) {
      delegate("softOverlap", TypeName.get(SoftOverlap.class));
      delegate("softOverlaps", ArrayTypeName.of(SoftOverlap.class));
    } else {
      type.addMethod(
          ofPair("lossSums", ArrayTypeName.of(SoftOverlap.class))
              .addStatement(
                  "return new $1T[] {$Z$1T.of($2T.overlap(prediction, truth))}",
                  SoftOverlap.class,
                  outer)
              .build());
    }
    type.addMethod(
        method("emptyMasks", TypeName.get(EmptyMasks.class))
            .addStatement("return $T.$L", EmptyMasks.class, pair.prediction().emptyMasks().name())
            .build());
    type.addMethod(overlapParallel());
    type.addMethod(view("view", pair.predictionType(), "prediction", outer));
    type.addMethod(
        view("truthView", pair.truthType(), "truth", JavaTypes.evaluator(pair.truth().type())));
    return type.build();
  }

  private MethodSpec overlapParallel() {
    MethodSpec.Builder method = ofPair("overlapParallel", TypeName.get(Overlap.class));
    if (pair.plan().overlap() instanceof Kernel.RunMerge) {
      return method.addStatement("return $T.overlap(prediction, truth)", outer).build();
    }
    CodeBlock call = PublicMethods.overlapCall(pair, "from", "to");
    return method
        .addCode(pair.reading())
        .addStatement(
            "return $T.of($Zpixels,$W(from, to) ->$W$L)",
            ParallelOverlap.class,
            pair.choosesBackEnd() ? CodeBlock.of("$T.$L", outer, call) : call)
        .build();
  }

  private static MethodSpec view(String name, TypeName mask, String role, ClassName evaluator) {
    return method(name, TypeName.get(MaskView.class))
        .addParameter(mask, role)
        .addStatement("return $T.view($L)", evaluator, role)
        .build();
  }

  private void delegate(String name, TypeName returned) {
    type.addMethod(
        ofPair(name, returned)
            .addStatement("return $T.$L(prediction, truth)", outer, name)
            .build());
  }

  private MethodSpec.Builder ofPair(String name, TypeName returned) {
    return method(name, returned)
        .addParameter(pair.predictionType(), "prediction")
        .addParameter(pair.truthType(), "truth");
  }

  private static MethodSpec.Builder method(String name, TypeName returned) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(returned);
  }
}
