package dev.sorensen.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.sorensen.processor.kernel.Kernel;
import dev.sorensen.processor.model.ArrayElement;
import javax.lang.model.element.Modifier;

/** The number of the class with the largest value. It is kept as a number of the values' type. */
final class LargestMethods {

  private LargestMethods() {}

  private static MethodSpec.Builder block(Kernel.Largest kernel) {
    TypeName array = JavaTypes.array(kernel.operand().stored());
    return MethodSpec.methodBuilder(KernelMethod.blockName(kernel))
        .addJavadoc(KernelDocs.block(kernel))
        .addModifiers(Modifier.STATIC)
        .addParameter(array, "values")
        .addParameter(int.class, "from")
        .addParameter(int.class, "stride")
        .addParameter(int.class, "length")
        .addParameter(array, "largest")
        .addParameter(int.class, "largestFrom");
  }

  static void addScalar(Kernel.Largest kernel, TypeSpec.Builder type) {
    TypeName number = JavaTypes.element(kernel.operand().stored());
    type.addMethod(
        block(kernel)
            .beginControlFlow("for (int i = 0; i < length; i++)")
            .addStatement("$T highest = $T.NEGATIVE_INFINITY", number, number.box())
            .addStatement("int label = 0")
            .beginControlFlow("for (int c = 0; c < $L; c++)", kernel.classes())
            .addStatement("$T value = values[from + c * stride + i]", number)
            .beginControlFlow("if (value > highest)")
            .addStatement("highest = value")
            .addStatement("label = c")
            .endControlFlow()
            .endControlFlow()
            .addStatement("largest[largestFrom + i] = label")
            .endControlFlow()
            .build());
  }

  static void addVector(Kernel.Largest kernel, TypeSpec.Builder type) {
    ArrayElement element = kernel.operand().stored();
    ClassName vector = VectorKernels.vector(element);
    String species = VectorKernels.speciesName(element);
    TypeName number = JavaTypes.element(element);
    type.addMethod(
        block(kernel)
            .addStatement("int wholeSteps = length - length % $L.length()", species)
            .beginControlFlow("for (int i = 0; i < wholeSteps; i += $L.length())", species)
            .addStatement(
                "$1T highest = $1T.broadcast($2L, $3T.NEGATIVE_INFINITY)",
                vector,
                species,
                number.box())
            .addStatement("$1T label = $1T.zero($2L)", vector, species)
            .beginControlFlow("for (int c = 0; c < $L; c++)", kernel.classes())
            .addStatement(
                "$1T value = $1T.fromArray($2L, values, from + c * stride + i)", vector, species)
            .addStatement(
                "$T higher = value.compare(GT, highest)",
                ParameterizedTypeName.get(JavaTypes.VECTOR_MASK, number.box()))
            .addStatement("highest = highest.blend(value, higher)")
            .addStatement("label = label.blend(($T) c, higher)", number)
            .endControlFlow()
            .addStatement("label.intoArray(largest, largestFrom + i)")
            .endControlFlow()
            .addStatement(
                "$L.$L(values, from + wholeSteps, stride, length - wholeSteps,$Wlargest,$W"
                    + "largestFrom + wholeSteps)",
                ScalarKernels.NAME,
                KernelMethod.blockName(kernel))
            .build());
  }
}
