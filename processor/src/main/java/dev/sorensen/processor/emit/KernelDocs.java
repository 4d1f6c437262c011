package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.sorensen.processor.kernel.Feed;
import dev.sorensen.processor.kernel.Kernel;
import dev.sorensen.processor.kernel.Pass;
import dev.sorensen.processor.kernel.Result;

/** The javadoc of generated kernels and of the passes that call them. */
final class KernelDocs {

  private static final String TAIL =
      """

      <p>It reads the tail of each sigmoid p: p itself below 1/2, and p − 1 from there on.
      """;

  private KernelDocs() {}

  static CodeBlock block(Kernel kernel) {
    return CodeBlock.of(
        "$L\n",
        switch (kernel) {
          case Kernel.WordCounts counts -> "Counts a block; returns the counts, packed.";
          case Kernel.PixelCounts counts -> "Counts a block; returns the counts, packed.";
          case Kernel.PixelSums sums -> "Adds the sums of a block to those from an index on.";
          case Kernel.SelectedSums sums -> "Adds the sums of a block to those from an index on.";
          case Kernel.Indicators words -> indicators(words);
          case Kernel.PixelMap map -> map(map);
          case Kernel.SelectedMap map -> map(map);
          case Kernel.LabelStretches stretches ->
              "Counts a block: each stretch in which no label changes, at once.";
          case Kernel.Largest largest ->
              """
              Finds the class with the largest value, the first of equals, for each pixel of a
              block. NaN is never the largest.

              @param stride how far apart the values of two classes are\
              """;
          case Kernel.RunMerge merge -> throw new IllegalArgumentException("runs have no blocks");
        });
  }

  private static String indicators(Kernel.Indicators kernel) {
    return kernel.program().totals().size() > 1
        ? "Writes which pixels of a block are the truth's foreground, and which count, as bits."
        : "Writes which pixels of a block are the truth's foreground, as bits.";
  }

  private static String map(Kernel.Mapping kernel) {
    boolean byTail = kernel.operands().prediction().feed() instanceof Feed.SigmoidTail;
    return """
    Writes the gradient of a block.
    %s
    @param byIntersection the derivative of the loss by I
    @param byPrediction the derivative of the loss by P\
    """
        .formatted(byTail ? TAIL : "");
  }

  static CodeBlock pass(Pass pass) {
    String what =
        switch (pass.result()) {
          case Result.Counts counts ->
              pass.classes() > 1
                  ? "Counts the pixels of each class in both masks"
                  : "Counts the pixels of both masks";
          case Result.Dice dice -> "Returns 2I / (I + U), I the intersection and U the union,";
          case Result.Sums sums ->
              pass.classes() > 1
                  ? "Adds up the terms of I, P and T of each class"
                  : "Adds up the terms of I, P and T";
          case Result.Gradient gradient ->
              "Writes the gradient of a loss with respect to the prediction's data";
          case Result.Sweep sweep ->
              "Counts the pixels of both masks, at each threshold of a sweep,";
        };
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add("$L\n", what)
            .add("from pixel {@code from}, a multiple of 64, to before {@code to}.\n");
    if (pass.classes() > 1) {
      strategy(pass.kernel(), code);
    }
    return code.build();
  }

  private static void strategy(Kernel kernel, CodeBlock.Builder code) {
    switch (kernel) {
      case Kernel.LabelStretches stretches -> {
        int classes = stretches.classes();
        String why = stretches.isForIgnoredLabels() ? " and labels to ignore" : "";
        code.add("\n<p>With $L classes$L", classes, why)
            .add(" stretches of equal labels are counted at once:\n")
            .add("the time depends on how often labels change, not on how many there are.\n");
        if (stretches.comparison().isPresent()) {
          code.add("Where they change often, the classes are compared one by one.\n");
        }
      }
      case Kernel.PixelCounts counts ->
          code.add(
              "\n<p>Each block stays in the cache while its classes are compared one by one.\n");
      case Kernel.WordCounts counts ->
          code.add(
              "\n<p>Each block stays in the cache while its classes are compared one by one.\n");
      default -> {}
    }
  }
}
