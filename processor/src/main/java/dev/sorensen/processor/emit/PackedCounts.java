package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.sorensen.processor.kernel.Program;
import dev.sorensen.processor.kernel.Total;
import java.util.List;

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

  /** Returns from a block method with the totals packed, from ints of their names. */
  static CodeBlock ofInts(Program program) {
    return result(program, "", "(long) ");
  }

  /** Returns from a block method with the totals packed, from longs of their names. */
  static CodeBlock ofLongs(Program program, String suffix) {
    return result(program, suffix, "");
  }

  private static CodeBlock result(Program program, String suffix, String cast) {
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
    return CodeBlock.builder().addStatement("return $L", packed.build()).build();
  }

  /** Adds the packed counts of a block to variables with the names of the totals. */
  static CodeBlock added(Program program, String packed) {
    List<Total> totals = program.totals();
    String mask = Literals.lowBits(bits(program));
    CodeBlock.Builder code = CodeBlock.builder();
    for (int k = 0; k < totals.size(); k++) {
      int shift = bits(program) * (totals.size() - 1 - k);
      String shifted = shift > 0 ? packed + " >>> " + shift : packed;
      String grouped = shift > 0 ? "(" + shifted + ")" : shifted;
      code.addStatement(
          "$L += $L", totals.get(k).name(), k == 0 ? shifted : grouped + " & " + mask);
    }
    return code.build();
  }
}
