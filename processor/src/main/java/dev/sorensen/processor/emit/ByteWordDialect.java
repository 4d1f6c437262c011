package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.sorensen.internal.ByteWords;
import dev.sorensen.processor.kernel.Predicate;
import dev.sorensen.processor.kernel.Value;

/** Labels eight at a time in a long; an indicator is 1 or 0 in each byte. */
final class ByteWordDialect extends Dialect {

  @Override
  TypeName type(Value value) {
    return TypeName.LONG;
  }

  @Override
  CodeBlock load(String array, CodeBlock index) {
    return CodeBlock.of("$T.get($L, $L)", ByteWords.class, array, index);
  }

  @Override
  CodeBlock test(String variable, Predicate predicate) {
    return switch (predicate) {
      case Predicate.IsNot(int label) ->
          CodeBlock.of("$T.nonZero($L)", ByteWords.class, difference(variable, label));
      case Predicate.Is(int label) ->
          CodeBlock.of("$T.zero($L)", ByteWords.class, difference(variable, label));
      case Predicate.Above above ->
          throw new UnsupportedOperationException("a label answers no " + above);
    };
  }

  /** Bytes that are 0 where the label is found. */
  private static String difference(String variable, int label) {
    return label == 0 ? variable : variable + " ^ " + Literals.labels(label);
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
}
