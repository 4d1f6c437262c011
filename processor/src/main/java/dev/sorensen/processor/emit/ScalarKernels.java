package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import dev.sorensen.internal.ByteWords;
import dev.sorensen.processor.kernel.Kernel;
import dev.sorensen.processor.kernel.Program;
import dev.sorensen.processor.kernel.Total;
import dev.sorensen.processor.model.ArrayElement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The scalar back end: plain Java that needs no module, for machines without it, and for what is
 * left of a range after its last whole vectors.
 */
final class ScalarKernels {

  static final String NAME = "ScalarKernels";

  /** Accumulators of a sum: an addition need not wait for the one before it. */
  private static final int SUM_WAYS = 4;

  private static final Dialect NUMBERS = new ScalarPixelDialect(ArrayElement.DOUBLE);

  private final TypeSpec.Builder type = NestedClass.named(NAME, "Kernels in plain Java.");

  private ScalarKernels() {}

  /** Returns whether this back end has anything to say about a kernel. */
  static boolean prints(Kernel kernel) {
    return !(kernel instanceof Kernel.RunMerge);
  }

  /**
   * Returns the class.
   *
   * @param vectors whether there are vector kernels, which leave to these what fills no vector
   */
  static TypeSpec of(List<Kernel> kernels, boolean vectors) {
    ScalarKernels printer = new ScalarKernels();
    for (Kernel kernel : kernels) {
      switch (kernel) {
        case Kernel.WordCounts words -> printer.print(words);
        case Kernel.PixelCounts counts -> printer.print(counts);
        case Kernel.PixelSums sums -> printer.print(sums);
        case Kernel.SelectedSums sums -> printer.print(sums);
        case Kernel.Indicators words -> IndicatorMethods.addScalar(words, printer.type);
        case Kernel.PixelMap map -> ScalarMaps.print(map, printer.type);
        case Kernel.SelectedMap map -> ScalarMaps.print(map, printer.type);
        case Kernel.LabelStretches stretches ->
            ScalarStretches.add(stretches, vectors, printer.type);
        case Kernel.Largest largest -> LargestMethods.addScalar(largest, printer.type);
        case Kernel.RunMerge merge -> throw new IllegalArgumentException("runs have no blocks");
      }
    }
    GatherMethods.addScalar(kernels, printer.type);
    return printer.type.build();
  }

  private void print(Kernel.WordCounts kernel) {
    Program program = kernel.program();
    type.addMethod(
        KernelMethod.counts(kernel)
            .addJavadoc(KernelDocs.block(kernel))
            .addCode(WordLoop.wholeWords(WordDialect.ofWholeWords(), program))
            .addCode(WordLoop.rest(program))
            .addStatement("return $L", PackedCounts.ofInts(program))
            .build());
  }

  private void print(Kernel.PixelCounts kernel) {
    ArrayElement element = kernel.element();
    switch (element) {
      case BYTE -> printBytes(kernel);
      case SHORT, FLOAT, DOUBLE -> printPixels(kernel, element);
      case LONG, INT -> throw new IllegalArgumentException("no pixels in " + element);
    }
  }

  /** Eight bytes at a time: each counts in its own byte of a long. */
  private void printBytes(Kernel.PixelCounts kernel) {
    Program program = kernel.program();
    Dialect dialect = new ByteWordDialect();
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add(KernelMethod.zeroTotals(program, long.class))
            .addStatement("int i = 0")
            .addStatement("int wholeWords = length - length % $L", Long.BYTES)
            .beginControlFlow("while (i < wholeWords)")
            // A byte of the counts holds 255.
            .addStatement("int stop = $T.min(wholeWords, i + $L)", Math.class, 255 * Long.BYTES);
    for (Total total : program.totals()) {
      code.addStatement("long $L = 0", total.name() + "Bytes");
    }
    // After one loop to i <= stop that ended in its first round, C2 vectorizes it no more.
    code.beginControlFlow("for (; i < stop; i += $L)", Long.BYTES)
        .add(dialect.declarations(program, "", CodeBlock.of("i")));
    for (Total total : program.totals()) {
      code.add(dialect.addition(total, "", total.name() + "Bytes"));
    }
    code.endControlFlow();
    for (Total total : program.totals()) {
      code.addStatement("$L += $T.sum($L)", total.name(), ByteWords.class, total.name() + "Bytes");
    }
    code.endControlFlow()
        .add(PixelLoop.of(new ScalarPixelDialect(ArrayElement.BYTE), program))
        .addStatement("return $L", PackedCounts.ofLongs(program, ""));
    type.addMethod(
        KernelMethod.counts(kernel)
            .addJavadoc(KernelDocs.block(kernel))
            .addCode(code.build())
            .build());
  }

