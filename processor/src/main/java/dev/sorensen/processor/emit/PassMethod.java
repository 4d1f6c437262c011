package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.sorensen.ClassOverlaps;
import dev.sorensen.Overlap;
import dev.sorensen.SoftOverlap;
import dev.sorensen.internal.ClassTotals;
import dev.sorensen.internal.DiceFormula;
import dev.sorensen.internal.KernelChoice;
import dev.sorensen.internal.MaskChecks;
import dev.sorensen.internal.Scratch;
import dev.sorensen.processor.kernel.Kernel;
import dev.sorensen.processor.kernel.LabelCheck;
import dev.sorensen.processor.kernel.Operand;
import dev.sorensen.processor.kernel.Operands;
import dev.sorensen.processor.kernel.Pass;
import dev.sorensen.processor.kernel.Program;
import dev.sorensen.processor.kernel.Result;
import dev.sorensen.processor.kernel.Side;
import dev.sorensen.processor.model.ArrayElement;
import dev.sorensen.processor.model.MaskType;
import dev.sorensen.processor.model.Storage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * The method of a pass over the data of a pair, or over a range of its pixels. It walks the blocks
 * and, in each, the classes; what is done with a block is the business of a kernel.
 */
final class PassMethod {

  /** Pixels of a block that stays in the cache while its classes are counted one by one. */
  static final int BLOCK_OF_CLASSES = 8 << 10;

  /** Pixels of a block that nothing else limits. */
  private static final int LONGEST_BLOCK = 1 << 20;

  private final Pair pair;
  private final Pass pass;
  private final Map<Side, OperandCode> operands = new EnumMap<>(Side.class);
  private final Optional<OutputCode> output;
  private final String longest;
  private final String choice;

  private PassMethod(Pair pair, Pass pass) {
    this.pair = pair;
    this.pass = pass;
    Operands read = pass.operands().orElseThrow();
    for (Side side : pass.sides()) {
      operands.put(side, new OperandCode(side, read.of(side), pair));
    }
    this.output = output(read.prediction());
    this.longest = KernelMethod.constant(pass.name(), "BLOCK");
    this.choice = KernelMethod.constant(pass.name(), "KERNELS");
  }

  private Optional<OutputCode> output(Operand prediction) {
    return switch (pass.result()) {
      case Result.Gradient made -> Optional.of(new GradientCode(prediction, pass, pair));
      case Result.Sweep sweep when pass.kernel() instanceof Kernel.Indicators kernel ->
          Optional.of(new SweepCode(kernel, operand(Side.PREDICTION), pair));
      default -> Optional.empty();
    };
  }

