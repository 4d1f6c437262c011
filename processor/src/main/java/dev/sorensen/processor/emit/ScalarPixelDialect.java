package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.sorensen.internal.Branchless;
import dev.sorensen.processor.kernel.Predicate;
import dev.sorensen.processor.kernel.Value;

/** One pixel at a time; an indicator is 1 or 0. */
final class ScalarPixelDialect extends Dialect {

  private final TypeName pixel;

  /** Creates the dialect of pixels that are read into variables of a type. */
  ScalarPixelDialect(TypeName pixel) {
    this.pixel = pixel;
  }

  @Override
  TypeName type(Value value) {
    return value instanceof Value.Load ? pixel : TypeName.INT;
  }

  @Override
  CodeBlock load(String array, CodeBlock index) {
    return CodeBlock.of("$L[$L]", array, index);
  }

  @Override
  CodeBlock test(String variable, Predicate predicate) {
    return switch (predicate) {
      case Predicate.Is(int label) ->
          CodeBlock.of("$L == $L ? 1 : 0", variable, Literals.label(label));
      case Predicate.IsNot(int label) ->
          CodeBlock.of("$L != $L ? 1 : 0", variable, Literals.label(label));
      case Predicate.Above(float threshold) ->
          CodeBlock.of("$T.above($L, $L)", Branchless.class, variable, Literals.of(threshold));
    };
  }

  @Override
  CodeBlock and(String left, String right) {
    return CodeBlock.of("$L & $L", left, right);
  }

  @Override
  CodeBlock or(String left, String right) {
    return CodeBlock.of("$L | $L", left, right);
  }

  @Override
  CodeBlock added(String accumulator, Value value, String variable) {
    return CodeBlock.of("$L += $L", accumulator, variable);
  }

  @Override
  CodeBlock addedProduct(String accumulator, String left, String right) {
    return CodeBlock.of("$L += $L * $L", accumulator, left, right);
  }
}
