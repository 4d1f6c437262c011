package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.sorensen.processor.kernel.Predicate;
import dev.sorensen.processor.kernel.Value;

/** Words of 64 indicators, in vectors. */
final class VectorWordDialect extends Dialect {

  @Override
  TypeName type(Value value) {
    return JavaTypes.LONG_VECTOR;
  }

  @Override
  CodeBlock load(String array, CodeBlock index) {
    return CodeBlock.of("$T.fromArray(LONGS, $L, $L)", JavaTypes.LONG_VECTOR, array, index);
  }

  @Override
  CodeBlock test(String variable, Predicate predicate) {
    throw new UnsupportedOperationException("a word answers no " + predicate);
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
    return CodeBlock.of("$1L = $1L.add($2L.lanewise(BIT_COUNT))", accumulator, variable);
  }
}
