package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.sorensen.processor.kernel.Kernel;
import dev.sorensen.processor.kernel.Side;
import javax.lang.model.element.Modifier;

/**
 * What both back ends print alike where label maps are counted by stretches in which neither
 * changes: real maps are mostly constant.
 */
record StretchCode(Kernel.LabelStretches kernel) {

  /** Pixels whose classes are compared one by one, before changes are looked at again. */
  static final int COMPARED = PassMethod.BLOCK_OF_CLASSES;

  String stretchName() {
    return kernel.name() + "Stretch";
  }

  String pairName() {
    return kernel.name() + "Pair";
  }

  MethodSpec.Builder block() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(KernelMethod.blockName(kernel))
            .addJavadoc(KernelDocs.block(kernel))
            .addModifiers(Modifier.STATIC);
    for (Side side : Side.values()) {
      method.addParameters(KernelMethod.elements(side, kernel.operands().of(side)));
    }
    return method.addParameter(int.class, "length").addParameter(long[].class, "totals");
  }

  /** The label at an index counted from the block's first pixel. */
  private CodeBlock label(Side side, String index) {
    CodeBlock element =
        CodeBlock.of("$L[$L + $L]", side.parameter(), KernelMethod.from(side), index);
    return switch (kernel.operands().of(side).element()) {
      case BYTE -> CodeBlock.of("$L & 0xFF", element);
      case SHORT -> CodeBlock.of("$L & 0xFFFF", element);
      case INT, LONG, FLOAT, DOUBLE ->
          throw new IllegalArgumentException("no labels in " + kernel.operands().of(side));
    };
  }

  CodeBlock comparedCall(String index, String pixels) {
    return CodeBlock.of(
        "$L($Zprediction, predictionFrom + $L,$Wtruth, truthFrom + $L,$W$L, totals)",
        comparedName(),
        index,
        index,
        pixels);
  }

  private String comparedName() {
    return kernel.name() + "Compared";
  }

  /** Both back ends have it, each with its own comparison. */
  MethodSpec compared(Kernel.PixelCounts comparison) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(comparedName())
            .addJavadoc("Counts class by class; what is left is of no class.\n")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC);
    for (Side side : Side.values()) {
      method.addParameters(KernelMethod.elements(side, kernel.operands().of(side)));
    }
    String outOfRange = "totals[" + 3 * kernel.classes() + "]";
    String truthOutOfRange = "totals[" + (3 * kernel.classes() + 1) + "]";
    return method
        .addParameter(int.class, "length")
        .addParameter(long[].class, "totals")
        .addStatement("$L += length", outOfRange)
        .addStatement("$L += length", truthOutOfRange)
        .beginControlFlow("for (int c = 0; c < $L; c++)", kernel.classes())
        .addStatement(
            "long counts = $L($Zprediction, predictionFrom,$Wtruth, truthFrom,$Wlength, c)",
            KernelMethod.blockName(comparison))
        .addCode(PackedCounts.declared(comparison.program(), "counts"))
        .addStatement("totals[3 * c] += intersection")
        .addStatement("totals[3 * c + 1] += predictionSize")
        .addStatement("totals[3 * c + 2] += truthSize")
        .addStatement("$L -= predictionSize", outOfRange)
        .addStatement("$L -= truthSize", truthOutOfRange)
        .endControlFlow()
        .build();
  }

  /**
   * Counts pixels that all have the labels of one of them.
   *
   * @param method counts them
   * @param more that it takes, each after a comma
   */
  CodeBlock counted(String method, String index, CodeBlock pixels, String more) {
    return CodeBlock.builder()
        .addStatement(
            "$L($Z$L,$W$L,$W$L$L, totals)",
            method,
            label(Side.PREDICTION, index),
            label(Side.TRUTH, index),
            pixels,
            more)
        .build();
  }
}
