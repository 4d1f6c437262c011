package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.sorensen.processor.kernel.Value;
import java.util.Optional;

/** Words of 64 indicators, one at a time. */
final class ScalarWordDialect extends ScalarDialect {

  private final Optional<String> mask;

  /** Creates the dialect of whole words. */
  ScalarWordDialect() {
    this.mask = Optional.empty();
  }

  /** Creates the dialect of words of which a variable says which bits count. */
  ScalarWordDialect(String mask) {
    this.mask = Optional.of(mask);
  }

  @Override
  TypeName type(Value value) {
    return TypeName.LONG;
  }

  @Override
  CodeBlock load(String array, CodeBlock index) {
    CodeBlock word = CodeBlock.of("$L[$L]", array, index);
    return mask.isEmpty() ? word : CodeBlock.of("$L & $L", word, mask.get());
  }

  @Override
  CodeBlock added(String accumulator, Value value, String variable) {
    return CodeBlock.of("$L += $T.bitCount($L)", accumulator, Long.class, variable);
  }
}
