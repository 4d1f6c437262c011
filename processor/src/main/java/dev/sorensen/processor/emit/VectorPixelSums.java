package dev.sorensen.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.sorensen.internal.Scratch;
import dev.sorensen.processor.kernel.Kernel;
import dev.sorensen.processor.kernel.Program;
import dev.sorensen.processor.kernel.Total;
import dev.sorensen.processor.model.ArrayElement;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/**
 * Sums of numbers in lanes. A block method adds up in several vectors for each sum, so few numbers
 * that rounding stays small even in floats, and leaves the lanes in an array; the driver adds those
 * to doubles. So the error does not grow with the number of pixels.
 */
final class VectorPixelSums {

  /** Vectors that accumulate at a time, over all sums: they fill the registers of AVX2. */
  private static final int ACCUMULATORS = 12;

  /** Additions to each lane in a block: at most as many roundings, of 2⁻²⁴ in floats. */
  private static final int BLOCK_STEPS = 32;

  private final Kernel.PixelSums kernel;
  private final Program program;
  private final ClassName vector;
  private final String species;
  private final String step;
  private final String block;
  private final int ways;

  private VectorPixelSums(Kernel.PixelSums kernel) {
    this.kernel = kernel;
    this.program = kernel.program();
    this.vector = VectorKernels.vector(kernel.element());
    this.species = VectorKernels.speciesName(kernel.element());
    this.step = KernelMethod.constant(kernel, "STEP");
    this.block = KernelMethod.constant(kernel, "BLOCK");
    this.ways = Integer.highestOneBit(ACCUMULATORS / program.totals().size());
  }

  static void print(Kernel.PixelSums kernel, TypeSpec.Builder type) {
    VectorPixelSums printer = new VectorPixelSums(kernel);
    TypeName array = JavaTypes.array(kernel.element());
    type.addField(
        VectorKernels.constant(TypeName.INT, printer.step)
            .addJavadoc("Pixels that a step takes.\n")
            .initializer("$L * $L.length()", printer.ways, printer.species)
            .build());
    type.addField(
        VectorKernels.constant(TypeName.INT, printer.block)
            .addJavadoc("Pixels that are added up in lanes before their sums are taken out.\n")
            .initializer("$L * $L", BLOCK_STEPS, printer.step)
            .build());
    type.addMethod(
        KernelMethod.driver(kernel, array)
            .addJavadoc(KernelDocs.driver(kernel))
            .addCode(printer.driver())
            .build());
    type.addMethod(
        MethodSpec.methodBuilder(KernelMethod.blockName(kernel))
            .addJavadoc(
                "Adds up whole steps, a block at the most; leaves the lanes of each sum in an"
                    + " array.\n")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(array, "prediction")
            .addParameter(array, "truth")
            .addParameter(int.class, "from")
            .addParameter(int.class, "to")
            .addParameter(array, "lanes")
            .addCode(printer.block())
            .build());
  }

  private CodeBlock driver() {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add(KernelMethod.zeroTotals(program, double.class))
            .addStatement("int i = (int) from")
            .addStatement("int end = (int) to")
            .addStatement("int wholeSteps = end - (end - i) % $L", step)
            .beginControlFlow("while (i < wholeSteps)")
            .addStatement("int stop = i + $T.min(wholeSteps - i, $L)", Math.class, block)
            .addStatement(
                "$T lanes = $T.$L()",
                JavaTypes.array(kernel.element()),
                Scratch.class,
                species.toLowerCase(Locale.ROOT))
            .addStatement("$L(prediction, truth, i, stop, lanes)", KernelMethod.blockName(kernel))
            .beginControlFlow("for (int lane = 0; lane < $L.length(); lane++)", species);
    for (int k = 0; k < program.totals().size(); k++) {
      code.addStatement("$L += lanes[$L]", program.totals().get(k).name(), lane(k, "lane"));
    }
    return code.endControlFlow()
        .addStatement("i = stop")
        .endControlFlow()
        .add(PixelLoop.of(new ScalarPixelDialect(ArrayElement.DOUBLE), program, "end"))
        .add(KernelMethod.result(kernel.result(), program))
        .build();
  }

  /** Where the lanes of the k-th sum stand. */
  private CodeBlock lane(int k, String lane) {
    return switch (k) {
      case 0 -> CodeBlock.of("$L", lane);
      case 1 -> CodeBlock.of("$L + $L.length()", lane, species);
      default -> CodeBlock.of("$L + $L * $L.length()", lane, k, species);
    };
  }

  private CodeBlock block() {
    Dialect dialect = VectorPixelDialect.of(kernel.element());
    CodeBlock.Builder code = CodeBlock.builder();
    for (Total total : program.totals()) {
      for (int way = 0; way < ways; way++) {
        code.addStatement("$1T $2L = $1T.zero($3L)", vector, total.name() + way, species);
      }
    }
    code.beginControlFlow("for (int i = from; i < to; i += $L)", step);
    for (int way = 0; way < ways; way++) {
      String suffix = Integer.toString(way);
      CodeBlock index =
          switch (way) {
            case 0 -> CodeBlock.of("i");
            case 1 -> CodeBlock.of("i + $L.length()", species);
            default -> CodeBlock.of("i + $L * $L.length()", way, species);
          };
      code.add(dialect.declarations(program, suffix, index));
      for (Total total : program.totals()) {
        code.add(dialect.addition(total, suffix, total.name() + suffix));
      }
    }
    code.endControlFlow();
    for (int k = 0; k < program.totals().size(); k++) {
      String name = program.totals().get(k).name();
      code.addStatement("$L$Z.intoArray(lanes, $L)", merged(name, 0, ways), k == 0 ? "0" : lane(k));
    }
    return code.build();
  }

  private CodeBlock lane(int k) {
    return k == 1
        ? CodeBlock.of("$L.length()", species)
        : CodeBlock.of("$L * $L.length()", k, species);
  }

  /** The sum of the accumulators of one total, as a tree. */
  private static CodeBlock merged(String name, int from, int to) {
    if (to - from == 1) {
      return CodeBlock.of("$L", name + from);
    }
    int middle = (from + to) / 2;
    return CodeBlock.of("$L$Z.add($L)", merged(name, from, middle), merged(name, middle, to));
  }
}
