package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.sorensen.processor.kernel.Kernel;
import dev.sorensen.processor.kernel.Program;
import dev.sorensen.processor.kernel.Total;
import dev.sorensen.processor.model.ArrayElement;
import javax.lang.model.element.Modifier;

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
  private final String most;

  private VectorPixelCounts(Kernel.PixelCounts kernel) {
    ArrayElement element = kernel.element();
    this.kernel = kernel;
    this.program = kernel.program();
    this.step = KernelMethod.constant(kernel.name(), "STEP");
    this.most = KernelMethod.constant(kernel.name(), "MOST");
    this.dialect = VectorPixelDialect.of(element);
    this.species = VectorKernels.speciesName(element);
  }

  static void print(Kernel.PixelCounts kernel, TypeSpec.Builder type) {
    VectorPixelCounts printer = new VectorPixelCounts(kernel);
    type.addField(
        VectorKernels.constant(TypeName.INT, printer.step)
            .addJavadoc("Pixels that a step takes.\n")
            .initializer("$L * $L.length()", WAYS, printer.species)
            .build());
    type.addField(
        VectorKernels.constant(TypeName.INT, printer.most)
            .addJavadoc("Pixels of which no lane's count overflows.\n")
            .initializer("$L * $L", printer.dialect.laneCapacity() / WAYS, printer.step)
            .build());
    type.addMethod(
        KernelMethod.counts(kernel)
            .addJavadoc(KernelDocs.block(kernel))
            .addCode(printer.block())
            .build());
    type.addMethod(
        MethodSpec.methodBuilder(KernelMethod.lanesName(kernel))
            .addJavadoc("Counts whole steps in lanes; see {@link #$L}.\n", printer.most)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(long.class)
            .addParameters(KernelMethod.parameters(kernel))
            .addCode(printer.lanes())
            .build());
  }

  private CodeBlock block() {
    return CodeBlock.builder()
        .addStatement("long counts = 0")
        .addStatement("int wholeSteps = length - length % $L", step)
        .addStatement("int done = 0")
        .beginControlFlow("while (done < wholeSteps)")
        .addStatement("int part = $T.min(wholeSteps - done, $L)", Math.class, most)
        .addStatement(
            "counts += $L($Z$L)",
            KernelMethod.lanesName(kernel),
            KernelMethod.arguments(kernel, "done", "done", CodeBlock.of("part")))
        .addStatement("done += part")
        .endControlFlow()
        .add(PackedCounts.withRest(kernel, "counts", "done", "done"))
        .build();
  }

  private CodeBlock lanes() {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Total total : program.totals()) {
      code.addStatement("$T $L = $L", dialect.countsType(), total.name(), dialect.zeroCounts());
    }
    code.beginControlFlow("for (int i = 0; i < length; i += $L)", step);
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
    return code.addStatement("return $L", PackedCounts.ofLongs(program, "Count")).build();
  }
}
