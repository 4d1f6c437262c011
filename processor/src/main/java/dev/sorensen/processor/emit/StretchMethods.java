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
import java.util.OptionalInt;
import javax.lang.model.element.Modifier;

/**
 * Counts of two label maps by stretches in which neither changes. Real maps are mostly constant: by
 * vectors, 64 pixels take a few comparisons and, where nothing changes, not a single count. Whether
 * anything does is asked of several words of 64 pixels at once.
 */
final class StretchMethods {

  /** With more changes than this among 64 pixels, they are counted one by one. */
  private static final int MANY_CHANGES = 24;

  /** Words of 64 pixels that are passed over together, where nothing changes. */
  private static final int GROUP = 4;

  /**
   * With more changes for each class than this, among the pixels of a group, comparisons are
   * faster.
   */
  private static final int CHANGES_BY_CLASS = 3;

  /** Pixels whose classes are compared one by one, before changes are looked at again. */
  private static final int COMPARED = PassMethod.BLOCK_OF_CLASSES;

  /**
   * By plain Java, stretches are found pixel by pixel: with no more classes than this, comparisons,
   * of eight pixels at once, are faster on every map.
   */
  private static final int MOST_COMPARED_BY_PLAIN_JAVA = 8;

  /** With more classes than this, a table of pairs of labels does not stay in the cache. */
  private static final int MOST_JOINT_CLASSES = 128;

  private final Kernel.LabelStretches kernel;

  private StretchMethods(Kernel.LabelStretches kernel) {
    this.kernel = kernel;
  }

  private String stretchName() {
    return kernel.name() + "Stretch";
  }

  private static String changesName(Side side) {
    return side.parameter() + "Changes";
  }

