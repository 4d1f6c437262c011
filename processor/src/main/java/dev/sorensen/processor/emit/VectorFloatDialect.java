package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.sorensen.processor.kernel.Predicate;
import dev.sorensen.processor.kernel.Value;

/** Numbers in vectors of floats; an indicator is −1 or 0 in each lane of a vector of ints. */
final class VectorFloatDialect extends VectorPixelDialect {

  @Override
  TypeName type(Value value) {
    return value instanceof Value.Load ? JavaTypes.FLOAT_VECTOR : JavaTypes.INT_VECTOR;
  }

  @Override
  CodeBlock load(String array, CodeBlock index) {
    return CodeBlock.of("$T.fromArray(FLOATS, $L, $L)", JavaTypes.FLOAT_VECTOR, array, index);
  }

  @Override
  CodeBlock test(String variable, Predicate predicate) {
    return switch (predicate) {
      case Predicate.Above(float threshold) ->
          CodeBlock.of(
              "$L.compare(GT, $L)$Z.cast(INTS).toVector().reinterpretAsInts()",
              variable,
              Literals.of(threshold));
      case Predicate.Is is -> throw unanswered(is);
      case Predicate.IsNot isNot -> throw unanswered(isNot);
    };
  }

  private static UnsupportedOperationException unanswered(Predicate predicate) {
    return new UnsupportedOperationException("a probability answers no " + predicate);
  }

  @Override
  CodeBlock and(String left, String right) {
    return CodeBlock.of("$L.and($L)", left, right);
  }

  @Override
  CodeBlock or(String left, String right) {
    return CodeBlock.of("$L.or($L)", left, right);
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
