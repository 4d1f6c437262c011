package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import dev.sorensen.processor.kernel.Kernel;
import dev.sorensen.processor.kernel.Program;
import dev.sorensen.processor.kernel.Total;

/** Words of indicators, stored. */
final class IndicatorMethods {

  private IndicatorMethods() {}

  static void addVector(Kernel.Indicators kernel, TypeSpec.Builder type) {
    type.addMethod(
        KernelMethod.indicators(kernel)
            .addJavadoc(KernelDocs.block(kernel))
            .addCode(wholeWords(kernel, WordDialect.ofVectors()))
            .addStatement("int whole = words << 6")
            .addCode(rest(kernel))
            .build());
  }

  static void addScalar(Kernel.Indicators kernel, TypeSpec.Builder type) {
    Program program = kernel.program();
    type.addMethod(
        KernelMethod.indicators(kernel)
            .addJavadoc(KernelDocs.block(kernel))
            .addCode(wholeWords(kernel, WordDialect.ofWholeWords()))
            .addStatement("int rest = length & 63")
            .beginControlFlow("if (rest != 0)")
            .addCode(WordLoop.valid(program.values()))
            .addCode(stored(program, WordDialect.ofRest(), "words"))
            .endControlFlow()
            .build());
  }

  private static CodeBlock wholeWords(Kernel.Indicators kernel, Dialect dialect) {
    return CodeBlock.builder()
        .addStatement("int words = length >>> 6")
        .beginControlFlow("for (int word = 0; word < words; word++)")
        .add(stored(kernel.program(), dialect, "word"))
        .endControlFlow()
        .build();
  }

  private static CodeBlock stored(Program program, Dialect dialect, String word) {
    CodeBlock.Builder code =
        CodeBlock.builder().add(dialect.declarations(program, "", CodeBlock.of(word)));
    for (Total total : program.totals()) {
      code.addStatement(
          "$L[$L + $L] = $L", total.name(), KernelMethod.WORDS_FROM, word, total.of().name());
    }
    return code.build();
  }

  /** Leaves what is less than a word to the scalar kernel. */
  private static CodeBlock rest(Kernel.Indicators kernel) {
    CodeBlock.Builder arguments =
        CodeBlock.builder().add("$L,$W", KernelMethod.rest(kernel, "whole", "words"));
    for (Total total : kernel.program().totals()) {
      arguments.add("$L,$W", total.name());
    }
    return CodeBlock.builder()
        .beginControlFlow("if (whole < length)")
        .addStatement(
            "$L.$L($Z$L$L + words)",
            ScalarKernels.NAME,
            KernelMethod.blockName(kernel),
            arguments.build(),
            KernelMethod.WORDS_FROM)
        .endControlFlow()
        .build();
  }
}
