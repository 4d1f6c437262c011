package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.sorensen.internal.ByteWords;
import dev.sorensen.processor.kernel.Predicate;
import dev.sorensen.processor.kernel.Value;

/** Labels in vectors of bytes; an indicator is 1 or 0 in each lane. */
final class VectorByteDialect extends VectorPixelDialect {

  @Override
  TypeName type(Value value) {
    return JavaTypes.BYTE_VECTOR;
  }

  @Override
  CodeBlock load(String array, CodeBlock index) {
    return CodeBlock.of("$T.fromArray(BYTES, $L, $L)", JavaTypes.BYTE_VECTOR, array, index);
  }

  @Override
  CodeBlock test(String variable, Predicate predicate) {
    return switch (predicate) {
      case Predicate.IsNot(int label) ->
          CodeBlock.of("$L$Z.lanewise(UMIN, (byte) 1)", difference(variable, label));
      // 1 − difference, never below 0.
      case Predicate.Is(int label) ->
          CodeBlock.of(
              "$T.broadcast(BYTES, 1)$Z.lanewise(SUSUB, $L)",
              JavaTypes.BYTE_VECTOR,
              difference(variable, label));
      case Predicate.Above above ->
          throw new UnsupportedOperationException("a label answers no " + above);
    };
  }

  /** Lanes that are 0 where the label is found. */
  private static CodeBlock difference(String variable, int label) {
    return label == 0
        ? CodeBlock.of("$L", variable)
        : CodeBlock.of("$L.lanewise(XOR, (byte) $L)", variable, label);
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
    return CodeBlock.of("$1L = $1L.add($2L)", accumulator, variable);
  }

  @Override
  int laneCapacity() {
    return 255;
  }

  @Override
  TypeName countsType() {
    return JavaTypes.BYTE_VECTOR;
  }

  @Override
  CodeBlock zeroCounts() {
    return CodeBlock.of("$T.zero(BYTES)", JavaTypes.BYTE_VECTOR);
  }

  @Override
  CodeBlock sumOfLanes(String counts) {
    // Pairs of bytes add up in 16 bits, which then cannot overflow.
    return CodeBlock.builder()
        .addStatement("$T $LLongs = $L.reinterpretAsLongs()", JavaTypes.LONG_VECTOR, counts, counts)
        .addStatement(
            "$1T $2LPairs = $2LLongs.and(0x00FF00FF00FF00FFL)$Z"
                + ".add($2LLongs.lanewise(LSHR, 8).and(0x00FF00FF00FF00FFL))",
            JavaTypes.LONG_VECTOR,
            counts)
        .addStatement(
            "long $1LCount = $2T.sumOfPairs($1LPairs.reduceLanes(ADD))", counts, ByteWords.class)
        .build();
  }
}
