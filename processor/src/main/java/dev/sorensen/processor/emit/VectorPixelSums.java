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
 * Sums of numbers in lanes. A block method adds up in several vectors for each sum, so few numbers
 * that rounding stays small even in floats, and leaves the lanes in an array; the driver adds those
 * to doubles. So the error does not grow with the number of pixels.
 */
final class VectorPixelSums {

  /** Vectors that accumulate at a time, over all sums: they fill the registers of AVX2. */
  private static final int ACCUMULATORS = 12;

  private final Kernel.PixelSums kernel;
  private final Program program;
  private final SumLanes lanes;
  private final String step;
  private final String most;
  private final int ways;

  private VectorPixelSums(Kernel.PixelSums kernel) {
    ArrayElement element = kernel.operands().prediction().element();
    this.kernel = kernel;
    this.program = kernel.program();
    this.lanes = new SumLanes(element);
    this.step = KernelMethod.constant(kernel.name(), "STEP");
    this.most = KernelMethod.constant(kernel.name(), "MOST");
    this.ways = Integer.highestOneBit(ACCUMULATORS / program.totals().size());
  }

  static void print(Kernel.PixelSums kernel, TypeSpec.Builder type) {
    VectorPixelSums printer = new VectorPixelSums(kernel);
    type.addField(
        VectorKernels.constant(TypeName.INT, printer.step)
            .addJavadoc("Pixels that a step takes.\n")
            .initializer("$L * $L.length()", printer.ways, printer.lanes.species())
            .build());
    type.addField(
        VectorKernels.constant(TypeName.INT, printer.most)
            .addJavadoc("Pixels that are added up in lanes before their sums are taken out.\n")
            .initializer("$L * $L", SumLanes.MOST_ADDITIONS, printer.step)
            .build());
    type.addMethod(
        KernelMethod.sums(kernel)
            .addJavadoc(KernelDocs.block(kernel))
            .addCode(printer.block())
            .build());
    type.addMethod(
        MethodSpec.methodBuilder(KernelMethod.lanesName(kernel))
            .addJavadoc("Adds up whole steps; leaves the lanes of each sum in an array.\n")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameters(KernelMethod.parameters(kernel))
            .addParameter(printer.lanes.array(), "lanes")
            .addCode(printer.loop())
            .build());
  }

  private CodeBlock block() {
    return CodeBlock.builder()
        .addStatement("int wholeSteps = length - length % $L", step)
        .addStatement("$T lanes = $L", lanes.array(), lanes.scratch())
        .add(KernelMethod.zeroTotals(program, double.class))
        .addStatement("int done = 0")
        .beginControlFlow("while (done < wholeSteps)")
        .addStatement("int part = $T.min(wholeSteps - done, $L)", Math.class, most)
        .addStatement(
            "$L($Z$L, lanes)",
            KernelMethod.lanesName(kernel),
            KernelMethod.arguments(kernel, "done", "done", CodeBlock.of("part")))
        .add(lanes.takenOut(program.totals()))
        .addStatement("done += part")
        .endControlFlow()
        .add(KernelMethod.addedToSums(program))
        .add(SumLanes.rest(kernel, "done", "done"))
        .build();
  }

  private CodeBlock loop() {
    Dialect dialect = lanes.dialect();
    CodeBlock.Builder code = CodeBlock.builder().add(dialect.invariants(program));
    for (Total total : program.totals()) {
      code.add(lanes.accumulators(total, ways));
    }
    code.beginControlFlow("for (int i = 0; i < length; i += $L)", step);
    for (int way = 0; way < ways; way++) {
      String suffix = Integer.toString(way);
      code.add(dialect.declarations(program, suffix, lanes.index("i", way)));
      for (Total total : program.totals()) {
        code.add(dialect.addition(total, suffix, total.name() + suffix));
      }
    }
    return code.endControlFlow().add(lanes.putIn(program.totals(), ways)).build();
  }
}
