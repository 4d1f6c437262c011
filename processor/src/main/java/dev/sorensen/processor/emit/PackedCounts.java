package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.sorensen.processor.kernel.Kernel;
import dev.sorensen.processor.kernel.Program;
import dev.sorensen.processor.kernel.Total;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The counts of a block in one long, the first total in the highest bits: a block method can return
 * them without an object.
 */
final class PackedCounts {

  private PackedCounts() {}

  private static int bits(Program program) {
    return Long.SIZE / program.totals().size();
  }

  /** Returns how many pixels a block may have, a power of two. */
  static int largestBlock(Program program) {
    return 1 << Math.min(20, bits(program) - 1);
  }

  /** The totals packed, from ints of their names. */
  static CodeBlock ofInts(Program program) {
    return packed(program, "", "(long) ");
  }

  /** The totals packed, from longs of their names with a suffix. */
  static CodeBlock ofLongs(Program program, String suffix) {
    return packed(program, suffix, "");
  }

  private static CodeBlock packed(Program program, String suffix, String cast) {
    List<Total> totals = program.totals();
    CodeBlock.Builder packed = CodeBlock.builder();
    for (int k = 0; k < totals.size(); k++) {
      int shift = bits(program) * (totals.size() - 1 - k);
      String count = totals.get(k).name() + suffix;
      if (shift > 0) {
        packed.add("($L$L << $L)$W| ", cast, count, shift);
      } else {
        packed.add("$L", count);
      }
    }
    return packed.build();
  }

  /** Returns from a block method with packed counts and those of the pixels that are left. */
  static CodeBlock withRest(Kernel.Programmed kernel, String counts, String pixels, String words) {
    return CodeBlock.builder()
        .beginControlFlow("if ($L < length)", pixels)
        .addStatement(
            "$L += $L.$L($Z$L)",
            counts,
            ScalarKernels.NAME,
            KernelMethod.blockName(kernel),
            KernelMethod.rest(kernel, pixels, words))
        .endControlFlow()
        .addStatement("return $L", counts)
        .build();
  }

  /**
   * Adds the packed counts of a block to variables.
   *
   * @param variable returns the variable of a total by its index
   */
  static CodeBlock added(Program program, String packed, IntFunction<CodeBlock> variable) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int k = 0; k < program.totals().size(); k++) {
      code.addStatement("$L += $L", variable.apply(k), unpacked(program, packed, k));
    }
    return code.build();
  }

  /** Declares variables of the totals' names with the packed counts of a block. */
  static CodeBlock declared(Program program, String packed) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int k = 0; k < program.totals().size(); k++) {
      code.addStatement(
          "long $L = $L", program.totals().get(k).name(), unpacked(program, packed, k));
    }
    return code.build();
  }

  private static String unpacked(Program program, String packed, int k) {
    int shift = bits(program) * (program.totals().size() - 1 - k);
    String shifted = shift > 0 ? packed + " >>> " + shift : packed;
    String grouped = shift > 0 ? "(" + shifted + ")" : shifted;
    return k == 0 ? shifted : grouped + " & " + Literals.lowBits(bits(program));
  }
}
