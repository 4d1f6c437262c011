package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.sorensen.processor.kernel.Kernel;
import dev.sorensen.processor.kernel.PairPlan;
import dev.sorensen.processor.model.Format;
import dev.sorensen.processor.model.MaskType;

/**
 * A prediction type with a truth type, and how their evaluator's methods get from the masks to the
 * kernels.
 *
 * @param predictionType the prediction as a parameter's type
 * @param truthType the truth as a parameter's type
 * @param choosesBackEnd whether there are vector kernels to choose
 */
record Pair(
    MaskType prediction,
    MaskType truth,
    PairPlan plan,
    TypeName predictionType,
    TypeName truthType,
    boolean choosesBackEnd) {

  static Pair of(MaskType prediction, MaskType truth, PairPlan plan, Target target) {
    return new Pair(
        prediction,
        truth,
        plan,
        JavaTypes.of(prediction.type()),
        JavaTypes.of(truth.type()),
        target.vectorApi() && plan.kernels().stream().allMatch(VectorKernels::prints));
  }

  boolean soft() {
    return plan.softOverlap().isPresent();
  }

  /** Declares the data of both masks, checked, and {@code pixels}. */
  CodeBlock reading() {
    String p = DataNames.of(prediction.data(), "prediction");
    String t = DataNames.of(truth.data(), "truth");
    CodeBlock.Builder code = CodeBlock.builder();
    if (prediction.extents().isEmpty()) {
      code.add(MaskReading.read(prediction, "prediction", p))
          .add(MaskReading.read(truth, "truth", t))
          .addStatement(
              "long pixels =$WCHECKS.sameLength($S, $L.length,$W$S, $L.length)",
              prediction.data().displayName(),
              p,
              truth.data().displayName(),
              t);
    } else {
      code.addStatement("long pixels = pixels(prediction, truth)")
          .add(MaskReading.read(prediction, "prediction", p))
          .add(MaskReading.read(truth, "truth", t));
    }
    if (prediction.format() instanceof Format.Runs) {
      code.add(MaskReading.runsChecked(prediction, "prediction", p));
      code.add(MaskReading.runsChecked(truth, "truth", t));
    }
    return code.build();
  }

  /** A call of a kernel on what {@link #reading} declares. */
  CodeBlock call(Kernel kernel, String from, String to) {
    String p = DataNames.of(prediction.data(), "prediction");
    String t = DataNames.of(truth.data(), "truth");
    if (kernel instanceof Kernel.RunMerge) {
      return CodeBlock.of(
          "$L.$L($Z$L, predictionSize,$W$L, truthSize, pixels)",
          ScalarKernels.NAME,
          kernel.name(),
          p,
          t);
    }
    return backEnd(kernel, CodeBlock.of("($L, $L, $L, $L)", p, t, from, to));
  }

  /** A call of the kernel of the back end that this process uses. */
  CodeBlock backEnd(Kernel kernel, CodeBlock arguments) {
    CodeBlock scalar = CodeBlock.of("$L.$L$L", ScalarKernels.NAME, kernel.name(), arguments);
    return choosesBackEnd
        ? CodeBlock.of(
            "VECTORS\n? $L.$L$L\n: $L", VectorKernels.NAME, kernel.name(), arguments, scalar)
        : scalar;
  }
}
