package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.sorensen.internal.Branchless;
import dev.sorensen.processor.kernel.Value;

/** One pixel at a time; an indicator is 1 or 0. */
final class ScalarPixelDialect extends ScalarDialect {

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
  CodeBlock is(String variable, int label) {
    return CodeBlock.of("$L == $L ? 1 : 0", variable, Literals.label(label));
  }

  @Override
  CodeBlock isNot(String variable, int label) {
    return CodeBlock.of("$L != $L ? 1 : 0", variable, Literals.label(label));
  }

  @Override
  CodeBlock above(String variable, float threshold) {
    return CodeBlock.of("$T.above($L, $L)", Branchless.class, variable, Literals.of(threshold));
  }

  @Override
  CodeBlock addedProduct(String accumulator, String left, String right) {
    return CodeBlock.of("$L += $L * $L", accumulator, left, right);
  }
}
