package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.sorensen.processor.kernel.Program;
import dev.sorensen.processor.kernel.Total;
import dev.sorensen.processor.kernel.Value;
import java.util.List;

/** The loop that takes one word of 64 pixels at a time. */
final class WordLoop {

  private WordLoop() {}

  /** Counts the whole words of a block in variables with the names of the totals. */
  static CodeBlock wholeWords(Dialect dialect, Program program) {
    return CodeBlock.builder()
        .addStatement("int words = length >>> 6")
        .add(KernelMethod.zeroTotals(program, int.class))
        .beginControlFlow("for (int word = 0; word < words; word++)")
        .add(dialect.declarations(program, "", CodeBlock.of("word")))
        .add(additions(dialect, program))
        .endControlFlow()
        .build();
  }

  /** Counts the pixels of a block that are less than a word. */
  static CodeBlock rest(Program program) {
    Dialect dialect = WordDialect.ofRest();
    CodeBlock.Builder code =
        CodeBlock.builder()
            .addStatement("int rest = length & 63")
            .beginControlFlow("if (rest != 0)");
    return code.add(valid(program.values()))
        .add(dialect.declarations(program, "", CodeBlock.of("words")))
        .add(additions(dialect, program))
        .endControlFlow()
        .build();
  }

  /** Declares the bits that count in a last word, where words are loaded. */
  static CodeBlock valid(List<Value> words) {
    return words.stream().anyMatch(Value.Load.class::isInstance)
        ? CodeBlock.builder()
            .add("// Bits past the last pixel may hold anything.\n")
            .addStatement("long valid = -1L >>> -rest")
            .build()
        : CodeBlock.of("");
  }

  private static CodeBlock additions(Dialect dialect, Program program) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Total total : program.totals()) {
      code.add(dialect.addition(total, "", total.name()));
    }
    return code.build();
  }
}
