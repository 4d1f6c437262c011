package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.sorensen.Overlap;
import dev.sorensen.RunEncoding;
import dev.sorensen.processor.kernel.Kernel;
import dev.sorensen.processor.kernel.Side;
import javax.lang.model.element.Modifier;

/**
 * The length that two lists of runs share, by merging both lists from both ends until the two
 * merges meet. Which run comes next is as good as random, so nothing branches on it; and as each
 * step waits for the one before it, two merges that do not wait for each other are twice as fast.
 *
 * <p>No pair of runs is counted twice: a merge leaves a run behind only when it meets no run that
 * is still to come, from either end.
 */
final class RunMergePrinter {

  /** The two merges. */
  private enum Merge {
    FRONT("first", "p", "t"),
    BACK("last", "pLast", "tLast");

    private final String prefix;
    private final String predictionIndex;
    private final String truthIndex;

    Merge(String prefix, String predictionIndex, String truthIndex) {
      this.prefix = prefix;
      this.predictionIndex = predictionIndex;
      this.truthIndex = truthIndex;
    }

    private String index(Side side) {
      return side == Side.PREDICTION ? predictionIndex : truthIndex;
    }

    /** A variable of this merge for a side, {@code firstTruthEnd}. */
    private String name(Side side, String noun) {
      return prefix + (side == Side.PREDICTION ? "Prediction" : "Truth") + noun;
    }
  }

  private final Kernel.RunMerge kernel;
  private final CodeBlock.Builder code = CodeBlock.builder();

  private RunMergePrinter(Kernel.RunMerge kernel) {
    this.kernel = kernel;
  }

  static void print(Kernel.RunMerge kernel, TypeSpec.Builder type) {
    RunMergePrinter printer = new RunMergePrinter(kernel);
    printer.code();
    type.addMethod(
        MethodSpec.methodBuilder(kernel.name())
            .addJavadoc(
                """
                Counts the pixels of two masks whose runs have been checked.

                @param predictionSize the pixels that the prediction's runs cover
                @param truthSize the pixels that the truth's runs cover
                """)
            .addModifiers(Modifier.STATIC)
            .returns(Overlap.class)
            .addParameter(int[].class, "prediction")
            .addParameter(long.class, "predictionSize")
            .addParameter(int[].class, "truth")
            .addParameter(long.class, "truthSize")
            .addParameter(long.class, "pixels")
            .addCode(printer.code.build())
            .build());
  }

  private RunEncoding encoding(Side side) {
    return side == Side.PREDICTION ? kernel.prediction() : kernel.truth();
  }

  private void code() {
    code.addStatement("long intersection = 0");
    for (Side side : Side.values()) {
      code.addStatement("int $L = 0", Merge.FRONT.index(side));
      code.addStatement("int $L = $L.length / 2 * 2 - 2", Merge.BACK.index(side), side.parameter());
      if (encoding(side) == RunEncoding.COUNTS) {
        positions(side);
      }
    }
    code.beginControlFlow("while (p <= pLast && t <= tLast)");
    code.add("// Of the first runs that are left, the one that ends first meets no other.\n");
    step(Merge.FRONT);
    code.beginControlFlow("if (p > pLast || t > tLast)").addStatement("break").endControlFlow();
    code.add("// Of the last runs that are left, the one that starts last meets no other.\n");
    step(Merge.BACK);
    code.endControlFlow();
    code.addStatement(
        "return new $T(intersection, predictionSize, truthSize, pixels)", Overlap.class);
  }

  /** Where the runs that are left begin, and where they end. */
  private void positions(Side side) {
    String runs = side.parameter();
    code.addStatement("long $L = 0", Merge.FRONT.name(side, "Position"));
    code.addStatement(
        "long $1L =$W$2L.length % 2 == 0 ? pixels : pixels - $2L[$2L.length - 1]",
        Merge.BACK.name(side, "Position"), runs);
  }

  private void step(Merge merge) {
    for (Side side : Side.values()) {
      read(merge, side);
    }
    String shared = merge.prefix + "Shared";
    code.addStatement(
        "long $1L = $2T.min($3L, $4L)$W- $2T.max($5L, $6L)",
        shared,
        Math.class,
        merge.name(Side.PREDICTION, "End"),
        merge.name(Side.TRUTH, "End"),
        merge.name(Side.PREDICTION, "Start"),
        merge.name(Side.TRUTH, "Start"));
    code.addStatement("intersection += $T.max(0, $L)", Math.class, shared);
    String chosen = merge.prefix + "IsTruth";
    code.add("// All bits if it is the truth's, else none.\n");
    switch (merge) {
      case FRONT ->
          code.addStatement(
              "long $L = ($L - $L) >> 63",
              chosen,
              merge.name(Side.TRUTH, "End"),
              merge.name(Side.PREDICTION, "End"));
      case BACK ->
          code.addStatement(
              "long $L = ($L - $L) >> 63",
              chosen,
              merge.name(Side.PREDICTION, "Start"),
              merge.name(Side.TRUTH, "Start"));
    }
    leave(merge, Side.PREDICTION, "~" + chosen);
    leave(merge, Side.TRUTH, chosen);
  }

  /** Declares the start and the end of the run that a merge is at. */
  private void read(Merge merge, Side side) {
    String runs = side.parameter();
    String index = merge.index(side);
    String start = merge.name(side, "Start");
    String end = merge.name(side, "End");
    String position = merge.name(side, "Position");
    switch (encoding(side)) {
      case START_LENGTH -> {
        code.addStatement("long $L = $L[$L]", start, runs, index);
        code.addStatement("long $L = $L + $L[$L + 1]", end, start, runs, index);
      }
      case START_END -> {
        code.addStatement("long $L = $L[$L]", start, runs, index);
        code.addStatement("long $L = $L[$L + 1]", end, runs, index);
      }
      case COUNTS -> {
        if (merge == Merge.FRONT) {
          code.addStatement("long $L = $L + $L[$L]", start, position, runs, index);
          code.addStatement("long $L = $L + $L[$L + 1]", end, start, runs, index);
        } else {
          code.addStatement("long $L = $L", end, position);
          code.addStatement("long $L = $L - $L[$L + 1]", start, end, runs, index);
        }
      }
    }
  }

  /** Leaves the run behind if a mask has all bits. */
  private void leave(Merge merge, Side side, String mask) {
    String index = merge.index(side);
    String position = merge.name(side, "Position");
    boolean counts = encoding(side) == RunEncoding.COUNTS;
    switch (merge) {
      case FRONT -> {
        if (counts) {
          code.addStatement("$1L += ($2L - $1L) & $3L", position, merge.name(side, "End"), mask);
        }
        code.addStatement("$L += (int) $L & 2", index, mask);
      }
      case BACK -> {
        if (counts) {
          code.addStatement(
              "$1L -= ($1L - $2L$W+ $3L[$4L]) & $5L",
              position,
              merge.name(side, "Start"),
              side.parameter(),
              index,
              mask);
        }
        code.addStatement("$L -= (int) $L & 2", index, mask);
      }
    }
  }
}
