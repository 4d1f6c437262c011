package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.sorensen.RunEncoding;
import dev.sorensen.internal.Numbers;
import dev.sorensen.internal.RunWords;
import dev.sorensen.internal.Scratch;
import dev.sorensen.internal.Segments;
import dev.sorensen.processor.kernel.Feed;
import dev.sorensen.processor.kernel.Kernel;
import dev.sorensen.processor.kernel.Operand;
import dev.sorensen.processor.kernel.Pass;
import dev.sorensen.processor.kernel.Side;
import dev.sorensen.processor.kernel.Source.Grain;
import dev.sorensen.processor.model.ArrayElement;
import dev.sorensen.processor.model.Storage;
import java.util.Locale;

/**
 * How a pass hands the elements of one mask to its kernels: the mask's own array and an index, or a
 * small array that each block is put into.
 */
final class OperandCode {

  /** Bytes of a block that is copied or made: it stays in the nearest cache. */
  static final int BLOCK_BYTES = 8 << 10;

  /** Bytes of a block of all classes at once. */
  private static final int PLANES_BYTES = 64 << 10;

  private final Side side;
  private final Operand operand;
  private final Storage storage;
  private final Pair pair;

  OperandCode(Side side, Operand operand, Pair pair) {
    this.side = side;
    this.operand = operand;
    this.storage = pair.of(side).storage();
    this.pair = pair;
  }

  private boolean isSegment() {
    return storage == Storage.SEGMENT && !(operand.feed() instanceof Feed.Drawn);
  }

  private String data() {
    return side.parameter();
  }

  private String block() {
    return side.parameter() + "Block";
  }

  private CodeBlock slot() {
    return CodeBlock.of("$T.$L", Scratch.class, side.name());
  }

  /** Returns whether each class has a block of its own. */
  private boolean isPerClass() {
    return operand.byClass() && !isSoftmax();
  }

  /** Returns whether a block has all classes, which depend on each other. */
  private boolean isSoftmax() {
    return operand.feed() instanceof Feed.Softmax || operand.feed() instanceof Feed.StrictSoftmax;
  }

  private boolean isActivated() {
    return operand.feed() instanceof Feed.Sigmoid || operand.feed() instanceof Feed.SigmoidTail;
  }

  /** Returns whether it needs to know how far apart planes are. */
  boolean usesPlanes() {
    return operand.byClass() || operand.feed() instanceof Feed.Largest || isSoftmax();
  }

  /** Returns the most pixels, a multiple of 64, that a block can have. */
  int longestBlock() {
    int stored = operand.stored().bytes();
    return switch (operand.feed()) {
      case Feed.Data data ->
          isSegment()
              ? BLOCK_BYTES / stored * (operand.grain() == Grain.WORD ? 64 : 1)
              : Integer.MAX_VALUE;
      case Feed.Drawn drawn -> BLOCK_BYTES / Long.BYTES * 64;
      case Feed.Widened widened -> BLOCK_BYTES / Double.BYTES;
      case Feed.Sigmoid sigmoid -> BLOCK_BYTES / operand.element().bytes();
      case Feed.SigmoidTail tail -> BLOCK_BYTES / operand.element().bytes();
      case Feed.Softmax(int classes) -> ofPlanes(classes, operand.element().bytes());
      case Feed.StrictSoftmax(int classes) -> ofPlanes(classes, operand.element().bytes());
      case Feed.Largest(int classes) -> ofPlanes(isSegment() ? classes : 1, stored);
    };
  }

  private static int ofPlanes(int classes, int bytes) {
    int pixels = Math.min(PLANES_BYTES / bytes / classes, BLOCK_BYTES / bytes);
    return Math.max(64, pixels / 64 * 64);
  }

  /** Statements before the first block. */
  CodeBlock beforeBlocks(String longest) {
    return operand.feed() instanceof Feed.Drawn(RunEncoding encoding)
        ? statement(
            "long[] $L =$W$T.start($L, $T.$L, from, $L,$W$L)",
            block(),
            RunWords.class,
            data(),
            RunEncoding.class,
            encoding.name(),
            longest,
            slot())
        : CodeBlock.of("");
  }

  /** Statements once for each block. */
  CodeBlock beforeClasses() {
    return isPerClass() ? CodeBlock.of("") : prepared();
  }

  /** Statements for each block of each class. */
  CodeBlock ofClass() {
    return isPerClass() ? prepared() : CodeBlock.of("");
  }

  private CodeBlock prepared() {
    return switch (operand.feed()) {
      case Feed.Data data -> isSegment() ? declared(stored()) : CodeBlock.of("");
      case Feed.Drawn(RunEncoding encoding) ->
          statement(
              "$T.draw($Z$L, $T.$L, position, length, $L)",
              RunWords.class,
              data(),
              RunEncoding.class,
              encoding.name(),
              block());
      case Feed.Widened widened -> derived("widened");
      case Feed.Sigmoid sigmoid -> derived(inElement("sigmoid"));
      case Feed.SigmoidTail tail -> derived(inElement("sigmoidTail"));
      case Feed.Softmax(int classes) -> softmax("softmax", classes);
      case Feed.StrictSoftmax(int classes) -> softmax("strictSoftmax", classes);
      case Feed.Largest(int classes) -> largest(classes);
    };
  }

