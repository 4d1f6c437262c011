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
    return value.isIndicator() ? countsType() : vector;
  }

  @Override
  CodeBlock invariant(Value.Invariant value) {
    return CodeBlock.of(
        "$T.broadcast($L, $L)", vector, VectorKernels.speciesName(element), of(value));
  }

  private CodeBlock of(Value.Invariant value) {
    return switch (value) {
      case Value.Constant(String name, double number) ->
          CodeBlock.of("$L", Literals.of(number, element));
      case Value.Coefficient(String name, String parameter) ->
          CodeBlock.of(element == ArrayElement.FLOAT ? "(float) $L" : "$L", parameter);
    };
  }

  @Override
  CodeBlock sum(String left, String right) {
    return CodeBlock.of("$L.add($L)", left, right);
  }

  @Override
  CodeBlock difference(String left, String right) {
    return CodeBlock.of("$L.sub($L)", left, right);
  }

  @Override
  CodeBlock product(String left, String right) {
    return CodeBlock.of("$L.mul($L)", left, right);
  }

  @Override
  CodeBlock productPlus(String left, String right, String plus) {
    return CodeBlock.of("$L.fma($L, $L)", left, right, plus);
  }

  @Override
  CodeBlock magnitude(String of) {
    return CodeBlock.of("$L.abs()", of);
  }

  @Override
  CodeBlock sign(String of) {
    String zero = Literals.of(0, element);
    String one = Literals.of(1, element);
    return CodeBlock.of(
        "$1L.blend($3L, $1L.compare(GT, $2L))$Z.blend(-$3L, $1L.compare(LT, $2L))", of, zero, one);
  }

  @Override
  CodeBlock ofTail(String tail) {
    return CodeBlock.of(
        "$1L.blend($1L.add($2L), $1L.compare(LT, $3L))",
        tail,
        Literals.of(1, element),
        Literals.of(0, element));
  }

  @Override
  CodeBlock selected(String number, String indicator, String suffix) {
    return CodeBlock.of(
        "$L.reinterpretAs$L()$Z.and($L)$Z.reinterpretAs$L()",
        number,
        integers(),
        mask(indicator, suffix),
        element == ArrayElement.FLOAT ? "Floats" : "Doubles");
  }

  /** The variable with the lanes of a word of indicators, all ones or all zeros. */
  static String mask(String indicator, String suffix) {
    return indicator + "Mask" + suffix;
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
    String operation = value.isIndicator() ? "sub" : "add";
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