  /** Adds the method of a pass to the class of its pair; runs are merged by the runtime. */
  static void add(Pair pair, Pass pass, TypeSpec.Builder type) {
    if (pass.operands().isEmpty()) {
      return;
    }
    PassMethod printer = new PassMethod(pair, pass);
    type.addField(
        FieldSpec.builder(
                int.class, printer.longest, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc("Pixels of a block.\n")
            .initializer("$L", printer.longestBlock())
            .build());
    if (pair.choosesBackEnd(pass)) {
      type.addField(
          FieldSpec.builder(
                  KernelChoice.class,
                  printer.choice,
                  Modifier.PRIVATE,
                  Modifier.STATIC,
                  Modifier.FINAL)
              .addJavadoc("Scalar or vector kernels, whichever are faster by now.\n")
              .initializer(
                  "new $T($Z$S,$W$L::$L,$W$L.$L)",
                  KernelChoice.class,
                  "%s.%s(%s, %s)"
                      .formatted(
                          pair.prediction().type().evaluatorName(),
                          pass.name(),
                          pair.prediction().type().simpleNames().getLast(),
                          pair.truth().type().simpleNames().getLast()),
                  WarmUpSamples.NAME,
                  pass.name(),
                  WarmUpSamples.NAME,
                  WarmUpSamples.PIXELS)
              .build());
    }
    type.addMethod(printer.method(pass.name(), KernelDocs.pass(pass)));
  }

  /**
   * Returns the method of a pass with vector kernels alone.
   *
   * @param name of the method
   */
  static MethodSpec ofVectors(Pair pair, Pass pass, String name) {
    return new PassMethod(pair.withVectors(), pass)
        .method(
            name,
            CodeBlock.of(
                """
                The pass with vector kernels alone: while it is warmed up, calls go on with
                compiled code that knows nothing of it.
                """));
  }

  /** Adds a method that does a pass over a range of two masks; a merge of runs has no ranges. */
  static void addOfMasks(Pair pair, Pass pass, TypeSpec.Builder type) {
    if (pass.operands().isEmpty()) {
      return;
    }
    type.addMethod(
        MethodSpec.methodBuilder(pass.name())
            .addJavadoc("Reads two masks and counts a range of their pixels.\n")
            .addModifiers(Modifier.STATIC)
            .returns(returned(pass))
            .addParameter(pair.predictionType(), "prediction")
            .addParameter(pair.truthType(), "truth")
            .addParameter(long.class, "from")
            .addParameter(long.class, "to")
            .addCode(pair.readingFor(pass))
            .addStatement("return $L", pair.call(pass, "from", "to"))
            .build());
  }

  static TypeName returned(Pass pass) {
    boolean several = pass.classes() > 1;
    return switch (pass.result()) {
      case Result.Counts counts -> TypeName.get(several ? ClassOverlaps.class : Overlap.class);
      case Result.Dice dice -> TypeName.DOUBLE;
      case Result.Sums sums -> TypeName.get(several ? SoftOverlap[].class : SoftOverlap.class);
      case Result.Gradient gradient -> TypeName.VOID;
      case Result.Sweep sweep -> TypeName.VOID;
    };
  }

  /** Returns whether the method takes the pixels of a plane. */
  static boolean usesPlanes(Pair pair, Pass pass) {
    return pass.operands().isPresent() && new PassMethod(pair, pass).usesPlanes();
  }

  /** Returns what a pass does with elements that its kernel stores. */
  static Optional<OutputCode> output(Pair pair, Pass pass) {
    return new PassMethod(pair, pass).output;
  }

  private OperandCode operand(Side side) {
    return Objects.requireNonNull(operands.get(side));
  }

  private boolean usesPlanes() {
    return operands.values().stream().anyMatch(OperandCode::usesPlanes)
        || (output.isPresent() && pass.classes() > 1);
  }

  private boolean isSums() {
    return pass.result() instanceof Result.Sums;
  }

  private boolean byClass() {
    return pass.classes() > 1 && !(pass.kernel() instanceof Kernel.LabelStretches);
  }

  private int longestBlock() {
    int block = LONGEST_BLOCK;
    for (OperandCode operand : operands.values()) {
      block = Math.min(block, operand.longestBlock());
    }
    if (byClass()) {
      block = Math.min(block, BLOCK_OF_CLASSES);
    }
    if (output.isPresent()) {
      return Math.min(block, output.get().longestBlock());
    }
    return !isSums() && pass.kernel() instanceof Kernel.Programmed counts
        ? Math.min(block, PackedCounts.largestBlock(counts.program()))
        : block;
  }

  private MethodSpec method(String name, CodeBlock javadoc) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addJavadoc(javadoc)
            .addModifiers(Modifier.STATIC)
            .returns(returned(pass));
    for (Side side : pass.sides()) {
      method.addParameter(MaskReading.dataType(pair.of(side)), side.parameter());
    }
    if (usesPlanes()) {
      method.addParameter(long.class, "pixels");
    }
    method.addParameter(long.class, "from").addParameter(long.class, "to");
    output.ifPresent(code -> method.addParameters(code.parameters()));
    return method.addCode(code()).build();
  }

