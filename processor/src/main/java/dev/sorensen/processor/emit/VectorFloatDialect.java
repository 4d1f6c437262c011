package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.sorensen.processor.kernel.Value;
import dev.sorensen.processor.model.ArrayElement;

/** Numbers in vectors of floats; an indicator is −1 or 0 in each lane of a vector of ints. */
final class VectorFloatDialect extends VectorPixelDialect {

  VectorFloatDialect() {
    super(ArrayElement.FLOAT);
  }

  @Override
  TypeName type(Value value) {
    return value instanceof Value.Load ? JavaTypes.FLOAT_VECTOR : JavaTypes.INT_VECTOR;
  }

  @Override
  CodeBlock above(String variable, float threshold) {
    return CodeBlock.of(
        "$L.compare(GT, $L)$Z.cast(INTS).toVector().reinterpretAsInts()",
        variable,
        Literals.of(threshold));
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

  /** Far less than an int holds: what a block counts must also be packed. */
  @Override
  int laneCapacity() {
    return 1024;
  }

  @Override
  TypeName countsType() {
    return JavaTypes.INT_VECTOR;
  }

  @Override
  CodeBlock zeroCounts() {
    return CodeBlock.of("$T.zero(INTS)", JavaTypes.INT_VECTOR);
  }

  @Override
  CodeBlock sumOfLanes(String counts) {
    return CodeBlock.builder().addStatement("long $1LCount = $1L.reduceLanes(ADD)", counts).build();
  }
}
