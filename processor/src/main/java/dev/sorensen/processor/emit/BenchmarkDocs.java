package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.sorensen.processor.model.BenchmarkPair;
import dev.sorensen.processor.model.MaskType;
import dev.sorensen.processor.model.Member;
import java.util.List;
import java.util.stream.Collectors;

/** The javadoc of a benchmark. */
final class BenchmarkDocs {

  private BenchmarkDocs() {}

  static CodeBlock type(BenchmarkPair pair, boolean choosesBackEnd) {
    MaskType prediction = pair.prediction().mask();
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add("Measures {@link $T}", JavaTypes.evaluator(prediction.type()))
            .add(
                choosesBackEnd
                    ? ", its vector kernels beside its scalar ones\nand the slow reference"
                    : " beside the slow reference")
            .add(",\non made-up masks that overlap in part: ")
            .add("a {@link $T} and ", JavaTypes.raw(prediction.type()));
    if (pair.ofOneType()) {
      code.add("another, its truth.\n");
    } else {
      code.add("its truth,\na {@link $T}.\n", JavaTypes.raw(pair.truth().mask().type()));
    }
    return code.add(
            "\n<p>{@code java -cp ... org.openjdk.jmh.Main $L} runs it.\n", pair.className())
        .build();
  }

  static CodeBlock size(BenchmarkPair pair) {
    MaskType prediction = pair.prediction().mask();
    MaskType truth = pair.truth().mask();
    MaskType shaped = truth.extents().size() > prediction.extents().size() ? truth : prediction;
    if (shaped.extents().isEmpty()) {
      return CodeBlock.of("How wide and high the images in the masks are, in pixels.\n");
    }
    return CodeBlock.of(
        "$L of each {@link $T}, in pixels.\n",
        names(shaped.extents()),
        JavaTypes.raw(shaped.type()));
  }

  private static String names(List<Member> extents) {
    List<String> names =
        extents.stream().map(extent -> "{@code " + extent.displayName() + "}").toList();
    int last = names.size() - 1;
    return last == 0
        ? names.getFirst()
        : names.stream().limit(last).collect(Collectors.joining(", ")) + " and " + names.get(last);
  }

  static CodeBlock setUp() {
    return CodeBlock.builder()
        .add("Makes the masks, the same in each run.\n\n")
        .add("@param run what is about to be measured\n")
        .build();
  }

  /**
   * About a method that is measured.
   *
   * @param how which of its forms
   */
  static CodeBlock method(String measured, String how, String returned) {
    return CodeBlock.builder()
        .add("Measures {@code $L}, $L.\n\n", measured, how)
        .add("@return $L\n", returned)
        .build();
  }
}
