package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import dev.sorensen.processor.kernel.Kernel;
import dev.sorensen.processor.model.ArrayElement;

/** A number for each pixel, made and stored in vectors. */
final class VectorMaps {

  private VectorMaps() {}

  static void print(Kernel.PixelMap kernel, TypeSpec.Builder type) {
    VectorNumberDialect dialect = dialect(kernel);
    String species = species(kernel);
    type.addMethod(
        KernelMethod.map(kernel)
            .addJavadoc(KernelDocs.block(kernel))
            .addCode(dialect.invariants(kernel.program()))
            .addStatement("int whole = $L.loopBound(length)", species)
            .beginControlFlow("for (int i = 0; i < whole; i += $L.length())", species)
            .addCode(dialect.declarations(kernel.program(), "", CodeBlock.of("i")))
            .addCode(stored(kernel, "i"))
            .endControlFlow()
            .addCode(rest(kernel, "whole", "whole"))
            .build());
  }

  static void print(Kernel.SelectedMap kernel, TypeSpec.Builder type) {
    VectorNumberDialect dialect = dialect(kernel);
    ArrayElement element = kernel.operands().prediction().element();
    SelectedTotals parts = SelectedTotals.of(kernel.program());
    type.addMethod(
        KernelMethod.map(kernel)
            .addJavadoc(KernelDocs.block(kernel))
            .addCode(SelectorLanes.prelude(element))
            .addCode(dialect.invariants(kernel.program()))
            .addStatement("int words = length >>> 6")
            .beginControlFlow("for (int word = 0; word < words; word++)")
            .addCode(WordDialect.ofVectors().declarations(parts.words(), "", CodeBlock.of("word")))
            .addStatement("int first = word << 6")
            .beginControlFlow("for (int lane = 0; lane < 64; lane += $L.length())", species(kernel))
            .addCode(SelectorLanes.masks(parts.selectors(), element, "", CodeBlock.of("lane")))
            .addCode(dialect.declarations(parts.numbers(), "", CodeBlock.of("first + lane")))
            .addCode(stored(kernel, "first + lane"))
            .endControlFlow()
            .endControlFlow()
            .addStatement("int whole = words << 6")
            .addCode(rest(kernel, "whole", "words"))
            .build());
  }

  private static VectorNumberDialect dialect(Kernel.Mapping kernel) {
    return new VectorNumberDialect(kernel.operands().prediction().element());
  }

  private static String species(Kernel.Mapping kernel) {
    return VectorKernels.speciesName(kernel.operands().prediction().element());
  }

  private static CodeBlock stored(Kernel.Mapping kernel, String index) {
    return CodeBlock.builder()
        .addStatement(
            "$L.intoArray($L, $L + $L)",
            kernel.value().name(),
            KernelMethod.MAP,
            KernelMethod.MAP_FROM,
            index)
        .build();
  }

  /** Leaves what is less than a step of vectors to the scalar kernel. */
  private static CodeBlock rest(Kernel.Mapping kernel, String pixels, String words) {
    return CodeBlock.builder()
        .beginControlFlow("if ($L < length)", pixels)
        .addStatement(
            "$L.$L($Z$L,$W$L, $L + $L)",
            ScalarKernels.NAME,
            KernelMethod.blockName(kernel),
            KernelMethod.rest(kernel, pixels, words),
            KernelMethod.MAP,
            KernelMethod.MAP_FROM,
            pixels)
        .endControlFlow()
        .build();
  }
}
