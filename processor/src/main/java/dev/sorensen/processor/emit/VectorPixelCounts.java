package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.sorensen.processor.kernel.Kernel;
import dev.sorensen.processor.kernel.Program;
import dev.sorensen.processor.kernel.Total;

/**
 * Counts of indicators in lanes. A block method counts in as many lanes as a vector has, and
 * returns before a lane can overflow; the driver adds up the blocks.
 */
final class VectorPixelCounts {

  /**
   * Vectors of each mask in a step; with more, and with one, the compiler runs out of registers.
   */
  private static final int WAYS = 2;

  private final Kernel.PixelCounts kernel;
  private final Program program;
  private final VectorPixelDialect dialect;
  private final String species;
  private final String step;
  private final String block;

  private VectorPixelCounts(Kernel.PixelCounts kernel) {
    this.kernel = kernel;
    this.program = kernel.program();
    this.step = KernelMethod.constant(kernel, "STEP");
    this.block = KernelMethod.constant(kernel, "BLOCK");
    this.dialect = VectorPixelDialect.of(kernel.element());
    this.species = VectorKernels.speciesName(kernel.element());
  }

  static void print(Kernel.PixelCounts kernel, TypeSpec.Builder type) {
    VectorPixelCounts printer = new VectorPixelCounts(kernel);
    TypeName array = JavaTypes.array(kernel.element());
    type.addField(
        VectorKernels.constant(TypeName.INT, printer.step)
            .addJavadoc("Pixels that a step takes.\n")
            .initializer("$L * $L.length()", WAYS, printer.species)
            .build());
    type.addField(
        VectorKernels.constant(TypeName.INT, printer.block)
            .addJavadoc("Pixels of which no lane's count overflows.\n")
            .initializer("$L * $L", printer.dialect.laneCapacity() / WAYS, printer.step)
            .build());
    type.addMethod(
        KernelMethod.driver(kernel, array)
            .addJavadoc(KernelDocs.driver(kernel))
            .addCode(printer.driver())
            .build());
    type.addMethod(
        KernelMethod.block(kernel, array)
            .addJavadoc(
                "Counts whole steps, a block at the most; see {@link #$L}.\n", kernel.name())
            .addCode(printer.block())
            .build());
  }

  private CodeBlock driver() {
    return CodeBlock.builder()
        .add(KernelMethod.zeroTotals(program, long.class))
        .addStatement("long position = from")
        .addStatement("long wholeSteps = to - (to - from) % $L", step)
        .add(BlockLoop.upTo("wholeSteps", kernel, program))
        .add(BlockLoop.scalarTail("position", kernel, program))
        .add(KernelMethod.result(kernel.result(), program))
        .build();
  }

  private CodeBlock block() {
    CodeBlock.Builder code = CodeBlock.builder().addStatement("int end = (int) to");
    for (Total total : program.totals()) {
      code.addStatement("$T $L = $L", dialect.countsType(), total.name(), dialect.zeroCounts());
    }
    code.beginControlFlow("for (int i = (int) from; i < end; i += $L)", step);
    for (int way = 0; way < WAYS; way++) {
      CodeBlock index = way == 0 ? CodeBlock.of("i") : CodeBlock.of("i + $L.length()", species);
      code.add(dialect.declarations(program, Integer.toString(way), index));
    }
    for (Total total : program.totals()) {
      for (int way = 0; way < WAYS; way++) {
        code.add(dialect.addition(total, Integer.toString(way), total.name()));
      }
    }
    code.endControlFlow();
    for (Total total : program.totals()) {
      code.add(dialect.sumOfLanes(total.name()));
    }
    return code.add(PackedCounts.ofLongs(program, "Count")).build();
  }
}
