package dev.sorensen.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.sorensen.processor.kernel.Value;
import dev.sorensen.processor.model.ArrayElement;
import java.util.List;

/**
 * Spreads the bits of a word over the lanes of vectors, as all ones or all zeros, so that they keep
 * or clear all bits of a number.
 */
final class SelectorLanes {

  private SelectorLanes() {}

  /** Declares what {@link #masks} needs, once. */
  static CodeBlock prelude(ArrayElement element) {
    return CodeBlock.builder()
        .add("// Moves the bit of each lane to the sign.\n")
        .addStatement(
            "$1T toSign = $1T.broadcast($2L, $3L)$Z.sub($1T.zero($2L).addIndex(1))",
            integers(element),
            species(element),
            top(element))
        .build();
  }

  /**
   * Declares a mask for each word, for as many bits as a vector has lanes.
   *
   * @param suffix of the masks' names
   * @param lane the first bit
   */
  static CodeBlock masks(List<Value> words, ArrayElement element, String suffix, CodeBlock lane) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Value word : words) {
      boolean simple = "lane".equals(lane.toString());
      CodeBlock shifted = CodeBlock.of(simple ? "$L >>> $L" : "$L >>> ($L)", word.name(), lane);
      code.addStatement(
          "$1T $2L =$W$1T.broadcast($3L, $4L)$Z.lanewise(LSHL, toSign)$Z.lanewise(ASHR, $5L)",
          integers(element),
          VectorNumberDialect.mask(word.name(), suffix),
          species(element),
          element == ArrayElement.FLOAT ? CodeBlock.of("(int) ($L)", shifted) : shifted,
          top(element));
    }
    return code.build();
  }

  private static ClassName integers(ArrayElement element) {
    return VectorKernels.vector(new VectorNumberDialect(element).countsElement());
  }

  private static String species(ArrayElement element) {
    return VectorKernels.speciesName(new VectorNumberDialect(element).countsElement());
  }

  private static int top(ArrayElement element) {
    return 8 * element.bytes() - 1;
  }
}
