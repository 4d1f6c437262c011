package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.sorensen.Overlap;
import dev.sorensen.RunEncoding;
import dev.sorensen.processor.kernel.Kernel;
import dev.sorensen.processor.kernel.Side;
import javax.lang.model.element.Modifier;

/**
 * The length that two lists of runs share, by walking both in order. It branches on nothing but the
 * end of a list, since which run ends first is as good as random.
 */
final class RunMergePrinter {

  private RunMergePrinter() {}

  static void print(Kernel.RunMerge kernel, TypeSpec.Builder type) {
    type.addMethod(
        MethodSpec.methodBuilder(kernel.name())
            .addJavadoc(
                """
                Counts the pixels of two masks whose runs have been checked.

                @param predictionSize the pixels that the prediction's runs cover
                @param truthSize the pixels that the truth's runs cover
                """)
            .addModifiers(Modifier.STATIC)
            .returns(Overlap.class)
            .addParameter(int[].class, "prediction")
            .addParameter(long.class, "predictionSize")
            .addParameter(int[].class, "truth")
            .addParameter(long.class, "truthSize")
            .addParameter(long.class, "pixels")
            .addCode(code(kernel))
            .build());
  }

  private static CodeBlock code(Kernel.RunMerge kernel) {
    CodeBlock.Builder code = CodeBlock.builder().addStatement("long intersection = 0");
    start(code, Side.PREDICTION, kernel.prediction());
    start(code, Side.TRUTH, kernel.truth());
    code.beginControlFlow("while (p < prediction.length - 1 && t < truth.length - 1)");
    read(code, Side.PREDICTION, kernel.prediction());
    read(code, Side.TRUTH, kernel.truth());
    code.addStatement(
            "long shared = $1T.min(predictionEnd, truthEnd)$W"
                + "- $1T.max(predictionStart, truthStart)",
            Math.class)
        .addStatement("intersection += $T.max(0, shared)", Math.class)
        .add("// The run that ends first meets no other.\n");
    advance(code, Side.PREDICTION, kernel.prediction(), "predictionEnd <= truthEnd");
    advance(code, Side.TRUTH, kernel.truth(), "truthEnd <= predictionEnd");
    return code.endControlFlow()
        .addStatement(
            "return new $T(intersection, predictionSize, truthSize, pixels)", Overlap.class)
        .build();
  }

  private static String index(Side side) {
    return side == Side.PREDICTION ? "p" : "t";
  }

  private static void start(CodeBlock.Builder code, Side side, RunEncoding encoding) {
    code.addStatement("int $L = 0", index(side));
    if (encoding == RunEncoding.COUNTS) {
      code.addStatement("long $LPosition = 0", side.parameter());
    }
  }

  /** Declares the start and the end of the current run. */
  private static void read(CodeBlock.Builder code, Side side, RunEncoding encoding) {
    String runs = side.parameter();
    String index = index(side);
    String start =
        switch (encoding) {
          case START_LENGTH, START_END -> "%s[%s]";
          case COUNTS -> "%1$sPosition + %1$s[%2$s]";
        };
    String end =
        switch (encoding) {
          case START_LENGTH, COUNTS -> "%1$sStart + %1$s[%2$s + 1]";
          case START_END -> "%s[%s + 1]";
        };
    code.addStatement("long $LStart = $L", runs, start.formatted(runs, index));
    code.addStatement("long $LEnd = $L", runs, end.formatted(runs, index));
  }

  /** Moves on to the next run if a condition holds. */
  private static void advance(
      CodeBlock.Builder code, Side side, RunEncoding encoding, String condition) {
    if (encoding == RunEncoding.COUNTS) {
      code.addStatement("$1LPosition = $2L ? $1LEnd : $1LPosition", side.parameter(), condition);
    }
    code.addStatement("$L += $L ? 2 : 0", index(side), condition);
  }
}
