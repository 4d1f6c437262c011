package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.sorensen.internal.Activations;
import dev.sorensen.internal.Gradients;
import dev.sorensen.internal.Scratch;
import dev.sorensen.processor.kernel.Kernel;
import dev.sorensen.processor.kernel.Operand;
import dev.sorensen.processor.kernel.Pass;
import dev.sorensen.processor.kernel.Value;
import dev.sorensen.processor.model.ArrayElement;
import dev.sorensen.processor.model.MaskType;
import dev.sorensen.processor.model.Storage;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Locale;

/**
 * How a pass hands a gradient's elements to its kernel: the caller's own array and an index, or a
 * small array that is copied into it.
 */
final class GradientCode implements OutputCode {

  private final Operand numbers;
  private final Pass pass;
  private final MaskType prediction;
  private final String vectors;

  GradientCode(Operand numbers, Pass pass, Pair pair) {
    this.numbers = numbers;
    this.pass = pass;
    this.prediction = pair.prediction();
    this.vectors = pair.backEnd().vectors;
  }

  private boolean isSegment() {
    return prediction.storage() == Storage.SEGMENT;
  }

  private boolean isDirect() {
    return !isSegment() && !pass.goesBackThroughSoftmax() && numbers.element() == numbers.stored();
  }

  private boolean byClass() {
    return pass.classes() > 1;
  }

  /** What holds a gradient: as it does the prediction's data. */
  static TypeName type(MaskType prediction) {
    return MaskReading.dataType(prediction);
  }

  @Override
  public List<ParameterSpec> parameters() {
    return List.of(
        ParameterSpec.builder(double[].class, "byIntersection").build(),
        ParameterSpec.builder(double[].class, "byPrediction").build(),
        ParameterSpec.builder(type(prediction), "gradient").build());
  }

  @Override
  public CodeBlock samples() {
    CodeBlock numbers =
        CodeBlock.of(
            "new $T[$L * $L]",
            JavaTypes.element(prediction.format().element()),
            pass.classes(),
            WarmUpSamples.PIXELS);
    CodeBlock derivatives = CodeBlock.of("new double[$L]", pass.classes());
    return CodeBlock.builder()
        .addStatement("double[] byIntersection = $L", derivatives)
        .addStatement("double[] byPrediction = $L", derivatives)
        .addStatement(
            "$T gradient = $L",
            type(prediction),
            isSegment() ? CodeBlock.of("$T.ofArray($L)", MemorySegment.class, numbers) : numbers)
        .build();
  }

  @Override
  public int longestBlock() {
    return isDirect() ? Integer.MAX_VALUE : OperandCode.BLOCK_BYTES / numbers.element().bytes();
  }

  @Override
  public CodeBlock beforeClasses() {
    if (isDirect()) {
      return CodeBlock.of("");
    }
    String species = VectorKernels.speciesName(numbers.element());
    return statement(
        "$T gradientBlock =$W$T.$L($T.GRADIENT, $L)",
        JavaTypes.array(numbers.element()),
        Scratch.class,
        species.toLowerCase(Locale.ROOT),
        Scratch.class,
        pass.goesBackThroughSoftmax()
            ? CodeBlock.of("$L * length", pass.classes())
            : CodeBlock.of("length"));
  }

  @Override
  public CodeBlock arguments() {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Value.Coefficient coefficient :
        ((Kernel.Mapping) pass.kernel()).program().coefficients()) {
      code.add("$L[$L],$W", coefficient.parameter(), byClass() ? "c" : "0");
    }
    if (isDirect()) {
      return code.add(
              "gradient, $L", byClass() ? "(int) (c * pixels + position)" : "(int) position")
          .build();
    }
    return code.add("gradientBlock, $L", pass.goesBackThroughSoftmax() ? "c * length" : "0")
        .build();
  }

  @Override
  public CodeBlock afterClass() {
    return isDirect() || pass.goesBackThroughSoftmax()
        ? CodeBlock.of("")
        : copied(byClass() ? "c * pixels + position" : "position", "0", 1);
  }

  @Override
  public CodeBlock afterClasses() {
    if (!pass.goesBackThroughSoftmax()) {
      return CodeBlock.of("");
    }
    return CodeBlock.builder()
        .addStatement(
            "$T.softmaxGradient(predictionBlock, gradientBlock, $L, length, $L)",
            Activations.class,
            pass.classes(),
            vectors)
        .add(copied("position", "pixels", pass.classes()))
        .build();
  }

  private CodeBlock copied(String from, String stride, int planes) {
    boolean floats = numbers.stored() == ArrayElement.FLOAT;
    return statement(
        "$T.$L($ZgradientBlock, gradient, $L, $L, $L, length)",
        Gradients.class,
        floats ? "putFloats" : "putDoubles",
        from,
        stride,
        planes);
  }

  private static CodeBlock statement(String format, Object... args) {
    return CodeBlock.builder().addStatement(format, args).build();
  }
}
