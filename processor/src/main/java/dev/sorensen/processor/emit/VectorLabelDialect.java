package dev.sorensen.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.sorensen.internal.ByteWords;
import dev.sorensen.processor.kernel.Value;
import dev.sorensen.processor.model.ArrayElement;

/** Labels in vectors of integers; an indicator is 1 or 0 in each lane, and counted in place. */
final class VectorLabelDialect extends VectorPixelDialect {

  private final ArrayElement element;
  private final ClassName vector;
  private final String species;

  VectorLabelDialect(ArrayElement element) {
    super(element);
    this.element = element;
    this.vector = VectorKernels.vector(element);
    this.species = VectorKernels.speciesName(element);
  }

  @Override
  TypeName type(Value value) {
    return vector;
  }

  @Override
  CodeBlock isNot(String variable, Label label) {
    return CodeBlock.of("$L$Z.lanewise(UMIN, ($T) 1)", difference(variable, label), lane());
  }

  @Override
  CodeBlock is(String variable, Label label) {
    // 1 − difference, never below 0.
    return CodeBlock.of(
        "$T.broadcast($L, 1)$Z.lanewise(SUSUB, $L)", vector, species, difference(variable, label));
  }

  /** Lanes that are 0 where the label is found. */
  private CodeBlock difference(String variable, Label label) {
    return label instanceof Label.Fixed(int number) && number == 0
        ? CodeBlock.of("$L", variable)
        : CodeBlock.of("$L.lanewise(XOR, $L)", variable, label.inLanes(element));
  }

  private TypeName lane() {
    return JavaTypes.element(element);
  }

  @Override
  CodeBlock added(String accumulator, Value value, String variable) {
    return CodeBlock.of("$1L = $1L.add($2L)", accumulator, variable);
  }

  /** What a lane holds; of 16 bits less, for what a block counts must also be packed. */
  @Override
  int laneCapacity() {
    return element == ArrayElement.BYTE ? 255 : 256;
  }

  @Override
  CodeBlock sumOfLanes(String counts) {
    return element == ArrayElement.BYTE
        ? sumOfLanes(counts, 8, "0x00FF00FF00FF00FFL", "sumOfPairs")
        : sumOfLanes(counts, 16, "0x0000FFFF0000FFFFL", "sumOfHalves");
  }

  /** Neighbouring lanes add up in twice the bits, where their sums then cannot overflow. */
  private static CodeBlock sumOfLanes(String counts, int bits, String everyOther, String sum) {
    return CodeBlock.builder()
        .addStatement("$T $LLongs = $L.reinterpretAsLongs()", JavaTypes.LONG_VECTOR, counts, counts)
        .addStatement(
            "$1T $2LPairs = $2LLongs.and($3L)$Z.add($2LLongs.lanewise(LSHR, $4L).and($3L))",
            JavaTypes.LONG_VECTOR,
            counts,
            everyOther,
            bits)
        .addStatement(
            "long $1LCount = $2T.$3L($1LPairs.reduceLanes(ADD))", counts, ByteWords.class, sum)
        .build();
  }
}
