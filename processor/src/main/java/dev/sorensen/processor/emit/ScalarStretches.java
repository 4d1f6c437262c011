package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.sorensen.internal.ClassTotals;
import dev.sorensen.processor.kernel.Kernel;
import dev.sorensen.processor.kernel.Side;
import java.util.OptionalInt;
import javax.lang.model.element.Modifier;

/** Counts label maps by stretches, in plain Java, which finds these pixel by pixel. */
final class ScalarStretches {

  private final Kernel.LabelStretches kernel;
  private final StretchCode common;

  private ScalarStretches(Kernel.LabelStretches kernel) {
    this.kernel = kernel;
    this.common = new StretchCode(kernel);
  }

  /**
   * Adds the methods in plain Java.
   *
   * @param vectors whether there are vector kernels, which use some of them
   */
  static void add(Kernel.LabelStretches kernel, boolean vectors, TypeSpec.Builder type) {
    ScalarStretches printer = new ScalarStretches(kernel);
    boolean compares = kernel.comparesInPlainJava();
    if (compares) {
      type.addMethod(printer.common.block().addCode(printer.parts()).build());
      type.addMethod(printer.common.compared(kernel.comparison().get()));
    } else {
      type.addMethod(printer.common.block().addCode(printer.stretches()).build());
    }
    if (vectors || !compares) {
      type.addMethod(printer.stretch());
    }
    if (vectors && kernel.hasJoint()) {
      type.addMethod(printer.pair());
    }
  }

  /** Compares parts that stay in the cache. */
  private CodeBlock parts() {
    return CodeBlock.builder()
        .beginControlFlow("for (int i = 0; i < length; i += $L)", StretchCode.COMPARED)
        .addStatement(
            common.comparedCall("i", "Math.min(length - i, " + StretchCode.COMPARED + ")"))
        .endControlFlow()
        .build();
  }

  private CodeBlock stretches() {
    return CodeBlock.builder()
        .addStatement("int first = 0")
        .beginControlFlow("while (first < length)")
        .addStatement("int next = first + 1")
        .beginControlFlow("while (next < length && $L)", sameAs("first", "next"))
        .addStatement("next++")
        .endControlFlow()
        .add(common.counted(common.stretchName(), "first", CodeBlock.of("next - first"), ""))
        .addStatement("first = next")
        .endControlFlow()
        .build();
  }

  private CodeBlock sameAs(String first, String next) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Side side : Side.values()) {
      code.add(
          "$1L$2L[$3L + $5L]$W== $2L[$3L + $4L]",
          side == Side.TRUTH ? " && " : "",
          side.parameter(),
          KernelMethod.from(side),
          first,
          next);
    }
    return code.build();
  }

  private MethodSpec stretch() {
    return MethodSpec.methodBuilder(common.stretchName())
        .addJavadoc("Counts pixels that all have the same two labels.\n")
        .addModifiers(Modifier.STATIC)
        .addParameter(int.class, "p")
        .addParameter(int.class, "t")
        .addParameter(int.class, "pixels")
        .addParameter(long[].class, "totals")
        .beginControlFlow("if ($L)", bothAreClasses())
        .addStatement("totals[3 * p] += p == t ? pixels : 0")
        .addStatement("totals[3 * p + 1] += pixels")
        .addStatement("totals[3 * t + 2] += pixels")
        .nextControlFlow("else")
        .addStatement(unusual("pixels"))
        .endControlFlow()
        .build();
  }

  private MethodSpec pair() {
    return MethodSpec.methodBuilder(common.pairName())
        .addJavadoc("Counts the same in a table of pairs of labels, where that is used.\n")
        .addModifiers(Modifier.STATIC)
        .addParameter(int.class, "p")
        .addParameter(int.class, "t")
        .addParameter(int.class, "pixels")
        .addParameter(boolean.class, "useJoint")
        .addParameter(int[].class, "joint")
        .addParameter(long[].class, "totals")
        .beginControlFlow("if (useJoint && $L)", bothAreClasses())
        .addStatement("joint[$L * p + t] += pixels", kernel.classes())
        .nextControlFlow("else")
        .addStatement("$L(p, t, pixels, totals)", common.stretchName())
        .endControlFlow()
        .build();
  }

  private CodeBlock bothAreClasses() {
    return CodeBlock.of(
        "p < $1L && t < $1L$2L$3L",
        kernel.classes(),
        unlessIgnored("p", kernel.predictionIgnored()),
        unlessIgnored("t", kernel.truthIgnored()));
  }

  private CodeBlock unusual(String pixels) {
    return CodeBlock.of(
        "$T.addUnusual($Zp, t, $L, totals, $L,$W$L, $L)",
        ClassTotals.class,
        pixels,
        kernel.classes(),
        kernel.predictionIgnored().orElse(-1),
        kernel.truthIgnored().orElse(-1));
  }

  private CodeBlock unlessIgnored(String label, OptionalInt ignored) {
    return ignored.isPresent() && ignored.getAsInt() < kernel.classes()
        ? CodeBlock.of(" && $L != $L", label, ignored.getAsInt())
        : CodeBlock.of("");
  }
}
