package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.sorensen.processor.kernel.Kernel;
import dev.sorensen.processor.kernel.Program;

/** The loop of a driver over the blocks of its range. */
final class BlockLoop {

  private BlockLoop() {}

  /**
   * Moves {@code position} up to {@code end} block by block, adding the counts of each.
   *
   * @param end the name of the variable to stop at
   */
  static CodeBlock upTo(String end, Kernel kernel, Program program) {
    return CodeBlock.builder()
        .beginControlFlow("while (position < $L)", end)
        .addStatement(
            "long stop = position +$W$T.min($L - position, $L)",
            Math.class,
            end,
            KernelMethod.constant(kernel, "BLOCK"))
        .addStatement(
            "long counts = $L(prediction, truth, position, stop)", KernelMethod.blockName(kernel))
        .add(PackedCounts.added(program, "counts"))
        .addStatement("position = stop")
        .endControlFlow()
        .build();
  }

  /** Leaves what is less than a step of vectors to the scalar kernel. */
  static CodeBlock scalarTail(String position, Kernel kernel, Program program) {
    return CodeBlock.builder()
        .beginControlFlow("if ($L < to)", position)
        .addStatement(
            "long counts = $L.$L(prediction, truth, $L, to)",
            ScalarKernels.NAME,
            KernelMethod.blockName(kernel),
            position)
        .add(PackedCounts.added(program, "counts"))
        .endControlFlow()
        .build();
  }
}
