package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.sorensen.Overlap;
import dev.sorensen.SoftOverlap;
import dev.sorensen.internal.DiceFormula;
import dev.sorensen.processor.kernel.Kernel;
import dev.sorensen.processor.kernel.Program;
import dev.sorensen.processor.kernel.Result;
import dev.sorensen.processor.kernel.Total;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/** What the methods of all kernels have in common: signatures, results, names. */
final class KernelMethod {

  private KernelMethod() {}

  /** The method that evaluators call, over the pixels {@code from} to before {@code to}. */
  static MethodSpec.Builder driver(Kernel kernel, TypeName array) {
    return range(MethodSpec.methodBuilder(kernel.name()), array)
        .addModifiers(Modifier.STATIC)
        .returns(returned(kernel.result()));
  }

  /** The method that does a block of pixels, short enough for its totals to be packed. */
  static MethodSpec.Builder block(Kernel kernel, TypeName array) {
    return range(MethodSpec.methodBuilder(blockName(kernel)), array)
        .addModifiers(Modifier.STATIC)
        .returns(long.class);
  }

  private static MethodSpec.Builder range(MethodSpec.Builder method, TypeName array) {
    return method
        .addParameter(array, "prediction")
        .addParameter(array, "truth")
        .addParameter(long.class, "from")
        .addParameter(long.class, "to");
  }

  static String blockName(Kernel kernel) {
    return kernel.name() + "Block";
  }

  /** A constant's name, {@code SOFT_OVERLAP_STEP}. */
  static String constant(Kernel kernel, String noun) {
    String words = kernel.name().replaceAll("([a-z])([A-Z])", "$1_$2");
    return words.toUpperCase(Locale.ROOT) + "_" + noun;
  }

  private static TypeName returned(Result result) {
    return switch (result) {
      case Result.Counts counts -> TypeName.get(Overlap.class);
      case Result.Dice dice -> TypeName.DOUBLE;
      case Result.Sums sums -> TypeName.get(SoftOverlap.class);
    };
  }

  /** Declares a variable of its own for each total. */
  static CodeBlock zeroTotals(Program program, Class<?> type) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Total total : program.totals()) {
      code.addStatement("$T $L = 0", type, total.name());
    }
    return code.build();
  }

  /** Returns from the driver, with the totals in variables of their names. */
  static CodeBlock result(Result result, Program program) {
    boolean pixelsCounted = program.totals().stream().anyMatch(t -> t.name().equals("pixels"));
    return switch (result) {
      case Result.Counts counts ->
          statement(
              "return new $T(intersection, predictionSize, truthSize, $L)",
              Overlap.class,
              pixelsCounted ? "pixels" : "to - from");
      case Result.Dice dice ->
          statement(
              "return $T.dice(intersection,$W(double) intersection + union,$W$T.$L)",
              DiceFormula.class,
              dice.emptyMasks().getDeclaringClass(),
              dice.emptyMasks().name());
      case Result.Sums sums ->
          statement(
              "return new $T(intersection, predictionSum, truthSum, to - from)", SoftOverlap.class);
    };
  }

  private static CodeBlock statement(String format, Object... args) {
    return CodeBlock.builder().addStatement(format, args).build();
  }
}
