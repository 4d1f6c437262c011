package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.sorensen.Activation;
import dev.sorensen.RunEncoding;
import dev.sorensen.SegmentationMask;
import dev.sorensen.internal.SampleMask;
import dev.sorensen.processor.model.ArrayElement;
import dev.sorensen.processor.model.BenchmarkPair;
import dev.sorensen.processor.model.ConstructibleMask;
import dev.sorensen.processor.model.Format;
import dev.sorensen.processor.model.MaskType;
import dev.sorensen.processor.model.Member;
import dev.sorensen.processor.model.Storage;
import java.lang.foreign.MemorySegment;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** How generated code makes masks up: those of a benchmark, and data to warm passes up with. */
final class SampleCode {

  /** The variable that says how many pixels each dimension has. */
  static final String SIZE = "size";

  /** The masks have 2 to the power of these pixels, as nearly as their dimensions allow. */
  private static final int[] LOG_PIXELS = {12, 18, 24};

  /** No more pixels times classes than that: some of what is measured has a double for each. */
  private static final int MOST_LOG_NUMBERS = 24;

  private final BenchmarkPair pair;
  private final int dimensions;

  SampleCode(BenchmarkPair pair) {
    this.pair = pair;
    this.dimensions = dimensions(pair);
  }

  /** Returns how many dimensions the images have: squares where the types do not say. */
  static int dimensions(BenchmarkPair pair) {
    int most =
        Math.max(pair.prediction().mask().extents().size(), pair.truth().mask().extents().size());
    return most == 0 ? 2 : most;
  }

  /** Returns how many pixels each dimension may have, a small, a middling and a large number. */
  List<Integer> sizes() {
    int classes = pair.prediction().mask().format().classes();
    int logClasses = Integer.SIZE - Integer.numberOfLeadingZeros(classes - 1);
    return IntStream.of(LOG_PIXELS)
        .map(pixels -> Math.min(pixels, MOST_LOG_NUMBERS - logClasses) / dimensions)
        .distinct()
        .mapToObj(size -> 1 << size)
        .toList();
  }

  /** Assigns {@code prediction} and {@code truth}. */
  CodeBlock masks() {
    int classes = pair.prediction().mask().format().classes();
    return CodeBlock.builder()
        .addStatement(
            "$1T predicted = $1T.prediction($2L, $3L, $4L)",
            SampleMask.class,
            dimensions,
            SIZE,
            classes)
        .addStatement("prediction =$W$L", made(pair.prediction(), "predicted", false))
        .addStatement(
            "$1T actual = $1T.truth($2L, $3L, $4L)", SampleMask.class, dimensions, SIZE, classes)
        .addStatement("truth =$W$L", made(pair.truth(), "actual", true))
        .build();
  }

  private CodeBlock made(ConstructibleMask type, String sample, boolean isTruth) {
    MaskType mask = type.mask();
    CodeBlock arguments =
        type.parameters().stream()
            .map(
                member ->
                    member.equals(mask.data())
                        ? data(mask, sample, isTruth)
                        : CodeBlock.of("$L", extent(mask, member)))
            .collect(CodeBlock.joining(",$W"));
    return CodeBlock.of("new $T($Z$L)", JavaTypes.raw(mask.type()), arguments);
  }

  /** The last extent of a mask with fewer dimensions than the image is as long as all others. */
  private String extent(MaskType mask, Member extent) {
    boolean isLast = extent.equals(mask.extents().getLast());
    int factors = isLast ? 1 + dimensions - mask.extents().size() : 1;
    return String.join(" * ", Collections.nCopies(factors, SIZE));
  }

  private static CodeBlock data(MaskType mask, String sample, boolean isTruth) {
    CodeBlock array = CodeBlock.of("$L.$L", sample, array(mask.format(), isTruth));
    return mask.storage() == Storage.SEGMENT
        ? CodeBlock.of("$T.offHeap($Z$T.ofArray($L))", SampleMask.class, MemorySegment.class, array)
        : array;
  }

  /** A call on a {@link SampleMask} for the data of a format. */
  static CodeBlock array(Format format, boolean isTruth) {
    return switch (format) {
      case Format.BitPacked bits -> CodeBlock.of("bits()");
      case Format.Labels labels -> labels(labels, isTruth);
      case Format.Probabilities values ->
          CodeBlock.of(
              "$L($L, $T.$L)",
              values.element() == ArrayElement.FLOAT ? "floats" : "doubles",
              Literals.of(values.threshold()),
              Activation.class,
              values.activation().name());
      case Format.Runs(RunEncoding encoding) ->
          CodeBlock.of("runs($T.$L)", RunEncoding.class, encoding.name());
    };
  }

  private static CodeBlock labels(Format.Labels labels, boolean isTruth) {
    boolean bytes = labels.element() == ArrayElement.BYTE;
    CodeBlock ignored =
        isTruth && labels.ignoreLabel().isPresent()
            ? CodeBlock.of("$L", labels.ignoreLabel().getAsInt())
            : CodeBlock.of("$T.NO_LABEL", SegmentationMask.class);
    if (labels.classes() > 1) {
      return CodeBlock.of("$L($L)", bytes ? "classBytes" : "classShorts", ignored);
    }
    int background = labels.foreground().isEmpty() ? 0 : unused(labels, -1);
    int foreground = labels.foreground().orElseGet(() -> unused(labels, 0));
    return CodeBlock.of(
        "$L($L, $L, $L)", bytes ? "bytes" : "shorts", background, foreground, ignored);
  }

  /** The smallest label that is neither foreground nor ignored, nor another. */
  private static int unused(Format.Labels labels, int other) {
    return IntStream.range(0, 4)
        .filter(
            label ->
                label != other
                    && label != labels.foreground().orElse(-1)
                    && label != labels.ignoreLabel().orElse(-1))
        .findFirst()
        .orElseThrow();
  }
}
