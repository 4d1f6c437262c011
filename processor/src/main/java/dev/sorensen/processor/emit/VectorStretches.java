package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.sorensen.internal.ClassTotals;
import dev.sorensen.internal.Scratch;
import dev.sorensen.processor.kernel.Kernel;
import dev.sorensen.processor.kernel.Side;
import dev.sorensen.processor.model.ArrayElement;
import javax.lang.model.element.Modifier;

/**
 * Counts label maps by stretches, by vectors: 64 pixels take a few comparisons and, where nothing
 * changes, not a single count. Whether anything does is asked of several words of 64 pixels at
 * once.
 */
final class VectorStretches {

  /** Words of 64 pixels that are passed over together, where nothing changes. */
  private static final int GROUP = 4;

  private final Kernel.LabelStretches kernel;
  private final StretchCode common;

  private VectorStretches(Kernel.LabelStretches kernel) {
    this.kernel = kernel;
    this.common = new StretchCode(kernel);
  }

  static void add(Kernel.LabelStretches kernel, TypeSpec.Builder type) {
    VectorStretches printer = new VectorStretches(kernel);
    type.addMethod(printer.common.block().addCode(printer.words()).build());
    kernel
        .comparison()
        .ifPresent(comparison -> type.addMethod(printer.common.compared(comparison)));
    type.addMethod(printer.word());
    for (Side side : Side.values()) {
      type.addMethod(printer.changes(side));
    }
  }

  private CodeBlock counted(String index, CodeBlock pixels) {
    boolean joint = kernel.hasJoint();
    return common.counted(
        ScalarKernels.NAME + "." + (joint ? common.pairName() : common.stretchName()),
        index,
        pixels,
        joint ? ", useJoint, joint" : "");
  }

  private CodeBlock words() {
    CodeBlock.Builder code = CodeBlock.builder();
    if (kernel.hasJoint()) {
      code.add("// Pairs of labels are counted in a table, if there are enough pixels.\n")
          .addStatement("int[] joint = $T.joint($L)", Scratch.class, jointSize())
          .addStatement("boolean useJoint = length >= $L", jointSize());
    }
    code.add("// The first pixel that is not counted yet; all from it to i are alike.\n")
        .addStatement("int first = 0")
        .addStatement("int i = 0")
        .beginControlFlow(
            "for (; i + $L <= length; i += $L)", GROUP * Long.SIZE + 1, GROUP * Long.SIZE);
    CodeBlock.Builder any = CodeBlock.builder();
    for (int word = 0; word < GROUP; word++) {
      code.addStatement("long changes$L = $L", word, changesFrom(at(word)));
      any.add(word == 0 ? "changes$L" : " | changes$L", word);
    }
    code.beginControlFlow("if (($L) != 0)", any.build());
    kernel.comparison().ifPresent(comparison -> code.add(comparedPart()));
    for (int word = 0; word < GROUP; word++) {
      code.add(countedWord(at(word), CodeBlock.of("changes$L", word)));
    }
    code.endControlFlow()
        .endControlFlow()
        .beginControlFlow("for (; i + 65 <= length; i += 64)")
        .add(countedWord("i", changesFrom("i")))
        .endControlFlow()
        .beginControlFlow("if (first < i)")
        .add(counted("first", CodeBlock.of("i - first")))
        .endControlFlow();
    if (kernel.hasJoint()) {
      code.beginControlFlow("if (useJoint)")
          .addStatement("$T.addJoint(joint, $L, totals)", ClassTotals.class, kernel.classes())
          .endControlFlow();
    }
    return code.addStatement(
            "$L.$L($Zprediction, predictionFrom + i,$Wtruth, truthFrom + i,$Wlength - i, totals)",
            ScalarKernels.NAME,
            KernelMethod.blockName(kernel))
        .build();
  }

