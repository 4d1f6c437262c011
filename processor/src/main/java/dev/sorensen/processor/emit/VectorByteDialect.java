package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.sorensen.internal.ByteWords;
import dev.sorensen.processor.kernel.Value;
import dev.sorensen.processor.model.ArrayElement;

/** Labels in vectors of bytes; an indicator is 1 or 0 in each lane. */
final class VectorByteDialect extends VectorPixelDialect {

  VectorByteDialect() {
    super(ArrayElement.BYTE);
  }

  @Override
  TypeName type(Value value) {
    return JavaTypes.BYTE_VECTOR;
  }

  @Override
  CodeBlock isNot(String variable, int label) {
    return CodeBlock.of("$L$Z.lanewise(UMIN, (byte) 1)", difference(variable, label));
  }

  @Override
  CodeBlock is(String variable, int label) {
    // 1 − difference, never below 0.
    return CodeBlock.of(
        "$T.broadcast(BYTES, 1)$Z.lanewise(SUSUB, $L)",
        JavaTypes.BYTE_VECTOR,
        difference(variable, label));
  }

  /** Lanes that are 0 where the label is found. */
  private static CodeBlock difference(String variable, int label) {
    return label == 0
        ? CodeBlock.of("$L", variable)
        : CodeBlock.of("$L.lanewise(XOR, (byte) $L)", variable, label);
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
