package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.sorensen.processor.kernel.Program;
import dev.sorensen.processor.kernel.Total;

/** The loop that takes one pixel at a time. */
final class PixelLoop {

  private PixelLoop() {}

  /** Moves {@code i} up to {@code length}, adding to variables with the names of the totals. */
  static CodeBlock of(Dialect dialect, Program program) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .beginControlFlow("for (; i < length; i++)")
            .add(dialect.declarations(program, "", CodeBlock.of("i")));
    for (Total total : program.totals()) {
      code.add(dialect.addition(total, "", total.name()));
    }
    return code.endControlFlow().build();
  }
}
