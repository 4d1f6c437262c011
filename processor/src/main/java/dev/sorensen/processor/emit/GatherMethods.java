package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.sorensen.processor.kernel.Kernel;
import dev.sorensen.processor.kernel.Predicate;
import dev.sorensen.processor.kernel.Value;
import dev.sorensen.processor.model.ArrayElement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The methods that ask 64 pixels a question and return the answers as the bits of a word. */
final class GatherMethods {

  private GatherMethods() {}

  static String name(Value.Gathered value) {
    return value.name() + "Word";
  }

  static boolean asksForClass(Value.Gathered value) {
    return value.predicate() instanceof Predicate.IsClass;
  }

  /** Adds those that kernels need, each once. */
  static void addVector(List<Kernel> kernels, TypeSpec.Builder type) {
    add(kernels, type, true);
  }

  /** Adds those that kernels need, each once; they can also ask fewer pixels. */
  static void addScalar(List<Kernel> kernels, TypeSpec.Builder type) {
    add(kernels, type, false);
  }

  private static void add(List<Kernel> kernels, TypeSpec.Builder type, boolean vectors) {
    Set<Value.Gathered> done = new HashSet<>();
    for (Kernel kernel : kernels) {
      if (kernel instanceof Kernel.Programmed programmed) {
        for (Value.Gathered value : programmed.program().gathered()) {
          if (done.add(value)) {
            ArrayElement element = programmed.operands().of(value.side()).element();
            type.addMethod(vectors ? vector(value, element) : scalar(value, element));
          }
        }
      }
    }
  }

  private static MethodSpec.Builder method(Value.Gathered value, ArrayElement element) {
    return MethodSpec.methodBuilder(name(value))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(TypeName.LONG)
        .addParameter(JavaTypes.array(element), value.side().parameter())
        .addParameter(int.class, "from");
  }

  private static MethodSpec vector(Value.Gathered value, ArrayElement element) {
    String species = VectorKernels.speciesName(element);
    MethodSpec.Builder method =
        method(value, element).addJavadoc("Asks 64 pixels: the first answers in the lowest bit.\n");
    if (asksForClass(value)) {
      method.addParameter(int.class, "label");
    }
    return method
        .addStatement("long word = 0")
        .beginControlFlow("for (int i = 0; i < 64; i += $L.length())", species)
        .addStatement(
            "$1T pixels = $1T.fromArray($2L, $3L, from + i)",
            VectorKernels.vector(element),
            species,
            value.side().parameter())
        .addStatement("word |= pixels.compare($L).toLong() << i", question(value, element))
        .endControlFlow()
        .addStatement("return word")
        .build();
  }

  private static CodeBlock question(Value.Gathered value, ArrayElement element) {
    return switch (value.predicate()) {
      case Predicate.Is(int label) ->
          CodeBlock.of("EQ, $L", new Label.Fixed(label).inLanes(element));
      case Predicate.IsNot(int label) ->
          CodeBlock.of("NE, $L", new Label.Fixed(label).inLanes(element));
      case Predicate.IsClass isClass -> CodeBlock.of("EQ, $L", new Label.Asked().inLanes(element));
      case Predicate.Above(double threshold) ->
          CodeBlock.of("GT, $L", Literals.of(threshold, element));
    };
  }

  private static MethodSpec scalar(Value.Gathered value, ArrayElement element) {
    MethodSpec.Builder method =
        method(value, element)
            .addJavadoc("Asks up to 64 pixels: the first answers in the lowest bit.\n")
            .addParameter(int.class, "count");
    if (asksForClass(value)) {
      method.addParameter(int.class, "label");
    }
    return method
        .addStatement("long word = 0")
        .beginControlFlow("for (int i = 0; i < count; i++)")
        .addStatement(
            "$T pixel = $L[from + i]", JavaTypes.element(element), value.side().parameter())
        .addStatement(
            "long answer = $L", new ScalarPixelDialect(element).test("pixel", value.predicate()))
        .addStatement("word |= answer << i")
        .endControlFlow()
        .addStatement("return word")
        .build();
  }
}
