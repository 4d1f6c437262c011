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
 * Sums of numbers where indicators say yes. Each word of indicators is counted as it is; its bits
 * are spread over lanes, where they keep or clear all bits of a number.
 */
final class VectorSelectedSums {

  /** Vectors of numbers in a step: a divisor of 64 over the lanes of the widest vector. */
  private static final int WAYS = 2;

  private final Kernel.SelectedSums kernel;
  private final Program program;
  private final ArrayElement element;
  private final SumLanes lanes;
  private final String most;
  private final SelectedTotals totals;

  private VectorSelectedSums(Kernel.SelectedSums kernel) {
    this.kernel = kernel;
    this.program = kernel.program();
    this.element = kernel.operands().prediction().element();
    this.lanes = new SumLanes(element);
    this.most = KernelMethod.constant(kernel.name(), "MOST");
    this.totals = SelectedTotals.of(program);
  }

  static void print(Kernel.SelectedSums kernel, TypeSpec.Builder type) {
    VectorSelectedSums printer = new VectorSelectedSums(kernel);
    type.addField(
        VectorKernels.constant(TypeName.INT, printer.most)
            .addJavadoc("Words that are added up in lanes before their sums are taken out.\n")
            .initializer("$L$L.length()", factor(), printer.lanes.species())
            .build());
    type.addMethod(
        KernelMethod.sums(kernel)
            .addJavadoc(KernelDocs.block(kernel))
            .addCode(printer.block())
            .build());
    type.addMethod(
        MethodSpec.methodBuilder(KernelMethod.lanesName(kernel))
            .addJavadoc(
                """
                Adds up whole words; leaves the lanes of each sum in an array, and returns the
                counts, packed.
                """)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(long.class)
            .addParameters(KernelMethod.parameters(kernel))
            .addParameter(printer.lanes.array(), "lanes")
            .addCode(printer.loop())
            .build());
  }

  /** As many words as lanes, where each of two vectors takes 32 numbers. */
  private static String factor() {
    int words = SumLanes.MOST_ADDITIONS * WAYS / 64;
    return words == 1 ? "" : words + " * ";
  }

  private CodeBlock block() {
    return CodeBlock.builder()
        .addStatement("int words = length >>> 6")
        .addStatement("$T lanes = $L", lanes.array(), lanes.scratch())
        .add(KernelMethod.zeroTotals(new Program(totals.sums()), double.class))
        .add(KernelMethod.zeroTotals(totals.counts(), long.class))
        .addStatement("int word = 0")
        .beginControlFlow("while (word < words)")
        .addStatement("int part = $T.min(words - word, $L)", Math.class, most)
        .addStatement("int done = word << 6")
        .addStatement(
            "long counts = $L($Z$L, lanes)",
            KernelMethod.lanesName(kernel),
            KernelMethod.arguments(kernel, "done", "word", CodeBlock.of("part << 6")))
        .add(
            PackedCounts.added(
                totals.counts(),
                "counts",
                k -> CodeBlock.of("$L", totals.counts().totals().get(k).name())))
        .add(lanes.takenOut(totals.sums()))
        .addStatement("word += part")
        .endControlFlow()
        .add(KernelMethod.addedToSums(program))
        .addStatement("int rest = word << 6")
        .add(SumLanes.rest(kernel, "rest", "word"))
        .build();
  }

  private CodeBlock loop() {
    VectorNumberDialect dialect = lanes.dialect();
    Dialect words = WordDialect.ofVectors();
    CodeBlock.Builder code =
        CodeBlock.builder().add(SelectorLanes.prelude(element)).add(dialect.invariants(program));
    for (Total total : totals.sums()) {
      code.add(lanes.accumulators(total, WAYS));
    }
    code.add(KernelMethod.zeroTotals(totals.counts(), int.class))
        .addStatement("int words = length >>> 6")
        .beginControlFlow("for (int word = 0; word < words; word++)")
        .add(words.declarations(totals.words(), "", CodeBlock.of("word")));
    for (Total total : totals.counts().totals()) {
      code.add(words.addition(total, "", total.name()));
    }
    code.addStatement("int first = word << 6")
        .beginControlFlow(
            "for (int lane = 0; lane < 64; lane += $L * $L.length())", WAYS, lanes.species());
    for (int way = 0; way < WAYS; way++) {
      String suffix = Integer.toString(way);
      CodeBlock lane = lanes.index("lane", way);
      code.add(SelectorLanes.masks(totals.selectors(), element, suffix, lane))
          .add(dialect.declarations(totals.numbers(), suffix, CodeBlock.of("first + $L", lane)));
      for (Total total : totals.sums()) {
        code.add(dialect.addition(total, suffix, total.name() + suffix));
      }
    }
    return code.endControlFlow()
        .endControlFlow()
        .add(lanes.putIn(totals.sums(), WAYS))
        .addStatement("return $L", PackedCounts.ofInts(totals.counts()))
        .build();
  }
}
