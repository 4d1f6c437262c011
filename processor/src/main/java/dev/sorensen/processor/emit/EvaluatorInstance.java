package dev.sorensen.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.sorensen.ClassOverlaps;
import dev.sorensen.DiceEvaluator;
import dev.sorensen.EmptyMasks;
import dev.sorensen.Overlap;
import dev.sorensen.OverlapLoss;
import dev.sorensen.SoftDiceEvaluator;
import dev.sorensen.SoftOverlap;
import dev.sorensen.internal.BoxedPairs;
import dev.sorensen.internal.ClassTotals;
import dev.sorensen.internal.ParallelOverlap;
import dev.sorensen.internal.ThresholdSweep;
import dev.sorensen.processor.kernel.Pass;
import dev.sorensen.processor.kernel.Result;
import dev.sorensen.reference.MaskView;
import java.util.List;
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

  /** Returns the object's type, for the nested class of the pair. */
  static TypeSpec of(Pair pair) {
    return new EvaluatorInstance(pair).build();
  }

  /** Adds a public method that returns the object. */
  static void addMethod(String name, Pair pair, TypeSpec.Builder type) {
    type.addMethod(
        MethodSpec.methodBuilder(name)
            .addJavadoc(EvaluatorDocs.evaluator(pair))
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(interfaceType(pair))
            .addStatement("return $L.$L.INSTANCE", pair.className(), NAME)
            .build());
  }

  private static TypeName interfaceType(Pair pair) {
    return pair.soft()
        ? ParameterizedTypeName.get(
            ClassName.get(SoftDiceEvaluator.class),
            pair.predictionType(),
            pair.truthType(),
            GradientCode.type(pair.prediction()))
        : ParameterizedTypeName.get(
            ClassName.get(DiceEvaluator.class), pair.predictionType(), pair.truthType());
  }

  private TypeSpec build() {
    boolean several = pair.classes() > 1;
    if (several) {
      refused("overlap", TypeName.get(Overlap.class), "overlaps");
    } else {
      delegate("overlap", TypeName.get(Overlap.class));
    }
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
      if (several) {
        refused("softOverlap", TypeName.get(SoftOverlap.class), "softOverlaps");
      } else {
        delegate("softOverlap", TypeName.get(SoftOverlap.class));
      }
      delegate("softOverlaps", ArrayTypeName.of(SoftOverlap.class));
      GradientMethods.addInstance(pair, type);
      type.addMethod(sweep());
    } else {
      type.addMethod(
          ofPair("lossSums", ArrayTypeName.of(SoftOverlap.class))
              .addStatement(
                  "return $T.softOverlaps($T.overlaps(prediction, truth))",
                  ClassTotals.class,
                  outer)
              .build());
    }
    type.addMethod(
        method("emptyMasks", TypeName.get(EmptyMasks.class))
            .addStatement("return $T.$L", EmptyMasks.class, pair.prediction().emptyMasks().name())
            .build());
    if (several) {
      refused("overlapParallel", TypeName.get(Overlap.class), "overlaps");
    } else {
      type.addMethod(overlapParallel());
    }
    if (pair.comparesBoxes()) {
      type.addMethod(pairwise());
    }
    type.addMethod(view("view", pair.predictionType(), "prediction", outer));
    type.addMethod(
        view("truthView", pair.truthType(), "truth", JavaTypes.evaluator(pair.truth().type())));
    return type.build();
  }

  private void refused(String name, TypeName returned, String instead) {
    type.addMethod(ofPair(name, returned).addStatement(refusal(name, instead)).build());
  }

  private static CodeBlock refusal(String name, String instead) {
    return CodeBlock.of("throw CHECKS.severalClasses($S, $S)", name, instead);
  }

  private MethodSpec overlapParallel() {
    MethodSpec.Builder method = ofPair("overlapParallel", TypeName.get(Overlap.class));
    Pass pass = pair.plan().overlap();
    if (pair.mergesRuns()) {
      return method.addStatement("return $T.overlap(prediction, truth)", outer).build();
    }
    return method
        .addCode(pair.readingFor(pass))
        .addStatement(
            "return $T.of($Zpixels,$W(from, to) ->$W$L)",
            ParallelOverlap.class,
            pair.call(pass, "from", "to"))
        .build();
  }

  private MethodSpec sweep() {
    MethodSpec.Builder method =
        ofPair("sweep", ArrayTypeName.of(Overlap.class))
            .addParameter(float[].class, "thresholds")
            .varargs();
    return pair.plan()
        .sweep()
        .map(pass -> method.addCode(swept(pass)))
        .orElseGet(() -> method.addStatement(refusal("sweep", "overlaps")))
        .build();
  }

  private CodeBlock swept(Pass pass) {
    boolean logits = pass.result() instanceof Result.Sweep result && result.logits();
    return CodeBlock.builder()
        .addStatement(
            "$1T sweep = $1T.$2L(thresholds)", ThresholdSweep.class, logits ? "ofLogits" : "of")
        .add(pair.readingFor(pass))
        .addStatement(pair.call(pass, "0", "pixels", ", sweep"))
        .addStatement("return sweep.overlaps()")
        .build();
  }

  private MethodSpec pairwise() {
    // Runs are merged as they have been read, and need no kernel.
    CodeBlock kernel =
        pair.mergesRuns()
            ? CodeBlock.of("")
            : CodeBlock.of(
                ",\n(prediction, truth, from, to) -> $L.overlap(prediction, truth, from, to)",
                pair.className());
    return method("pairwise", ArrayTypeName.of(ArrayTypeName.of(Overlap.class)))
        .addParameter(listOf(pair.predictionType()), "predictions")
        .addParameter(listOf(pair.truthType()), "truths")
        .addStatement(
            """
            return $T.overlaps(predictions, truths,
            prediction -> box(prediction, $S),
            truth -> box(truth, $S),
            (prediction, truth) -> $L$L)\
            """,
            BoxedPairs.class,
            "prediction",
            "truth",
            MaskReading.pixelsOfPairCall(pair),
            kernel)
        .build();
  }

  private static TypeName listOf(TypeName element) {
    return ParameterizedTypeName.get(
        ClassName.get(List.class), WildcardTypeName.subtypeOf(element));
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
