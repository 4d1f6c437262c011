package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.sorensen.processor.kernel.Kernel;
import dev.sorensen.processor.kernel.Result;

/** The javadoc of generated kernels. */
final class KernelDocs {

  private KernelDocs() {}

  static CodeBlock driver(Kernel kernel) {
    String what =
        switch (kernel.result()) {
          case Result.Counts counts -> "Counts the pixels of both masks";
          case Result.Dice dice -> "Returns 2I / (I + U), I the intersection and U the union,";
          case Result.Sums sums -> "Adds up p, t and p t";
        };
    String unit =
        kernel instanceof Kernel.WordCounts ? "{@code from}, a multiple of 64," : "{@code from}";
    String separator = kernel instanceof Kernel.WordCounts ? "\n" : " ";
    return CodeBlock.of("$L$Lfrom pixel $L to before {@code to}.\n", what, separator, unit);
  }
}
