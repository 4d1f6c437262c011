package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.sorensen.internal.ByteWords;
import dev.sorensen.processor.kernel.Kernel;
import dev.sorensen.processor.kernel.Program;
import dev.sorensen.processor.kernel.Total;
import dev.sorensen.processor.model.ArrayElement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/**
 * The scalar back end: plain Java that needs no module, for machines without it, and for what is
 * left of a range after its last whole vectors.
 */
final class ScalarKernels {

  static final String NAME = "ScalarKernels";

  /** Accumulators of a sum: an addition need not wait for the one before it. */
  private static final int SUM_WAYS = 4;

  private final TypeSpec.Builder type = KernelClass.named(NAME, "Kernels in plain Java.");

  private ScalarKernels() {}

  static TypeSpec of(List<Kernel> kernels) {
    ScalarKernels printer = new ScalarKernels();
    for (Kernel kernel : kernels) {
      switch (kernel) {
        case Kernel.WordCounts words -> printer.print(words);
        case Kernel.PixelCounts counts -> printer.print(counts);
        case Kernel.PixelSums sums -> printer.print(sums);
        case Kernel.RunMerge merge -> RunMergePrinter.print(merge, printer.type);
      }
    }
    return printer.type.build();
  }

  private void print(Kernel.WordCounts kernel) {
    Program program = kernel.program();
    TypeName words = JavaTypes.array(ArrayElement.LONG);
    counts(kernel, program, words, PackedCounts.largestBlock(program));

    Dialect dialect = new ScalarWordDialect();
    CodeBlock.Builder addition = CodeBlock.builder();
    for (Total total : program.totals()) {
      addition.add(dialect.addition(total, "", total.name()));
    }
    CodeBlock.Builder code =
        CodeBlock.builder()
            .addStatement("int end = (int) (to >>> 6)")
            .add(KernelMethod.zeroTotals(program, int.class))
            .beginControlFlow("for (int i = (int) (from >>> 6); i < end; i++)")
            .add(dialect.declarations(program, "", CodeBlock.of("i")))
            .add(addition.build())
            .endControlFlow()
            .beginControlFlow("if ((to & 63) != 0)")
            .add("// Bits past the last pixel may hold anything.\n")
            .addStatement("long valid = -1L >>> -to")
            .add(new ScalarWordDialect("valid").declarations(program, "", CodeBlock.of("end")))
            .add(addition.build())
            .endControlFlow()
            .add(PackedCounts.ofInts(program));
    type.addMethod(
        KernelMethod.block(kernel, words)
            .addJavadoc("Counts a block; see {@link #$L}.\n", kernel.name())
            .addCode(code.build())
            .build());
  }

  private void print(Kernel.PixelCounts kernel) {
    switch (kernel.element()) {
      case BYTE -> printBytes(kernel);
      case SHORT, FLOAT, DOUBLE -> printPixels(kernel);
      case LONG, INT -> throw new IllegalArgumentException("no pixels in " + kernel.element());
    }
  }

  /** Eight bytes at a time: each counts in its own byte of a long. */
  private void printBytes(Kernel.PixelCounts kernel) {
    Program program = kernel.program();
    TypeName bytes = JavaTypes.array(ArrayElement.BYTE);
    // A byte of the counts holds 255.
    counts(kernel, program, bytes, 255 * Long.BYTES);

    Dialect dialect = new ByteWordDialect();
    CodeBlock.Builder code =
        CodeBlock.builder().addStatement("int i = (int) from").addStatement("int end = (int) to");
    for (Total total : program.totals()) {
      code.addStatement("long $L = 0", total.name() + "Bytes");
    }
    code.beginControlFlow("for (; i <= end - $L; i += $L)", Long.BYTES, Long.BYTES)
        .add(dialect.declarations(program, "", CodeBlock.of("i")));
    for (Total total : program.totals()) {
      code.add(dialect.addition(total, "", total.name() + "Bytes"));
    }
    code.endControlFlow();
    for (Total total : program.totals()) {
      code.addStatement(
          "long $L = $T.sum($L)", total.name(), ByteWords.class, total.name() + "Bytes");
    }
    code.add(PixelLoop.of(new ScalarPixelDialect(ArrayElement.BYTE), program, "end"))
        .add(PackedCounts.ofLongs(program, ""));
    type.addMethod(
        KernelMethod.block(kernel, bytes)
            .addJavadoc("Counts a block; see {@link #$L}.\n", kernel.name())
            .addCode(code.build())
            .build());
  }

