package dev.sorensen.processor.emit;

import static dev.sorensen.processor.emit.JavaTypes.BYTE_VECTOR;
import static dev.sorensen.processor.emit.JavaTypes.INT_VECTOR;
import static dev.sorensen.processor.emit.JavaTypes.LONG_VECTOR;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.sorensen.internal.ByteWords;
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
  private final Lanes lanes;
  private final String step;
  private final String block;

  /** How the lanes of an element type count. */
  private enum Lanes {
    BYTES(255 / WAYS) {
      @Override
      Dialect dialect() {
        return new VectorByteDialect();
      }

      @Override
      CodeBlock zero() {
        return CodeBlock.of("$T.zero(BYTES)", BYTE_VECTOR);
      }

      @Override
      CodeBlock reduced(String counts) {
        // Pairs of bytes add up to 16 bits, which then cannot overflow.
        return CodeBlock.builder()
            .addStatement("$T $LLongs = $L.reinterpretAsLongs()", LONG_VECTOR, counts, counts)
            .addStatement(
                "$1T $2LPairs = $2LLongs.and(0x00FF00FF00FF00FFL)$Z"
                    + ".add($2LLongs.lanewise(LSHR, 8).and(0x00FF00FF00FF00FFL))",
                LONG_VECTOR,
                counts)
            .addStatement(
                "long $1LCount = $2T.sumOfPairs($1LPairs.reduceLanes(ADD))",
                counts,
                ByteWords.class)
            .build();
      }

      @Override
      TypeName vector() {
        return BYTE_VECTOR;
      }
    },
    FLOATS(512) {
      @Override
      Dialect dialect() {
        return new VectorFloatDialect();
      }

      @Override
      CodeBlock zero() {
        return CodeBlock.of("$T.zero(INTS)", INT_VECTOR);
      }

      @Override
      CodeBlock reduced(String counts) {
        return CodeBlock.builder()
            .addStatement("long $1LCount = $1L.reduceLanes(ADD)", counts)
            .build();
      }

      @Override
      TypeName vector() {
        return INT_VECTOR;
      }
    };

    /** Steps after which a block ends. */
    private final int blockSteps;

    Lanes(int blockSteps) {
      this.blockSteps = blockSteps;
    }

    abstract Dialect dialect();

    abstract CodeBlock zero();

    /** Declares the sum of an accumulator's lanes. */
    abstract CodeBlock reduced(String counts);

    abstract TypeName vector();
  }

  private VectorPixelCounts(Kernel.PixelCounts kernel) {
    this.kernel = kernel;
    this.program = kernel.program();
    this.step = KernelMethod.constant(kernel, "STEP");
    this.block = KernelMethod.constant(kernel, "BLOCK");
    this.lanes =
        switch (kernel.element()) {
          case BYTE -> Lanes.BYTES;
          case FLOAT -> Lanes.FLOATS;
          case LONG, INT -> throw new IllegalArgumentException("no pixels in " + kernel.element());
        };
  }

  static void print(Kernel.PixelCounts kernel, TypeSpec.Builder type) {
    VectorPixelCounts printer = new VectorPixelCounts(kernel);
    TypeName array = JavaTypes.array(kernel.element());
    type.addField(
        VectorKernels.constant(TypeName.INT, printer.step)
            .addJavadoc("Pixels that a step takes.\n")
            .initializer("$L * $L.length()", WAYS, printer.lanes)
            .build());
    type.addField(
        VectorKernels.constant(TypeName.INT, printer.block)
            .addJavadoc("Pixels of which no lane's count overflows.\n")
            .initializer("$L * $L", printer.lanes.blockSteps, printer.step)
            .build());
    type.addMethod(
        KernelMethod.driver(kernel, array)
            .addJavadoc(Docs.driver(kernel))
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
    Dialect dialect = lanes.dialect();
    CodeBlock.Builder code = CodeBlock.builder().addStatement("int end = (int) to");
    for (Total total : program.totals()) {
      code.addStatement("$T $L = $L", lanes.vector(), total.name(), lanes.zero());
    }
    code.beginControlFlow("for (int i = (int) from; i < end; i += $L)", step);
    for (int way = 0; way < WAYS; way++) {
      CodeBlock index = way == 0 ? CodeBlock.of("i") : CodeBlock.of("i + $L.length()", lanes);
      code.add(dialect.declarations(program, Integer.toString(way), index));
    }
    for (Total total : program.totals()) {
      for (int way = 0; way < WAYS; way++) {
        code.add(dialect.addition(total, Integer.toString(way), total.name()));
      }
    }
    code.endControlFlow();
    for (Total total : program.totals()) {
      code.add(lanes.reduced(total.name()));
    }
    return code.add(PackedCounts.ofLongs(program, "Count")).build();
  }
}
