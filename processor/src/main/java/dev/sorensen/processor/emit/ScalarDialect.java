package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.sorensen.processor.kernel.Value;

/** Indicators and numbers in variables of primitive types. */
abstract class ScalarDialect extends Dialect {

  @Override
  final CodeBlock and(String left, String right) {
    return CodeBlock.of("$L & $L", left, right);
  }

  @Override
  final CodeBlock or(String left, String right) {
    return CodeBlock.of("$L | $L", left, right);
  }

  @Override
  CodeBlock added(String accumulator, Value value, String variable) {
    return CodeBlock.of("$L += $L", accumulator, variable);
  }
}