  private void printPixels(Kernel.PixelCounts kernel) {
    Program program = kernel.program();
    TypeName array = JavaTypes.array(kernel.element());
    counts(kernel, program, array, PackedCounts.largestBlock(program));
    type.addMethod(
        KernelMethod.block(kernel, array)
            .addJavadoc("Counts a block; see {@link #$L}.\n", kernel.name())
            .addStatement("int i = (int) from")
            .addStatement("int end = (int) to")
            .addCode(KernelMethod.zeroTotals(program, int.class))
            .addCode(PixelLoop.of(new ScalarPixelDialect(kernel.element()), program, "end"))
            .addCode(PackedCounts.ofInts(program))
            .build());
  }

  /** The driver of a kernel that counts block by block. */
  private void counts(Kernel kernel, Program program, TypeName array, int block) {
    type.addField(
        FieldSpec.builder(
                long.class,
                KernelMethod.constant(kernel, "BLOCK"),
                Modifier.PRIVATE,
                Modifier.STATIC,
                Modifier.FINAL)
            .addJavadoc("Pixels of which a block's counts can be packed.\n")
            .initializer("$L", block)
            .build());
    type.addMethod(
        KernelMethod.driver(kernel, array)
            .addJavadoc(KernelDocs.driver(kernel))
            .addCode(KernelMethod.zeroTotals(program, long.class))
            .addStatement("long position = from")
            .addCode(BlockLoop.upTo("to", kernel, program))
            .addCode(KernelMethod.result(kernel.result(), program))
            .build());
  }

  private void print(Kernel.PixelSums kernel) {
    Program program = kernel.program();
    Dialect dialect = new ScalarPixelDialect(ArrayElement.DOUBLE);
    MethodSpec.Builder method =
        KernelMethod.driver(kernel, JavaTypes.array(kernel.element()))
            .addJavadoc(KernelDocs.driver(kernel));
    CodeBlock.Builder code =
        CodeBlock.builder().addStatement("int i = (int) from").addStatement("int end = (int) to");
    for (Total total : program.totals()) {
      for (int way = 0; way < SUM_WAYS; way++) {
        code.addStatement("double $L = 0", total.name() + way);
      }
    }
    code.add("// Several sums of each kind: an addition need not wait for the one before it.\n");
    code.beginControlFlow("for (; i <= end - $L; i += $L)", SUM_WAYS, SUM_WAYS);
    for (int way = 0; way < SUM_WAYS; way++) {
      String suffix = Integer.toString(way);
      code.add(
          dialect.declarations(
              program, suffix, way == 0 ? CodeBlock.of("i") : CodeBlock.of("i + $L", way)));
      for (Total total : program.totals()) {
        code.add(dialect.addition(total, suffix, total.name() + suffix));
      }
    }
    code.endControlFlow();
    for (Total total : program.totals()) {
      String ways =
          IntStream.range(0, SUM_WAYS)
              .mapToObj(way -> total.name() + way)
              .collect(Collectors.joining(" + "));
      code.addStatement("double $L = $L", total.name(), ways);
    }
    code.add(PixelLoop.of(dialect, program, "end"))
        .add(KernelMethod.result(kernel.result(), program));
    type.addMethod(method.addCode(code.build()).build());
  }
}
