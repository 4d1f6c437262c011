package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.sorensen.internal.ByteWords;
import dev.sorensen.processor.kernel.Value;

/** Labels eight at a time in a long; an indicator is 1 or 0 in each byte. */
final class ByteWordDialect extends ScalarDialect {

  @Override
  TypeName type(Value value) {
    return TypeName.LONG;
  }

  @Override
  CodeBlock load(String array, CodeBlock index) {
    return CodeBlock.of("$T.get($L, $L)", ByteWords.class, array, index);
  }

  @Override
  CodeBlock isNot(String variable, Label label) {
    return CodeBlock.of("$T.nonZero($L)", ByteWords.class, difference(variable, label));
  }

  @Override
  CodeBlock is(String variable, Label label) {
    return CodeBlock.of("$T.zero($L)", ByteWords.class, difference(variable, label));
  }

  /** Bytes that are 0 where the label is found. */
  private static CodeBlock difference(String variable, Label label) {
    return switch (label) {
      case Label.Fixed(int number) when number == 0 -> CodeBlock.of("$L", variable);
      case Label.Fixed(int number) -> CodeBlock.of("$L ^ $L", variable, Literals.labels(number));
      case Label.Asked asked -> CodeBlock.of("$L ^ $T.of(label)", variable, ByteWords.class);
    };
  }
}