  private CodeBlock code() {
    CodeBlock.Builder code = CodeBlock.builder().add(zeroTotals());
    if (operands.values().stream().anyMatch(OperandCode::usesWordPlanes)) {
      code.addStatement("long words = $T.words(pixels)", MaskChecks.class);
    }
    for (OperandCode operand : operands.values()) {
      code.add(operand.beforeBlocks(longest));
    }
    code.beginControlFlow("for (long position = from; position < to; position += $L)", longest)
        .addStatement("int length = (int) $T.min(to - position, $L)", Math.class, longest);
    if (pair.choosesBackEnd(pass)) {
      code.addStatement("long turn = $L.next(length)", choice)
          .addStatement("boolean $L = $T.isForVectors(turn)", Pair.VECTORS, KernelChoice.class);
    }
    for (OperandCode operand : operands.values()) {
      code.add(operand.beforeClasses());
    }
    for (LabelCheck check : pass.checks()) {
      check.kept().ifPresent(kernel -> code.add(kept(kernel, check.side())));
    }
    output.ifPresent(made -> code.add(made.beforeClasses()));
    if (byClass()) {
      code.beginControlFlow("for (int c = 0; c < $L; c++)", pass.classes());
      for (OperandCode operand : operands.values()) {
        code.add(operand.ofClass());
      }
      code.add(block()).endControlFlow();
    } else {
      code.add(block());
    }
    output.ifPresent(made -> code.add(made.afterClasses()));
    if (pair.choosesBackEnd(pass)) {
      code.addStatement("$L.done(turn)", choice);
    }
    code.endControlFlow();
    for (LabelCheck check : pass.checks()) {
      code.add(checked(check));
    }
    return code.add(result()).build();
  }

  private CodeBlock zeroTotals() {
    CodeBlock.Builder code = CodeBlock.builder();
    if (output.isPresent()) {
      return code.build();
    }
    if (isSums()) {
      if (byClass()) {
        code.addStatement("double[] sums = new double[3 * $L]", pass.classes());
      } else {
        code.addStatement("double[] sums = $T.sums()", Scratch.class);
      }
    } else if (pass.classes() > 1) {
      code.addStatement("long[] totals = $T.counts($L)", ClassTotals.class, pass.classes());
    } else {
      code.add(KernelMethod.zeroTotals(program(), long.class));
    }
    for (LabelCheck check : pass.checks()) {
      check.kept().ifPresent(kernel -> code.addStatement("long $L = 0", kernel.name()));
    }
    return code.build();
  }

  private Program program() {
    return ((Kernel.Programmed) pass.kernel()).program();
  }

  /** Counts the pixels of a block without the label to ignore. */
  private CodeBlock kept(Kernel.PixelCounts kernel, Side side) {
    return CodeBlock.builder()
        .addStatement(
            "$L += $L",
            kernel.name(),
            pair.call(kernel, CodeBlock.of("($L, length)", operand(side).arguments())))
        .build();
  }

  private CodeBlock block() {
    CodeBlock.Builder arguments = CodeBlock.builder().add("($Z");
    for (Side side : pass.kernel().sides()) {
      arguments.add("$L,$W", operand(side).arguments());
    }
    arguments.add("length");
    if (pass.kernel() instanceof Kernel.Programmed programmed
        && programmed.program().asksForClass()) {
      arguments.add(", c");
    }
    if (output.isPresent()) {
      arguments.add(",$W$L)", output.get().arguments());
      return CodeBlock.builder()
          .add(pair.callStatement(pass.kernel(), arguments.build()))
          .add(output.get().afterClass())
          .build();
    }
    if (isSums()) {
      arguments.add(byClass() ? ", sums, 3 * c)" : ", sums, 0)");
      return pair.callStatement(pass.kernel(), arguments.build());
    }
    if (pass.kernel() instanceof Kernel.LabelStretches) {
      return pair.callStatement(pass.kernel(), arguments.add(", totals)").build());
    }
    return CodeBlock.builder()
        .addStatement("long counts = $L", pair.call(pass.kernel(), arguments.add(")").build()))
        .add(PackedCounts.added(program(), "counts", this::total))
        .build();
  }

