package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import dev.sorensen.processor.kernel.Kernel;
import dev.sorensen.processor.model.ArrayElement;

/** A number for each pixel, made one at a time. */
final class ScalarMaps {

  private static final Dialect NUMBERS = new ScalarPixelDialect(ArrayElement.DOUBLE);

  private ScalarMaps() {}

  static void print(Kernel.PixelMap kernel, TypeSpec.Builder type) {
    type.addMethod(
        KernelMethod.map(kernel)
            .addJavadoc(KernelDocs.block(kernel))
            .addCode(NUMBERS.invariants(kernel.program()))
            .beginControlFlow("for (int i = 0; i < length; i++)")
            .addCode(NUMBERS.declarations(kernel.program(), "", CodeBlock.of("i")))
            .addCode(stored(kernel, CodeBlock.of("i")))
            .endControlFlow()
            .build());
  }

  static void print(Kernel.SelectedMap kernel, TypeSpec.Builder type) {
    SelectedTotals parts = SelectedTotals.of(kernel.program());
    type.addMethod(
        KernelMethod.map(kernel)
            .addJavadoc(KernelDocs.block(kernel))
            .addCode(NUMBERS.invariants(kernel.program()))
            .addStatement("int words = length >>> 6")
            .beginControlFlow("for (int word = 0; word < words; word++)")
            .addCode(word(kernel, parts, WordDialect.ofWholeWords(), "word", "64"))
            .endControlFlow()
            .addStatement("int rest = length & 63")
            .beginControlFlow("if (rest != 0)")
            .addCode(WordLoop.valid(parts.words()))
            .addCode(word(kernel, parts, WordDialect.ofRest(), "words", "rest"))
            .endControlFlow()
            .build());
  }

  private static CodeBlock word(
      Kernel.SelectedMap kernel, SelectedTotals parts, Dialect words, String word, String pixels) {
    CodeBlock index = CodeBlock.of("($L << 6) + i", word);
    return CodeBlock.builder()
        .add(words.declarations(parts.words(), "", CodeBlock.of(word)))
        .beginControlFlow("for (int i = 0; i < $L; i++)", pixels)
        .add(NUMBERS.declarations(parts.numbers(), "", index))
        .add(stored(kernel, index))
        .endControlFlow()
        .build();
  }

  private static CodeBlock stored(Kernel.Mapping kernel, CodeBlock index) {
    boolean floats = kernel.operands().prediction().element() == ArrayElement.FLOAT;
    return CodeBlock.builder()
        .addStatement(
            "$L[$L + $L] = $L$L",
            KernelMethod.MAP,
            KernelMethod.MAP_FROM,
            index,
            floats ? "(float) " : "",
            kernel.value().name())
        .build();
  }
}