  private void printPixels(Kernel.PixelCounts kernel, ArrayElement element) {
    Program program = kernel.program();
    type.addMethod(
        KernelMethod.counts(kernel)
            .addJavadoc(KernelDocs.block(kernel))
            .addStatement("int i = 0")
            .addCode(KernelMethod.zeroTotals(program, int.class))
            .addCode(PixelLoop.of(new ScalarPixelDialect(element), program))
            .addStatement("return $L", PackedCounts.ofInts(program))
            .build());
  }

  private void print(Kernel.PixelSums kernel) {
    Program program = kernel.program();
    CodeBlock.Builder code =
        CodeBlock.builder().add(NUMBERS.invariants(program)).addStatement("int i = 0");
    for (Total total : program.totals()) {
      for (int way = 0; way < SUM_WAYS; way++) {
        code.addStatement("double $L = 0", total.name() + way);
      }
    }
    code.add("// Several sums of each kind: an addition need not wait for the one before it.\n");
    code.beginControlFlow("for (; i <= length - $L; i += $L)", SUM_WAYS, SUM_WAYS);
    for (int way = 0; way < SUM_WAYS; way++) {
      String suffix = Integer.toString(way);
      code.add(
          NUMBERS.declarations(
              program, suffix, way == 0 ? CodeBlock.of("i") : CodeBlock.of("i + $L", way)));
      for (Total total : program.totals()) {
        code.add(NUMBERS.addition(total, suffix, total.name() + suffix));
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
    type.addMethod(
        KernelMethod.sums(kernel)
            .addJavadoc(KernelDocs.block(kernel))
            .addCode(code.build())
            .addCode(PixelLoop.of(NUMBERS, program))
            .addCode(KernelMethod.addedToSums(program))
            .build());
  }

  private void print(Kernel.SelectedSums kernel) {
    Program program = kernel.program();
    SelectedTotals totals = SelectedTotals.of(program);
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add(NUMBERS.invariants(program))
            .addStatement("int words = length >>> 6")
            .add(KernelMethod.zeroTotals(new Program(totals.sums()), double.class))
            .add(KernelMethod.zeroTotals(totals.counts(), long.class))
            .beginControlFlow("for (int word = 0; word < words; word++)")
            .add(selectedWord(totals, WordDialect.ofWholeWords(), "word", "64"))
            .endControlFlow()
            .addStatement("int rest = length & 63")
            .beginControlFlow("if (rest != 0)")
            .add(WordLoop.valid(totals.words()))
            .add(selectedWord(totals, WordDialect.ofRest(), "words", "rest"))
            .endControlFlow();
    type.addMethod(
        KernelMethod.sums(kernel)
            .addJavadoc(KernelDocs.block(kernel))
            .addCode(code.build())
            .addCode(KernelMethod.addedToSums(program))
            .build());
  }

  private static CodeBlock selectedWord(
      SelectedTotals totals, Dialect words, String word, String pixels) {
    CodeBlock.Builder code =
        CodeBlock.builder().add(words.declarations(totals.words(), "", CodeBlock.of(word)));
    for (Total total : totals.counts().totals()) {
      code.add(words.addition(total, "", total.name()));
    }
    code.beginControlFlow("for (int i = 0; i < $L; i++)", pixels)
        .add(NUMBERS.declarations(totals.numbers(), "", CodeBlock.of("($L << 6) + i", word)));
    for (Total total : totals.sums()) {
      code.add(NUMBERS.addition(total, "", total.name()));
    }
    return code.endControlFlow().build();
  }
}
