package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.sorensen.IllegalMaskException;
import dev.sorensen.processor.model.Format;
import dev.sorensen.processor.model.MaskType;
import java.util.Locale;

/** The javadoc of an evaluator's public methods. */
final class EvaluatorDocs {

  private EvaluatorDocs() {}

  static CodeBlock type(MaskType mask) {
    return CodeBlock.builder()
        .add("Compares two {@link $T}s: $L\n\n", JavaTypes.raw(mask.type()), format(mask.format()))
        .add("<p>With A the foreground of the prediction and B that of the truth, the Dice\n")
        .add("coefficient is 2|A &cap; B| / (|A| + |B|). Masks are read where they are and never\n")
        .add("written. All methods may be called by several threads. A mask or its data that is\n")
        .add("null is a {@link $T} that names it.\n", NullPointerException.class)
        .build();
  }

  private static String format(Format format) {
    return switch (format) {
      case Format.BitPacked bits -> "one bit a pixel, 64 to a word.";
      case Format.Labels labels -> {
        String foreground =
            labels.foreground().isPresent()
                ? "label " + labels.foreground().getAsInt() + " is foreground"
                : "every label but 0 is foreground";
        String pixel = labels.element().name().toLowerCase(Locale.ROOT);
        yield labels.ignoreLabel().isPresent()
            ? "one "
                + pixel
                + " a pixel; "
                + foreground
                + ".\nPixels whose truth is "
                + labels.ignoreLabel().getAsInt()
                + " count nowhere."
            : "one " + pixel + " a pixel; " + foreground + ".";
      }
      case Format.Probabilities values ->
          "one probability a pixel; above " + values.threshold() + " is\nforeground.";
      case Format.Runs runs ->
          "runs of foreground, "
              + runs.encoding().name().toLowerCase(Locale.ROOT).replace('_', ' ')
              + ".";
    };
  }

  static CodeBlock overlap(Pair pair) {
    return documented(
        pair, "Counts the pixels of both masks: |A &cap; B|, |A|, |B|, and all.\n", "the counts");
  }

  static CodeBlock overlaps(Pair pair) {
    return documented(pair, "Counts the pixels of both masks, as one class.\n", "the counts");
  }

  static CodeBlock dice(Pair pair) {
    String empty =
        switch (pair.prediction().emptyMasks()) {
          case ONE -> "1";
          case ZERO -> "0";
          case NAN -> "NaN";
        };
    return documented(
        pair,
        "Returns the Dice coefficient, 2|A &cap; B| / (|A| + |B|).\n",
        "0 for no overlap to 1 for the same mask; " + empty + " if both are empty");
  }

  static CodeBlock diceLoss(Pair pair) {
    return LossCode.isHardDice(pair.prediction())
        ? documented(pair, "Returns the Dice loss, 1 &minus; Dice.\n", "the loss")
        : documented(
            pair,
            "Returns the Dice loss, 1 &minus; (2I + nr) / (P + T + dr), with the sums of\n"
                + (pair.soft() ? "{@link #softOverlap}" : "{@link #overlap}")
                + " and the smoothing nr and dr that the type declares.\n",
            "the loss");
  }

  static CodeBlock otherLoss(Pair pair) {
    return CodeBlock.builder()
        .add("Returns another loss of the same sums.\n\n")
        .add("@param prediction the mask to score\n")
        .add("@param truth the mask to score it against\n")
        .add("@param loss the loss\n")
        .add("@return its value\n")
        .add(thrown(pair))
        .build();
  }

  static CodeBlock softOverlap(Pair pair) {
    return documented(
        pair,
        """
        Adds up p t, p and t over all pixels, p the prediction's values and t the truth's.

        <p>Each sum is within 1e-6 of the exact one, relative to the sum of magnitudes. A NaN in
        the data makes its sums NaN.
        """,
        "the sums");
  }

  static CodeBlock softOverlaps(Pair pair) {
    return documented(pair, "Adds up like {@link #softOverlap}, as one class.\n", "one element");
  }

  static CodeBlock view() {
    return CodeBlock.builder()
        .add("Returns a mask pixel by pixel, for the slow reference.\n\n")
        .add("@param mask the mask to look at\n")
        .add("@return a view of its data\n")
        .add("@throws $T if its data does not fit its extents\n", IllegalMaskException.class)
        .build();
  }

  static CodeBlock evaluator() {
    return CodeBlock.builder()
        .add("Returns these methods as an object, for generic code.\n\n")
        .add("@return the one evaluator; it has no state\n")
        .build();
  }

  private static CodeBlock documented(Pair pair, String summary, String returned) {
    return CodeBlock.builder()
        .add("$L\n", summary)
        .add("@param prediction the mask to score\n")
        .add("@param truth the mask to score it against\n")
        .add("@return $L\n", returned)
        .add(thrown(pair))
        .build();
  }

  private static CodeBlock thrown(Pair pair) {
    return CodeBlock.of(
        "@throws $T if $L\n",
        IllegalMaskException.class,
        pair.prediction().extents().isEmpty()
            ? "the masks differ in length"
            : pair.prediction().format() instanceof Format.Runs
                ? "the extents differ, or runs are out of order or do not fit them"
                : "the extents differ, or data does not fit them");
  }
}