  private MethodSpec.Builder block() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(KernelMethod.blockName(kernel))
            .addJavadoc(KernelDocs.block(kernel))
            .addModifiers(Modifier.STATIC);
    for (Side side : Side.values()) {
      method.addParameters(KernelMethod.elements(side, kernel.operands().of(side)));
    }
    return method.addParameter(int.class, "length").addParameter(long[].class, "totals");
  }

  /** The label at an index counted from the block's first pixel. */
  private CodeBlock label(Side side, String index) {
    CodeBlock element =
        CodeBlock.of("$L[$L + $L]", side.parameter(), KernelMethod.from(side), index);
    return switch (kernel.operands().of(side).element()) {
      case BYTE -> CodeBlock.of("$L & 0xFF", element);
      case SHORT -> CodeBlock.of("$L & 0xFFFF", element);
      case INT, LONG, FLOAT, DOUBLE ->
          throw new IllegalArgumentException("no labels in " + kernel.operands().of(side));
    };
  }

  private CodeBlock counted(String index, CodeBlock pixels, boolean vectors) {
    boolean joint = vectors && hasJoint();
    return CodeBlock.builder()
        .addStatement(
            "$L$L($Z$L,$W$L,$W$L$L, totals)",
            vectors ? ScalarKernels.NAME + "." : "",
            joint ? pairName() : stretchName(),
            label(Side.PREDICTION, index),
            label(Side.TRUTH, index),
            pixels,
            joint ? ", useJoint, joint" : "")
        .build();
  }

  /**
   * Adds the methods in plain Java.
   *
   * @param vectors whether there are vector kernels, which use some of them
   */
  static void addScalar(Kernel.LabelStretches kernel, boolean vectors, TypeSpec.Builder type) {
    StretchMethods printer = new StretchMethods(kernel);
    boolean compares =
        kernel.comparison().isPresent() && kernel.classes() <= MOST_COMPARED_BY_PLAIN_JAVA;
    if (compares) {
      type.addMethod(printer.block().addCode(printer.parts()).build());
      type.addMethod(printer.compared(kernel.comparison().get()));
    } else {
      type.addMethod(printer.block().addCode(printer.stretches()).build());
    }
    if (vectors || !compares) {
      type.addMethod(printer.stretch());
    }
    if (vectors && printer.hasJoint()) {
      type.addMethod(printer.pair());
    }
  }

  /** Compares parts that stay in the cache. */
  private CodeBlock parts() {
    return CodeBlock.builder()
        .beginControlFlow("for (int i = 0; i < length; i += $L)", COMPARED)
        .addStatement(comparedCall("i", "Math.min(length - i, " + COMPARED + ")"))
        .endControlFlow()
        .build();
  }

  private CodeBlock stretches() {
    return CodeBlock.builder()
        .addStatement("int first = 0")
        .beginControlFlow("while (first < length)")
        .addStatement("int next = first + 1")
        .beginControlFlow("while (next < length && $L)", sameAs("first", "next"))
        .addStatement("next++")
        .endControlFlow()
        .add(counted("first", CodeBlock.of("next - first"), false))
        .addStatement("first = next")
        .endControlFlow()
        .build();
  }

  /** Whether a table of pairs of labels is worth it: it takes one count instead of three. */
  private boolean hasJoint() {
    return kernel.classes() <= MOST_JOINT_CLASSES;
  }

  private int jointSize() {
    return kernel.classes() * kernel.classes();
  }

  private CodeBlock sameAs(String first, String next) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (Side side : Side.values()) {
      code.add(
          "$1L$2L[$3L + $5L]$W== $2L[$3L + $4L]",
          side == Side.TRUTH ? " && " : "",
          side.parameter(),
          KernelMethod.from(side),
          first,
          next);
    }
    return code.build();
  }

  private MethodSpec stretch() {
    return MethodSpec.methodBuilder(stretchName())
        .addJavadoc("Counts pixels that all have the same two labels.\n")
        .addModifiers(Modifier.STATIC)
        .addParameter(int.class, "p")
        .addParameter(int.class, "t")
        .addParameter(int.class, "pixels")
        .addParameter(long[].class, "totals")
        .beginControlFlow("if ($L)", bothAreClasses())
        .addStatement("totals[3 * p] += p == t ? pixels : 0")
        .addStatement("totals[3 * p + 1] += pixels")
        .addStatement("totals[3 * t + 2] += pixels")
        .nextControlFlow("else")
        .addStatement(unusual("pixels"))
        .endControlFlow()
        .build();
  }

  private String pairName() {
    return kernel.name() + "Pair";
  }

  private MethodSpec pair() {
    return MethodSpec.methodBuilder(pairName())
        .addJavadoc("Counts the same in a table of pairs of labels, where that is used.\n")
        .addModifiers(Modifier.STATIC)
        .addParameter(int.class, "p")
        .addParameter(int.class, "t")
        .addParameter(int.class, "pixels")
        .addParameter(boolean.class, "useJoint")
        .addParameter(int[].class, "joint")
        .addParameter(long[].class, "totals")
        .beginControlFlow("if (useJoint && $L)", bothAreClasses())
        .addStatement("joint[$L * p + t] += pixels", kernel.classes())
        .nextControlFlow("else")
        .addStatement("$L(p, t, pixels, totals)", stretchName())
        .endControlFlow()
        .build();
  }

  private CodeBlock bothAreClasses() {
    return CodeBlock.of(
        "p < $1L && t < $1L$2L$3L",
        kernel.classes(),
        unlessIgnored("p", kernel.predictionIgnored()),
        unlessIgnored("t", kernel.truthIgnored()));
  }

  private CodeBlock unusual(String pixels) {
    return CodeBlock.of(
        "$T.addUnusual($Zp, t, $L, totals, $L,$W$L, $L)",
        ClassTotals.class,
        pixels,
        kernel.classes(),
        kernel.predictionIgnored().orElse(-1),
        kernel.truthIgnored().orElse(-1));
  }

  private CodeBlock unlessIgnored(String label, OptionalInt ignored) {
    return ignored.isPresent() && ignored.getAsInt() < kernel.classes()
        ? CodeBlock.of(" && $L != $L", label, ignored.getAsInt())
        : CodeBlock.of("");
  }

  static void addVector(Kernel.LabelStretches kernel, TypeSpec.Builder type) {
    StretchMethods printer = new StretchMethods(kernel);
    type.addMethod(printer.block().addCode(printer.words()).build());
    kernel.comparison().ifPresent(comparison -> type.addMethod(printer.compared(comparison)));
    type.addMethod(printer.word());
    for (Side side : Side.values()) {
      type.addMethod(printer.changes(side));
    }
  }

  private CodeBlock words() {
    CodeBlock.Builder code = CodeBlock.builder();
    if (hasJoint()) {
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
        .add(counted("first", CodeBlock.of("i - first"), true))
        .endControlFlow();
    if (hasJoint()) {
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
        .beginControlFlow("if ($L > $L)", changes.build(), CHANGES_BY_CLASS * kernel.classes())
        .beginControlFlow("if (first < i)")
        .add(counted("first", CodeBlock.of("i - first"), true))
        .endControlFlow()
        .addStatement("int part = $T.min(length - i, $L)", Math.class, COMPARED)
        .addStatement(comparedCall("i", "part"))
        .addStatement("first = i + part")
        .addStatement("i = first - $L", GROUP * Long.SIZE)
        .addStatement("continue")
        .endControlFlow()
        .build();
  }

  private CodeBlock comparedCall(String index, String pixels) {
    return CodeBlock.of(
        "$L($Zprediction, predictionFrom + $L,$Wtruth, truthFrom + $L,$W$L, totals)",
        comparedName(),
        index,
        index,
        pixels);
  }

  private String comparedName() {
    return kernel.name() + "Compared";
  }

  /** Both back ends have it, each with its own comparison. */
  private MethodSpec compared(Kernel.PixelCounts comparison) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(comparedName())
            .addJavadoc("Counts class by class; what is left is of no class.\n")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC);
    for (Side side : Side.values()) {
      method.addParameters(KernelMethod.elements(side, kernel.operands().of(side)));
    }
    String outOfRange = "totals[" + 3 * kernel.classes() + "]";
    String truthOutOfRange = "totals[" + (3 * kernel.classes() + 1) + "]";
    return method
        .addParameter(int.class, "length")
        .addParameter(long[].class, "totals")
        .addStatement("$L += length", outOfRange)
        .addStatement("$L += length", truthOutOfRange)
        .beginControlFlow("for (int c = 0; c < $L; c++)", kernel.classes())
        .addStatement(
            "long counts = $L($Zprediction, predictionFrom,$Wtruth, truthFrom,$Wlength, c)",
            KernelMethod.blockName(comparison))
        .addCode(PackedCounts.declared(comparison.program(), "counts"))
        .addStatement("totals[3 * c] += intersection")
        .addStatement("totals[3 * c + 1] += predictionSize")
        .addStatement("totals[3 * c + 2] += truthSize")
        .addStatement("$L -= predictionSize", outOfRange)
        .addStatement("$L -= truthSize", truthOutOfRange)
        .endControlFlow()
        .build();
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
            hasJoint() ? "useJoint, joint, " : "")
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
    if (hasJoint()) {
      method.addParameter(boolean.class, "useJoint").addParameter(int[].class, "joint");
    }
    return method
        .addParameter(long[].class, "totals")
        .addStatement("int first = from")
        .beginControlFlow("if ($T.bitCount(changes) > $L)", Long.class, MANY_CHANGES)
        .addCode(counted("first", CodeBlock.of("i + 1 - first"), true))
        .beginControlFlow("for (int pixel = i + 1; pixel < i + 64; pixel++)")
        .addCode(counted("pixel", CodeBlock.of("1"), true))
        .endControlFlow()
        .addStatement("return i + 64")
        .endControlFlow()
        .beginControlFlow("for (long left = changes; left != 0; left &= left - 1)")
        .addStatement("int next = i + 1 + $T.numberOfTrailingZeros(left)", Long.class)
        .addCode(counted("first", CodeBlock.of("next - first"), true))
        .addStatement("first = next")
        .endControlFlow()
        .addStatement("return first")
        .build();
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
