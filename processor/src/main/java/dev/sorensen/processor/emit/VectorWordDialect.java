package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.sorensen.processor.kernel.Value;
import dev.sorensen.processor.model.ArrayElement;

/** Words of 64 indicators, in vectors. */
final class VectorWordDialect extends VectorDialect {

  VectorWordDialect() {
    super(ArrayElement.LONG);
  }

  @Override
  TypeName type(Value value) {
    return JavaTypes.LONG_VECTOR;
  }

  @Override
  CodeBlock added(String accumulator, Value value, String variable) {
    return CodeBlock.of("$1L = $1L.add($2L.lanewise(BIT_COUNT))", accumulator, variable);
  }
}
