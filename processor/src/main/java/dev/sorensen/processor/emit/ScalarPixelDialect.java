package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.sorensen.internal.Branchless;
import dev.sorensen.processor.kernel.Value;
import dev.sorensen.processor.model.ArrayElement;

/** One pixel at a time; an indicator is 1 or 0. */
final class ScalarPixelDialect extends ScalarDialect {

  private final ArrayElement pixel;

  /** Creates the dialect of pixels that are read into variables of a type. */
  ScalarPixelDialect(ArrayElement pixel) {
    this.pixel = pixel;
  }

  @Override
  TypeName type(Value value) {
    return value.isIndicator() ? TypeName.INT : JavaTypes.element(pixel);
  }

  @Override
  CodeBlock invariant(Value.Invariant value) {
    return switch (value) {
      case Value.Constant(String name, double number) ->
          CodeBlock.of("$L", Literals.of(number, pixel));
      case Value.Coefficient(String name, String parameter) -> CodeBlock.of("$L", parameter);
    };
  }

  @Override
  CodeBlock sum(String left, String right) {
    return CodeBlock.of("$L + $L", left, right);
  }

  @Override
  CodeBlock difference(String left, String right) {
    return CodeBlock.of("$L - $L", left, right);
  }

  @Override
  CodeBlock product(String left, String right) {
    return CodeBlock.of("$L * $L", left, right);
  }

  @Override
  CodeBlock productPlus(String left, String right, String plus) {
    return CodeBlock.of("$L * $L + $L", left, right, plus);
  }

  @Override
  CodeBlock magnitude(String of) {
    return CodeBlock.of("$T.abs($L)", Math.class, of);
  }

  @Override
  CodeBlock sign(String of) {
    return CodeBlock.of("$1L > 0 ? 1 : $1L < 0 ? -1 : $1L", of);
  }

  @Override
  CodeBlock ofTail(String tail) {
    return CodeBlock.of("$1L < 0 ? 1 + $1L : $1L", tail);
  }

  @Override
  CodeBlock selected(String number, String indicator, String suffix) {
    return CodeBlock.of("($L >>> i & 1) != 0 ? $L : 0", indicator, number);
  }

  @Override
  CodeBlock load(String array, CodeBlock index) {
    return CodeBlock.of("$L[$L]", array, index);
  }

  @Override
  CodeBlock is(String variable, Label label) {
    return CodeBlock.of("$L == $L ? 1 : 0", variable, label.as(pixel));
  }

  @Override
  CodeBlock isNot(String variable, Label label) {
    return CodeBlock.of("$L != $L ? 1 : 0", variable, label.as(pixel));
  }

  @Override
  CodeBlock above(String variable, double threshold) {
    return CodeBlock.of(
        "$T.above($L, $L)", Branchless.class, variable, Literals.of(threshold, pixel));
  }

  @Override
  CodeBlock addedProduct(String accumulator, String left, String right) {
    return CodeBlock.of("$L += $L * $L", accumulator, left, right);
  }
}