  private CodeBlock softmax(String method, int classes) {
    return declared(
        CodeBlock.of(
            "$T.$L($Z$L, $L, $L, length, $L$L)",
            Numbers.class,
            inElement(method),
            allPlanes(classes),
            stride(),
            classes,
            slot(),
            operand.feed() instanceof Feed.Softmax ? ", " + pair.backEnd().vectors : ""));
  }

  /** The method that makes elements of the kind that the kernel reads. */
  private String inElement(String method) {
    return operand.stored() == operand.element() ? method : method + "InDoubles";
  }

  private CodeBlock declared(CodeBlock value) {
    return statement("$T $L =$W$L", JavaTypes.array(operand.element()), block(), value);
  }

  private CodeBlock derived(String method) {
    return declared(
        CodeBlock.of(
            "$T.$L($Z$L, $L, length, $L$L)",
            Numbers.class,
            method,
            isSegment() ? stored() : CodeBlock.of("$L", data()),
            isSegment() ? CodeBlock.of("0") : index(),
            slot(),
            isActivated() ? ", " + pair.backEnd().vectors : ""));
  }

  private CodeBlock largest(int classes) {
    Kernel.Largest kernel = Pass.largest(side, operand).orElseThrow();
    CodeBlock call = CodeBlock.of("($Z$L, $L, length, largest, 0)", allPlanes(classes), stride());
    return CodeBlock.builder()
        .addStatement(
            "$T largest = $T.$L($T.LARGEST, length)",
            JavaTypes.array(operand.stored()),
            Scratch.class,
            arrays(operand.stored()),
            Scratch.class)
        .add(pair.callStatement(kernel, call))
        .add(
            declared(
                CodeBlock.of(
                    "$T.$L(largest, length, $L)",
                    Numbers.class,
                    arrays(operand.element()),
                    slot())))
        .build();
  }

  /** The name of methods that return arrays of an element. */
  private static String arrays(ArrayElement element) {
    return VectorKernels.speciesName(element).toLowerCase(Locale.ROOT);
  }

  /** The data of all classes from the block's first pixel on, with the index of that. */
  private CodeBlock allPlanes(int classes) {
    return isSegment()
        ? CodeBlock.of("$L, 0", copied(CodeBlock.of("position, pixels, $L", classes)))
        : CodeBlock.of("$L, (int) position", data());
  }

  private String stride() {
    return isSegment() ? "length" : "(int) pixels";
  }

  /** The block as the segment has it. */
  private CodeBlock stored() {
    return copied(elementIndex());
  }

  private CodeBlock copied(CodeBlock from) {
    return CodeBlock.of(
        "$T.$L($Z$L, $L,$W$L, $L)",
        Segments.class,
        arrays(operand.stored()),
        data(),
        from,
        operand.grain() == Grain.WORD ? "(length + 63) >>> 6" : "length",
        slot());
  }

  /** The index of the block's first element in the data, a long. */
  private CodeBlock elementIndex() {
    boolean words = operand.grain() == Grain.WORD;
    String inPlane = words ? "(position >>> 6)" : "position";
    if (!isPerClass()) {
      return CodeBlock.of("$L", words ? "position >>> 6" : inPlane);
    }
    return CodeBlock.of("c * $L + $L", words ? "words" : "pixels", inPlane);
  }

  private CodeBlock index() {
    if (isPerClass()) {
      return CodeBlock.of("(int) ($L)", elementIndex());
    }
    return operand.grain() == Grain.WORD
        ? CodeBlock.of("(int) (position >>> 6)")
        : CodeBlock.of("(int) position");
  }

  /** The arguments of a kernel: an array, and the index of the block's first element. */
  CodeBlock arguments() {
    if (operand.feed() instanceof Feed.Data && !isSegment()) {
      return CodeBlock.of("$L, $L", data(), index());
    }
    return CodeBlock.of(
        "$L, $L",
        block(),
        switch (operand.feed()) {
          case Feed.Drawn drawn -> CodeBlock.of("$T.WORDS", RunWords.class);
          case Feed.Softmax softmax -> CodeBlock.of("c * length");
          case Feed.StrictSoftmax softmax -> CodeBlock.of("c * length");
          default -> CodeBlock.of("0");
        });
  }

  /** Returns whether a driver needs the words of a plane. */
  boolean usesWordPlanes() {
    return operand.byClass() && operand.grain() == Grain.WORD;
  }

  private static CodeBlock statement(String format, Object... args) {
    return CodeBlock.builder().addStatement(format, args).build();
  }
}