  /** The variable that adds up the k-th total. */
  private CodeBlock total(int k) {
    if (!byClass()) {
      return CodeBlock.of("$L", program().totals().get(k).name());
    }
    return k == 0 ? CodeBlock.of("totals[3 * c]") : CodeBlock.of("totals[3 * c + $L]", k);
  }

  /** Throws if labels are out of range. */
  private CodeBlock checked(LabelCheck check) {
    MaskType mask = pair.of(check.side());
    String method = "label";
    if (mask.storage() == Storage.SEGMENT) {
      boolean bytes = mask.format().element() == ArrayElement.BYTE;
      method = bytes ? "byteLabel" : "shortLabel";
    }
    return CodeBlock.builder()
        .beginControlFlow("if ($L)", isOutOfRange(check))
        .addStatement(
            "throw CHECKS.$L($Z$S, $S, $L, from, to, $L, $L)",
            method,
            check.side().parameter(),
            mask.data().displayName(),
            check.side().parameter(),
            check.classes(),
            check.ignoreLabel().orElse(-1))
        .endControlFlow()
        .build();
  }

  private CodeBlock isOutOfRange(LabelCheck check) {
    if (pass.kernel() instanceof Kernel.LabelStretches) {
      return CodeBlock.of(
          "$T.$LOutOfRange(totals, $L) != 0",
          ClassTotals.class,
          check.side().parameter(),
          check.classes());
    }
    return CodeBlock.of(
        "$T.$L($L, $L) != $L",
        ClassTotals.class,
        check.side().parameter(),
        isSums() ? "sums" : "totals",
        check.classes(),
        check.kept().map(Kernel::name).orElse("to - from"));
  }

  private CodeBlock result() {
    return switch (pass.result()) {
      case Result.Counts counts when pass.classes() > 1 ->
          statement(
              "return $T.overlaps(totals, $L, $L)", ClassTotals.class, pass.classes(), pixels());
      case Result.Counts counts ->
          statement(
              "return new $T(intersection, predictionSize, truthSize, $L)",
              Overlap.class,
              pixels());
      case Result.Dice dice ->
          statement(
              "return $T.dice(intersection,$W(double) intersection + union,$W$T.$L)",
              DiceFormula.class,
              dice.emptyMasks().getDeclaringClass(),
              dice.emptyMasks().name());
      case Result.Sums sums when pass.classes() > 1 ->
          statement(
              "return $T.softOverlaps(sums, $L, $L)", ClassTotals.class, pass.classes(), pixels());
      case Result.Sums sums ->
          statement("return new $T(sums[0], sums[1], sums[2], $L)", SoftOverlap.class, pixels());
      case Result.Gradient made -> CodeBlock.of("");
      case Result.Sweep made -> CodeBlock.of("");
    };
  }

  /** How many pixels count. */
  private CodeBlock pixels() {
    if (pass.kernel() instanceof Kernel.LabelStretches) {
      return CodeBlock.of("$T.truth(totals, $L)", ClassTotals.class, pass.classes());
    }
    if (pass.classes() > 1) {
      return CodeBlock.of("$L", pass.keptOfTruth().map(Kernel::name).orElse("to - from"));
    }
    List<String> names = new ArrayList<>();
    program().totals().forEach(total -> names.add(total.name()));
    int k = names.indexOf("pixels");
    if (k < 0) {
      return CodeBlock.of("to - from");
    }
    return isSums() ? CodeBlock.of("(long) sums[$L]", k) : CodeBlock.of("pixels");
  }

  private static CodeBlock statement(String format, Object... args) {
    return CodeBlock.builder().addStatement(format, args).build();
  }
}
