package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.sorensen.processor.kernel.Value;

/**
 * Words of 64 indicators, one at a time. Those that are gathered from the elements of pixels come
 * from methods that each back end has.
 */
final class WordDialect extends ScalarDialect {

  /** What a word is used for. */
  private enum Part {
    /** All of its pixels, gathered by vectors. */
    VECTORS,
    /** All of its pixels. */
    WHOLE,
    /** The first {@code rest} pixels; the bits of {@code valid}. */
    REST
  }

  private final Part part;

  private WordDialect(Part part) {
    this.part = part;
  }

  /** The dialect of whole words where vectors gather them. */
  static WordDialect ofVectors() {
    return new WordDialect(Part.VECTORS);
  }

  /** The dialect of whole words. */
  static WordDialect ofWholeWords() {
    return new WordDialect(Part.WHOLE);
  }

  /** The dialect of a last word, of which {@code rest} pixels and the bits {@code valid} count. */
  static WordDialect ofRest() {
    return new WordDialect(Part.REST);
  }

  @Override
  TypeName type(Value value) {
    return TypeName.LONG;
  }

  @Override
  CodeBlock load(String array, CodeBlock index) {
    CodeBlock word = CodeBlock.of("$L[$L]", array, index);
    return part == Part.REST ? CodeBlock.of("$L & valid", word) : word;
  }

  @Override
  CodeBlock gathered(Value.Gathered value, CodeBlock index) {
    String count =
        switch (part) {
          case VECTORS -> "";
          case WHOLE -> ", 64";
          case REST -> ", rest";
        };
    return CodeBlock.of(
        "$L($L, $L + ($L << 6)$L$L)",
        GatherMethods.name(value),
        value.side().parameter(),
        KernelMethod.from(value.side()),
        index,
        count,
        GatherMethods.asksForClass(value) ? ", label" : "");
  }

  @Override
  CodeBlock added(String accumulator, Value value, String variable) {
    return CodeBlock.of("$L += $T.bitCount($L)", accumulator, Long.class, variable);
  }
}
