package dev.sorensen.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.sorensen.internal.Scratch;
import dev.sorensen.processor.kernel.Kernel;
import dev.sorensen.processor.kernel.Total;
import dev.sorensen.processor.model.ArrayElement;
import java.util.List;
import java.util.Locale;

/** Vectors in which numbers are added up, and the array that their lanes are taken out through. */
final class SumLanes {

  /** Additions to a lane before it is taken out: at most as many roundings, of 2⁻²⁴ in floats. */
  static final int MOST_ADDITIONS = 32;

  private final ArrayElement element;
  private final ClassName vector;

  SumLanes(ArrayElement element) {
    this.element = element;
    this.vector = VectorKernels.vector(element);
  }

  String species() {
    return VectorKernels.speciesName(element);
  }

  TypeName array() {
    return JavaTypes.array(element);
  }

  VectorNumberDialect dialect() {
    return new VectorNumberDialect(element);
  }

  CodeBlock scratch() {
    return CodeBlock.of(
        "$T.$L($T.LANES)", Scratch.class, species().toLowerCase(Locale.ROOT), Scratch.class);
  }

  /** The index of one of the vectors of a step. */
  CodeBlock index(String first, int way) {
    return switch (way) {
      case 0 -> CodeBlock.of("$L", first);
      case 1 -> CodeBlock.of("$L + $L.length()", first, species());
      default -> CodeBlock.of("$L + $L * $L.length()", first, way, species());
    };
  }

  /** Declares the vectors that add up a total. */
  CodeBlock accumulators(Total total, int ways) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int way = 0; way < ways; way++) {
      code.addStatement("$1T $2L = $1T.zero($3L)", vector, total.name() + way, species());
    }
    return code.build();
  }

  /** Puts the sums of the vectors of each total into the array {@code lanes}. */
  CodeBlock putIn(List<Total> totals, int ways) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int k = 0; k < totals.size(); k++) {
      CodeBlock first =
          switch (k) {
            case 0 -> CodeBlock.of("0");
            case 1 -> CodeBlock.of("$L.length()", species());
            default -> CodeBlock.of("$L * $L.length()", k, species());
          };
      code.addStatement("$L$Z.intoArray(lanes, $L)", merged(totals.get(k).name(), 0, ways), first);
    }
    return code.build();
  }

  /** The sum of the vectors of one total, as a tree. */
  private static CodeBlock merged(String name, int from, int to) {
    if (to - from == 1) {
      return CodeBlock.of("$L", name + from);
    }
    int middle = (from + to) / 2;
    return CodeBlock.of("$L$Z.add($L)", merged(name, from, middle), merged(name, middle, to));
  }

  /** Adds the lanes in the array to variables with the names of the totals. */
  CodeBlock takenOut(List<Total> totals) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .beginControlFlow("for (int lane = 0; lane < $L.length(); lane++)", species());
    for (int k = 0; k < totals.size(); k++) {
      code.addStatement("$L += lanes[$L]", totals.get(k).name(), index("lane", k));
    }
    return code.endControlFlow().build();
  }

  /** Leaves what is less than a step of vectors to the scalar kernel. */
  static CodeBlock rest(Kernel.Programmed kernel, String pixels, String words) {
    return CodeBlock.builder()
        .beginControlFlow("if ($L < length)", pixels)
        .addStatement(
            "$L.$L($Z$L, sums, at)",
            ScalarKernels.NAME,
            KernelMethod.blockName(kernel),
            KernelMethod.rest(kernel, pixels, words))
        .endControlFlow()
        .build();
  }
}
