package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.sorensen.processor.kernel.Kernel;
import dev.sorensen.processor.kernel.Operand;
import dev.sorensen.processor.kernel.Program;
import dev.sorensen.processor.kernel.Side;
import dev.sorensen.processor.kernel.Source.Grain;
import dev.sorensen.processor.kernel.Total;
import dev.sorensen.processor.kernel.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/**
 * The method of a kernel, which both back ends have: it takes the elements of each mask, with the
 * index of the first of the block, and how many pixels the block has.
 */
final class KernelMethod {

  /** The array that a map is stored in, and the index of its first element. */
  static final String MAP = "gradient";

  static final String MAP_FROM = "gradientFrom";

  /** The index of a block's first word in the arrays that indicators are stored in. */
  static final String WORDS_FROM = "wordsFrom";

  private KernelMethod() {}

  /** Begins the method that does a block and returns its counts, packed. */
  static MethodSpec.Builder counts(Kernel.Programmed kernel) {
    return MethodSpec.methodBuilder(blockName(kernel))
        .addModifiers(Modifier.STATIC)
        .returns(long.class)
        .addParameters(parameters(kernel));
  }

  /** Begins the method that does a block and adds its sums to those in an array. */
  static MethodSpec.Builder sums(Kernel.Programmed kernel) {
    return MethodSpec.methodBuilder(blockName(kernel))
        .addModifiers(Modifier.STATIC)
        .addParameters(parameters(kernel))
        .addParameter(double[].class, "sums")
        .addParameter(int.class, "at");
  }

  /** Begins the method that stores a number for each pixel of a block in an array. */
  static MethodSpec.Builder map(Kernel.Mapping kernel) {
    return MethodSpec.methodBuilder(blockName(kernel))
        .addModifiers(Modifier.STATIC)
        .addParameters(parameters(kernel))
        .addParameter(JavaTypes.array(kernel.operands().prediction().element()), MAP)
        .addParameter(int.class, MAP_FROM);
  }

  /** Begins the method that stores words of indicators of a block in arrays. */
  static MethodSpec.Builder indicators(Kernel.Indicators kernel) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(blockName(kernel))
            .addModifiers(Modifier.STATIC)
            .addParameters(parameters(kernel));
    for (Total total : kernel.program().totals()) {
      method.addParameter(long[].class, total.name());
    }
    return method.addParameter(int.class, WORDS_FROM);
  }

  /**
   * The parameters of a block: elements, its length and, where it asks for them, a class and
   * coefficients.
   */
  static List<ParameterSpec> parameters(Kernel.Programmed kernel) {
    List<ParameterSpec> parameters = new ArrayList<>();
    for (Side side : kernel.sides()) {
      parameters.addAll(elements(side, kernel.operands().of(side)));
    }
    parameters.add(ParameterSpec.builder(int.class, "length").build());
    if (kernel.program().asksForClass()) {
      parameters.add(ParameterSpec.builder(int.class, "label").build());
    }
    for (Value.Coefficient coefficient : kernel.program().coefficients()) {
      parameters.add(ParameterSpec.builder(double.class, coefficient.parameter()).build());
    }
    return parameters;
  }

  /** The parameters for the elements of one mask. */
  static List<ParameterSpec> elements(Side side, Operand operand) {
    TypeName array = JavaTypes.array(operand.element());
    return List.of(
        ParameterSpec.builder(array, side.parameter()).build(),
        ParameterSpec.builder(int.class, from(side)).build());
  }

  /** The parameter with the index of a block's first element. */
  static String from(Side side) {
    return side.parameter() + "From";
  }

  /**
   * The arguments for what is left of a block.
   *
   * @param pixels the variable with the pixels that are done
   * @param words the variable with the words that are done, if the kernel has one
   */
  static CodeBlock rest(Kernel.Programmed kernel, String pixels, String words) {
    return arguments(kernel, pixels, words, CodeBlock.of("length - $L", pixels));
  }

  /** The arguments for a part of a block that begins after some of its pixels. */
  static CodeBlock arguments(
      Kernel.Programmed kernel, String pixels, String words, CodeBlock length) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Side side : kernel.sides()) {
      boolean inWords = kernel.operands().of(side).grain() == Grain.WORD;
      code.add("$L, $L + $L,$W", side.parameter(), from(side), inWords ? words : pixels);
    }
    code.add("$L", length);
    if (kernel.program().asksForClass()) {
      code.add(", label");
    }
    for (Value.Coefficient coefficient : kernel.program().coefficients()) {
      code.add(",$W$L", coefficient.parameter());
    }
    return code.build();
  }

  static String blockName(Kernel kernel) {
    return kernel.name() + "Block";
  }

  /** The method with the loop over vectors of a part of a block. */
  static String lanesName(Kernel kernel) {
    return kernel.name() + "Lanes";
  }

  /** A constant's name, {@code SOFT_OVERLAP_STEP}. */
  static String constant(String name, String noun) {
    return constant(name) + "_" + noun;
  }

  /** A constant's name, {@code COUNTED_WORDS}. */
  static String constant(String name) {
    return name.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }

  /** Declares a variable of its own for each total. */
  static CodeBlock zeroTotals(Program program, Class<?> type) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Total total : program.totals()) {
      code.addStatement("$T $L = 0", type, total.name());
    }
    return code.build();
  }

  /** Adds variables with the names of the totals to the array of sums. */
  static CodeBlock addedToSums(Program program) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int k = 0; k < program.totals().size(); k++) {
      code.addStatement("$L += $L", sum(k), program.totals().get(k).name());
    }
    return code.build();
  }

  /** The k-th sum in the array of sums. */
  static CodeBlock sum(int k) {
    return k == 0 ? CodeBlock.of("sums[at]") : CodeBlock.of("sums[at + $L]", k);
  }
}
