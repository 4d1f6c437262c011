package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import dev.sorensen.internal.Scratch;
import dev.sorensen.internal.ThresholdSweep;
import dev.sorensen.processor.kernel.Kernel;
import dev.sorensen.processor.kernel.Total;
import java.util.List;

/** How a pass hands a block to a sweep: the prediction's numbers, and words of indicators. */
final class SweepCode implements OutputCode {

  private final List<Total> words;
  private final OperandCode numbers;
  private final String vectors;

  SweepCode(Kernel.Indicators kernel, OperandCode numbers, Pair pair) {
    this.words = kernel.program().totals();
    this.numbers = numbers;
    this.vectors = pair.backEnd().vectors;
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(ParameterSpec.builder(ThresholdSweep.class, "sweep").build());
  }

  @Override
  public CodeBlock samples() {
    return CodeBlock.builder()
        .addStatement("$1T sweep = $1T.ofSamples()", ThresholdSweep.class)
        .build();
  }

  @Override
  public int longestBlock() {
    return OperandCode.BLOCK_BYTES / Long.BYTES * 64;
  }

  @Override
  public CodeBlock beforeClasses() {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Total total : words) {
      code.addStatement(
          "long[] $L =$W$T.longs($T.$L, (length + 63) >>> 6)",
          total.name(),
          Scratch.class,
          Scratch.class,
          KernelMethod.constant(total.name()));
    }
    return code.build();
  }

  @Override
  public CodeBlock arguments() {
    CodeBlock.Builder code = CodeBlock.builder();
    words.forEach(total -> code.add("$L,$W", total.name()));
    return code.add("0").build();
  }

  @Override
  public CodeBlock afterClass() {
    CodeBlock.Builder code = CodeBlock.builder().add("sweep.add($Z$L,$W", numbers.arguments());
    words.forEach(total -> code.add("$L,$W", total.name()));
    return CodeBlock.builder().addStatement(code.add("length, $L)", vectors).build()).build();
  }

  @Override
  public CodeBlock afterClasses() {
    return CodeBlock.of("");
  }
}
