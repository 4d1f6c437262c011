package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.sorensen.RunEncoding;
import dev.sorensen.internal.RunMerge;
import dev.sorensen.processor.kernel.Kernel;
import dev.sorensen.processor.kernel.PairPlan;
import dev.sorensen.processor.kernel.Pass;
import dev.sorensen.processor.kernel.Result;
import dev.sorensen.processor.kernel.Side;
import dev.sorensen.processor.model.MaskType;

/**
 * A prediction type with a truth type, and how their evaluator's methods get from the masks to the
 * kernels.
 *
 * @param predictionType the prediction as a parameter's type
 * @param truthType the truth as a parameter's type
 * @param backEnd which kernels its passes call
 */
record Pair(
    MaskType prediction,
    MaskType truth,
    PairPlan plan,
    TypeName predictionType,
    TypeName truthType,
    BackEnd backEnd) {

  /** The variable that says whether a block is for the vector kernels. */
  static final String VECTORS = "vectors";

  /** Which kernels passes call. */
  enum BackEnd {
    /** Scalar ones: the Vector API is not there. */
    SCALAR("false"),
    /** Vector ones, where there are any. */
    VECTOR("true"),
    /** Either, as is chosen for each block. */
    CHOSEN(VECTORS);

    /** Whether code of the runtime is to use vectors for a block, as an argument. */
    final String vectors;

    BackEnd(String vectors) {
      this.vectors = vectors;
    }
  }

  static Pair of(MaskType prediction, MaskType truth, Target target) {
    PairPlan plan = PairPlan.of(prediction, truth);
    return new Pair(
        prediction,
        truth,
        plan,
        JavaTypes.of(prediction.type()),
        JavaTypes.of(truth.type()),
        target.vectorApi() ? BackEnd.CHOSEN : BackEnd.SCALAR);
  }

  /** Returns the same pair for passes that call vector kernels alone. */
  Pair withVectors() {
    return new Pair(prediction, truth, plan, predictionType, truthType, BackEnd.VECTOR);
  }

  /** Whether its evaluator has vector kernels, so far as there are any. */
  boolean vectorApi() {
    return backEnd != BackEnd.SCALAR;
  }

  MaskType of(Side side) {
    return side == Side.PREDICTION ? prediction : truth;
  }

  /** The nested class with the passes and kernels of the pair. */
  String className() {
    String name = "Against" + truth.type().flatName();
    boolean namesake =
        !truth.equals(prediction) && truth.type().flatName().equals(prediction.type().flatName());
    return namesake ? name + "OfOtherPackage" : name;
  }

  /** Whether masks of both types tell quickly where their foreground lies. */
  boolean comparesBoxes() {
    return MaskReading.hasBox(prediction) && MaskReading.hasBox(truth);
  }

  /** Whether both masks are of runs, which the runtime merges. */
  boolean mergesRuns() {
    return plan.overlap().kernel() instanceof Kernel.RunMerge;
  }

  int classes() {
    return plan.classes();
  }

  boolean soft() {
    return plan.softOverlap().isPresent();
  }

  /** The variable that holds the data of a mask. */
  String data(Side side) {
    return DataNames.of(of(side).data(), side.parameter());
  }

  /** Declares the data of both masks, checked, and {@code pixels}. */
  CodeBlock reading() {
    return MaskReading.ofPair(this, data(Side.PREDICTION), data(Side.TRUTH));
  }

  /** Declares what a pass needs beyond {@link #reading}. */
  CodeBlock readingFor(Pass pass) {
    CodeBlock.Builder code = CodeBlock.builder().add(reading());
    for (Side side : Side.values()) {
      code.add(
          MaskReading.runsChecked(
              of(side), side.parameter(), data(side), pass.kernel() instanceof Kernel.RunMerge));
    }
    return code.build();
  }

  /** A call of a pass on what {@link #readingFor} declares. */
  CodeBlock call(Pass pass, String from, String to) {
    return call(pass, from, to, "");
  }

  /**
   * A call of a pass on what {@link #readingFor} declares.
   *
   * @param more what follows the range
   */
  CodeBlock call(Pass pass, String from, String to, String more) {
    String p = data(Side.PREDICTION);
    String t = data(Side.TRUTH);
    if (pass.kernel() instanceof Kernel.RunMerge merge) {
      return CodeBlock.of(
          "$T.overlap($Z$L, $T.$L, predictionSize,$W$L, $T.$L, truthSize, pixels)",
          RunMerge.class,
          p,
          RunEncoding.class,
          merge.prediction().name(),
          t,
          RunEncoding.class,
          merge.truth().name());
    }
    CodeBlock.Builder code = CodeBlock.builder().add("$L.$L($Z", className(), pass.name());
    for (Side side : pass.sides()) {
      code.add("$L,$W", data(side));
    }
    return code.add(PassMethod.usesPlanes(this, pass) ? "pixels, " : "")
        .add("$L, $L" + more + ")", from, to)
        .build();
  }

  /** Whether it has kernels in both back ends. */
  boolean choosesBackEnd() {
    return plan.kernels().stream().anyMatch(this::choosesBackEnd);
  }

  /** Whether a pass chooses, for each block, between scalar and vector code. */
  boolean choosesBackEnd(Pass pass) {
    return backEnd == BackEnd.CHOSEN
        && (pass.kernels().stream().anyMatch(VectorKernels::prints)
            || pass.result() instanceof Result.Sweep);
  }

  private boolean choosesBackEnd(Kernel kernel) {
    return backEnd == BackEnd.CHOSEN && VectorKernels.prints(kernel);
  }

  /** The class of the kernel that is called, where that is not chosen for each block. */
  private String kernels(Kernel kernel) {
    return backEnd == BackEnd.VECTOR && VectorKernels.prints(kernel)
        ? VectorKernels.NAME
        : ScalarKernels.NAME;
  }

  /** A call of the kernel of the back end that a block is for. */
  CodeBlock call(Kernel kernel, CodeBlock arguments) {
    String block = KernelMethod.blockName(kernel);
    return choosesBackEnd(kernel)
        ? CodeBlock.of(
            "$1L\n? $2L.$3L$5L\n: $4L.$3L$5L",
            VECTORS,
            VectorKernels.NAME,
            block,
            ScalarKernels.NAME,
            arguments)
        : CodeBlock.of("$L.$L$L", kernels(kernel), block, arguments);
  }

  /** A call, as a statement, of the kernel of the back end that a block is for. */
  CodeBlock callStatement(Kernel kernel, CodeBlock arguments) {
    String block = KernelMethod.blockName(kernel);
    CodeBlock.Builder code = CodeBlock.builder();
    if (choosesBackEnd(kernel)) {
      code.beginControlFlow("if ($L)", VECTORS)
          .addStatement("$L.$L$L", VectorKernels.NAME, block, arguments)
          .nextControlFlow("else");
    }
    code.addStatement("$L.$L$L", kernels(kernel), block, arguments);
    return choosesBackEnd(kernel) ? code.endControlFlow().build() : code.build();
  }
}
