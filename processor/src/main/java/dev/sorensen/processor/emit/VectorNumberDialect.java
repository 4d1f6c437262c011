package dev.sorensen.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.sorensen.processor.kernel.Value;
import dev.sorensen.processor.model.ArrayElement;

/**
 * Floating-point numbers in vectors; an indicator is −1 or 0 in each lane of a vector of integers
 * of their size, and counted in such.
 */
final class VectorNumberDialect extends VectorPixelDialect {

  private final ArrayElement element;
  private final ClassName vector;

  VectorNumberDialect(ArrayElement element) {
    super(element);
    this.element = element;
    this.vector = VectorKernels.vector(element);
  }

  @Override
  ArrayElement countsElement() {
    return element == ArrayElement.FLOAT ? ArrayElement.INT : ArrayElement.LONG;
  }

  @Override
  TypeName type(Value value) {
    return value instanceof Value.Load ? vector : countsType();
  }

  @Override
  CodeBlock above(String variable, double threshold) {
    return CodeBlock.of(
        "$L.compare(GT, $L)$Z.cast($L).toVector()$Z.reinterpretAs$L()",
        variable,
        Literals.of(threshold, element),
        VectorKernels.speciesName(countsElement()),
        integers());
  }

  /** The integers of its size, as the Vector API's names of methods have them. */
  String integers() {
    return element == ArrayElement.FLOAT ? "Ints" : "Longs";
  }

  @Override
  CodeBlock added(String accumulator, Value value, String variable) {
    // An indicator says yes with −1.
    String operation = value instanceof Value.Load ? "add" : "sub";
    return CodeBlock.of("$1L = $1L.$2L($3L)", accumulator, operation, variable);
  }

  @Override
  CodeBlock addedProduct(String accumulator, String left, String right) {
    return CodeBlock.of("$3L = $1L.fma($2L, $3L)", left, right, accumulator);
  }

  /** Far less than a lane holds: what a block counts must also be packed. */
  @Override
  int laneCapacity() {
    return 1024;
  }

  @Override
  CodeBlock sumOfLanes(String counts) {
    return CodeBlock.builder().addStatement("long $1LCount = $1L.reduceLanes(ADD)", counts).build();
  }
}