  /** Compares a part of the block that begins with a group of many changes. */
  private CodeBlock comparedPart() {
    CodeBlock.Builder changes = CodeBlock.builder();
    for (int word = 0; word < GROUP; word++) {
      changes.add(word == 0 ? "" : "$W+ ").add("$T.bitCount(changes$L)", Long.class, word);
    }
    return CodeBlock.builder()
        .beginControlFlow("if ($L > $L)", changes.build(), kernel.mostChanges())
        .beginControlFlow("if (first < i)")
        .add(counted("first", CodeBlock.of("i - first")))
        .endControlFlow()
        .addStatement("int part = $T.min(length - i, $L)", Math.class, StretchCode.COMPARED)
        .addStatement(common.comparedCall("i", "part"))
        .addStatement("first = i + part")
        .addStatement("i = first - $L", GROUP * Long.SIZE)
        .addStatement("continue")
        .endControlFlow()
        .build();
  }

  private int jointSize() {
    return kernel.classes() * kernel.classes();
  }

  private static String at(int word) {
    return word == 0 ? "i" : "i + " + word * Long.SIZE;
  }

  private static CodeBlock changesFrom(String index) {
    return CodeBlock.of(
        "$L(prediction, predictionFrom + $L)$W| $L(truth, truthFrom + $L)",
        changesName(Side.PREDICTION),
        index,
        changesName(Side.TRUTH),
        index);
  }

  private CodeBlock countedWord(String index, CodeBlock changes) {
    return CodeBlock.builder()
        .addStatement(
            "first = $L($Zprediction, predictionFrom,$Wtruth,"
                + " truthFrom,$W$L,$Wfirst,$W$L,$W$Ltotals)",
            wordName(),
            index,
            changes,
            kernel.hasJoint() ? "useJoint, joint, " : "")
        .build();
  }

  private String wordName() {
    return kernel.name() + "Word";
  }

  private MethodSpec word() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(wordName())
            .addJavadoc(
                """
                Counts the stretches that end where pixel i or one of the 63 after it differs from
                the next; returns the first pixel that is not counted yet.
                """)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(TypeName.INT);
    for (Side side : Side.values()) {
      method.addParameters(KernelMethod.elements(side, kernel.operands().of(side)));
    }
    method
        .addParameter(int.class, "i")
        .addParameter(int.class, "from")
        .addParameter(long.class, "changes");
    if (kernel.hasJoint()) {
      method.addParameter(boolean.class, "useJoint").addParameter(int[].class, "joint");
    }
    return method
        .addParameter(long[].class, "totals")
        .addStatement("int first = from")
        .beginControlFlow(
            "if ($T.bitCount(changes) > $L)", Long.class, kernel.mostChangesOfStretches())
        .addCode(counted("first", CodeBlock.of("i + 1 - first")))
        .beginControlFlow("for (int pixel = i + 1; pixel < i + 64; pixel++)")
        .addCode(counted("pixel", CodeBlock.of("1")))
        .endControlFlow()
        .addStatement("return i + 64")
        .endControlFlow()
        .beginControlFlow("for (long left = changes; left != 0; left &= left - 1)")
        .addStatement("int next = i + 1 + $T.numberOfTrailingZeros(left)", Long.class)
        .addCode(counted("first", CodeBlock.of("next - first")))
        .addStatement("first = next")
        .endControlFlow()
        .addStatement("return first")
        .build();
  }

  private static String changesName(Side side) {
    return side.parameter() + "Changes";
  }

  private MethodSpec changes(Side side) {
    ArrayElement element = kernel.operands().of(side).element();
    String species = VectorKernels.speciesName(element);
    return MethodSpec.methodBuilder(changesName(side))
        .addJavadoc(
            """
            Returns which of 64 pixels differ from those after them, the first in the lowest bit.
            """)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(TypeName.LONG)
        .addParameter(JavaTypes.array(element), side.parameter())
        .addParameter(int.class, "from")
        .addStatement("long word = 0")
        .beginControlFlow("for (int i = 0; i < 64; i += $L.length())", species)
        .addStatement(
            "$1T pixels = $1T.fromArray($2L, $3L, from + i)",
            VectorKernels.vector(element),
            species,
            side.parameter())
        .addStatement(
            "$1T after = $1T.fromArray($2L, $3L, from + i + 1)",
            VectorKernels.vector(element),
            species,
            side.parameter())
        .addStatement("word |= pixels.compare(NE, after).toLong() << i")
        .endControlFlow()
        .addStatement("return word")
        .build();
  }
}
