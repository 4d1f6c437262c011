package dev.sorensen.processor.emit;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.sorensen.internal.MaskChecks;
import dev.sorensen.processor.kernel.Kernel;
import dev.sorensen.processor.kernel.Pass;
import dev.sorensen.processor.model.MaskPairs;
import dev.sorensen.processor.model.MaskType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the evaluator class of a mask type. */
public final class EvaluatorWriter {

  private EvaluatorWriter() {}

  /** Returns the source file of the evaluator of a type. */
  public static JavaFile write(MaskPairs types, Target target) {
    MaskType mask = types.prediction();
    List<Pair> pairs = types.truths().stream().map(truth -> Pair.of(mask, truth, target)).toList();
    boolean choosesBackEnd = pairs.stream().anyMatch(Pair::choosesBackEnd);
    TypeSpec.Builder type =
        TypeSpec.classBuilder(mask.type().evaluatorName())
            .addJavadoc(EvaluatorDocs.type(types))
            .addModifiers(Modifier.FINAL);
    if (mask.type().visibleEverywhere()) {
      type.addModifiers(Modifier.PUBLIC);
    }
    SourceFile.addGenerated(type, target);
    if (types.truths().stream().anyMatch(MaskType::deprecated)) {
      SourceFile.addDeprecatedUse(type);
    }
    type.addField(
        constant(
                TypeName.get(MaskChecks.class),
                "CHECKS",
                "new $T($T.class)",
                MaskChecks.class,
                JavaTypes.evaluator(mask.type()))
            .build());
    type.addField(LossCode.constant(mask));
    type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    pairs.forEach(pair -> PublicMethods.add(pair, type));
    PublicMethods.addView(mask, type);
    for (Pair pair : pairs) {
      MaskReading.addPair(pair, type);
      MaskReading.addMask(pair.truth(), type);
    }
    boxed(pairs).forEach(boxed -> MaskReading.addBox(boxed, type));
    for (Pair pair : pairs) {
      if (pair.truth().equals(mask)) {
        EvaluatorInstance.addMethod("evaluator", pair, type);
      }
      if (types.named().contains(pair.truth())) {
        EvaluatorInstance.addMethod("against" + pair.truth().type().flatName(), pair, type);
      }
    }
    pairs.forEach(pair -> type.addType(pairClass(pair)));
    JavaFile.Builder file = SourceFile.of(mask.type(), type.build(), target);
    if (choosesBackEnd) {
      VectorKernels.addStaticImports(file, type.build());
    }
    return file.build();
  }

  /** The types of which boxes are compared. */
  private static Set<MaskType> boxed(List<Pair> pairs) {
    Set<MaskType> boxed = new LinkedHashSet<>();
    for (Pair pair : pairs) {
      if (pair.comparesBoxes()) {
        boxed.add(pair.prediction());
        boxed.add(pair.truth());
      }
    }
    return boxed;
  }

  /** The class with the passes, kernels and evaluator object of a pair. */
  private static TypeSpec pairClass(Pair pair) {
    TypeSpec.Builder type = NestedClass.named(pair.className(), EvaluatorDocs.pairClass(pair));
    pair.plan().passes().forEach(pass -> PassMethod.add(pair, pass, type));
    if (pair.comparesBoxes()) {
      PassMethod.addOfMasks(pair, pair.plan().overlap(), type);
    }
    type.addType(EvaluatorInstance.of(pair));
    List<Pass> choosing = pair.plan().passes().stream().filter(pair::choosesBackEnd).toList();
    if (!choosing.isEmpty()) {
      type.addType(WarmUpSamples.of(pair, choosing));
    }
    List<Kernel> kernels = pair.plan().kernels();
    if (pair.choosesBackEnd()) {
      type.addType(VectorKernels.of(kernels));
    }
    if (kernels.stream().anyMatch(ScalarKernels::prints)) {
      type.addType(ScalarKernels.of(kernels, pair.vectorApi()));
    }
    return type.build();
  }

  private static FieldSpec.Builder constant(
      TypeName type, String name, String initializer, Object... args) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(initializer, args);
  }
}
