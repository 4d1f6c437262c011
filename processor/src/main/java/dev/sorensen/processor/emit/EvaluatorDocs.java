package dev.sorensen.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.sorensen.Activation;
import dev.sorensen.Form;
import dev.sorensen.IllegalMaskException;
import dev.sorensen.processor.kernel.Feed;
import dev.sorensen.processor.model.Format;
import dev.sorensen.processor.model.MaskPairs;
import dev.sorensen.processor.model.MaskType;
import dev.sorensen.processor.model.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The javadoc of an evaluator's public methods. */
final class EvaluatorDocs {

  /** What fits on a line after a throws tag and the exception's name. */
  private static final int ROOM_AFTER_THROWS = 62;

  /** What fits on a line that goes on with a tag. */
  private static final int ROOM_ON_NEXT_LINES = 86;

  private EvaluatorDocs() {}

  static CodeBlock type(MaskPairs types) {
    MaskType mask = types.prediction();
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add("Compares {@link $T}s", JavaTypes.raw(mask.type()))
            .add(" with each other:\n$L\n\n", format(mask));
    if (types.truths().size() > 1) {
      code.add("<p>As predictions they are also compared with:\n\n<ul>\n");
      for (MaskType truth : types.truths()) {
        if (!truth.equals(mask)) {
          code.add(
              "  <li>{@link $T}:\n      $L\n",
              JavaTypes.raw(truth.type()),
              format(truth).replace("\n", "\n      "));
        }
      }
      code.add("</ul>\n\n");
    }
    return code.add(
            "<p>With A the foreground of the prediction and B that of the truth, the Dice\n")
        .add("coefficient is 2|A &cap; B| / (|A| + |B|)$L. Masks are read\n", ofClass(mask))
        .add("where they are and never written. All methods may be called by several threads.\n")
        .add("A mask or its data that is null is a {@link $T} that\n", NullPointerException.class)
        .add("names it.\n")
        .build();
  }

  private static String ofClass(MaskType mask) {
    return mask.format().classes() > 1 ? " for each class" : "";
  }

  /** What a layout means, on a line or two of its own. */
  private static String format(MaskType mask) {
    return (mask.storage() == Storage.SEGMENT ? "in a memory segment, " : "")
        + switch (mask.format()) {
          case Format.BitPacked(int classes) when classes > 1 ->
              classes + " planes of one bit a pixel, 64 to a word.";
          case Format.BitPacked bits -> "one bit a pixel, 64 to a word.";
          case Format.Labels labels -> labels(labels);
          case Format.Probabilities values -> numbers(values);
          case Format.Runs runs ->
              "runs of foreground, "
                  + runs.encoding().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                  + ".";
        };
  }

  private static String labels(Format.Labels labels) {
    String pixel = "one " + labels.element().name().toLowerCase(Locale.ROOT) + " a pixel";
    String meaning;
    if (labels.classes() > 1) {
      meaning = ", its class, 0 to " + (labels.classes() - 1);
    } else if (labels.foreground().isPresent()) {
      meaning = "; label " + labels.foreground().getAsInt() + " is foreground";
    } else {
      meaning = "; every label but 0 is foreground";
    }
    String ignored =
        labels.ignoreLabel().isPresent()
            ? ".\nPixels whose truth is " + labels.ignoreLabel().getAsInt() + " count nowhere."
            : ".";
    return pixel + meaning + ignored;
  }

  private static String numbers(Format.Probabilities values) {
    String what =
        switch (values.activation()) {
          case NONE -> "probability";
          case SIGMOID, SOFTMAX -> "logit";
        };
    String pixel =
        values.classes() > 1
            ? values.classes() + " planes of one " + what + " a pixel"
            : "one " + what + " a pixel";
    String activation =
        values.activation() == Activation.NONE
            ? "above "
            : "a " + values.activation().name().toLowerCase(Locale.ROOT) + " above ";
    return pixel + "; " + activation + values.threshold() + " is foreground.";
  }

  static String pairClass(Pair pair) {
    String truth = String.join(".", pair.truth().type().simpleNames());
    return pair.mergesRuns()
        ? "What is done with a prediction and a " + truth + ", both of runs."
        : "Passes over a prediction and a " + truth + ", block by block, and their kernels.";
  }

  static CodeBlock overlap(Pair pair) {
    return documented(
        pair, "Counts the pixels of both masks: |A &cap; B|, |A|, |B|, and all.\n", "the counts");
  }

  static CodeBlock overlapAsOneClass(Pair pair) {
    return documented(pair, "Counts the pixels of both masks, as one class.\n", "the counts");
  }

  static CodeBlock overlapsOfClasses(Pair pair) {
    return documented(
        pair,
        "Counts, for each of "
            + pair.classes()
            + " classes, the pixels of both masks.\n"
            + (isLargest(pair)
                ? "\n<p>A pixel of the prediction has the class with the largest value, the first"
                    + " of\nequals.\n"
                : ""),
        "the counts by class");
  }

  private static boolean isLargest(Pair pair) {
    return pair.plan()
        .overlap()
        .operands()
        .map(operands -> operands.prediction().feed() instanceof Feed.Largest)
        .orElse(false);
  }

  static CodeBlock dice(Pair pair) {
    String empty =
        switch (pair.prediction().emptyMasks()) {
          case ONE -> "1";
          case ZERO -> "0";
          case NAN -> "NaN";
        };
    if (pair.classes() > 1) {
      return documented(
          pair,
          "Returns the mean Dice coefficient of the classes that occur in either mask"
              + (pair.prediction().includesBackground()
                  ? ".\n"
                  : ",\nbut for the background, class 0.\n"),
          "0 for no overlap to 1 for the same masks; " + empty + " if no class occurs");
    }
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
            "Returns the "
                + LossDocs.formula(pair.prediction())
                + ", with the sums of\n"
                + sums(pair)
                + " and the "
                + LossDocs.settings(pair.prediction())
                + " that the type declares.\n",
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

  static CodeBlock lossAndGradient(Pair pair) {
    return CodeBlock.builder()
        .add("Returns the loss as {@link #diceLoss} does, and writes its gradient.\n\n")
        .add("<p>Nothing is written if an exception is thrown.\n\n")
        .add(gradientParameters(pair))
        .add("@return the loss\n")
        .add(thrown(pair, "the gradient does not fit the prediction"))
        .build();
  }

  static CodeBlock otherLossAndGradient(Pair pair) {
    return CodeBlock.builder()
        .add("Returns another loss of the same sums, and writes its gradient.\n\n")
        .add(gradientParameters(pair))
        .add("@param loss the loss\n")
        .add("@return its value\n")
        .add(thrown(pair, "the gradient does not fit the prediction"))
        .build();
  }

  private static CodeBlock gradientParameters(Pair pair) {
    boolean logits =
        pair.prediction().format() instanceof Format.Probabilities values
            && values.activation() != Activation.NONE;
    return CodeBlock.builder()
        .add("@param prediction the mask to score\n")
        .add("@param truth the mask to score it against\n")
        .add("@param gradient is given the derivative of the loss by each element of the\n")
        .add("    prediction's data$L, in the same place\n", logits ? ", a logit" : "")
        .build();
  }

  private static String sums(Pair pair) {
    return "{@link #"
        + (pair.soft() ? "softOverlap" : "overlap")
        + (pair.classes() > 1 ? "s}" : "}");
  }

  static CodeBlock softOverlap(Pair pair) {
    boolean soft = pair.truth().format() instanceof Format.Probabilities;
    return documented(
        pair,
        """
        Adds up %s over all pixels%s, p the
        prediction's probability and t the truth's%s.

        <p>Each sum is within 1e-6 of the exact one, relative to the sum of magnitudes. A NaN in
        the data makes the sums that it is part of NaN.
        """
            .formatted(
                terms(pair.prediction().form()),
                ofClass(pair.prediction()),
                soft ? "" : ", 1 or 0"),
        "the sums");
  }

  private static String terms(Form form) {
    return switch (form) {
      case PRODUCT -> "p t, p and t";
      case SQUARED -> "p t, p&sup2; and t&sup2;";
      case SOFT_LABEL -> "(|p| + |t| &minus; |p &minus; t|) / 2, |p| and |t|";
    };
  }

  static CodeBlock softOverlapAsOneClass(Pair pair) {
    return documented(pair, "Adds up like {@link #softOverlap}, as one class.\n", "one element");
  }

  static CodeBlock view(MaskType mask) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add("Returns a mask pixel by pixel, for the slow reference.\n\n")
            .add("@param mask the mask to look at\n")
            .add("@return a view of its data\n");
    String wrong = "";
    if (!mask.extents().isEmpty()) {
      wrong = "its data does not fit its extents";
    } else if (mask.format().hasPlanes()) {
      wrong = "its data is no " + mask.format().classes() + " planes of one length";
    } else if (mask.storage() == Storage.SEGMENT) {
      wrong = "its data ends within an element";
    }
    return wrong.isEmpty()
        ? code.build()
        : code.add("@throws $T if $L\n", IllegalMaskException.class, wrong).build();
  }

  static CodeBlock evaluator(Pair pair) {
    return CodeBlock.builder()
        .add(
            "Returns the methods for a {@link $T} as truth as an object, for generic code.\n\n",
            JavaTypes.raw(pair.truth().type()))
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

  private static CodeBlock thrown(Pair pair, String... more) {
    return CodeBlock.of("@throws $T if $L\n", IllegalMaskException.class, wrong(pair, more));
  }

  private static String wrong(Pair pair, String... more) {
    List<String> reasons = new ArrayList<>();
    List<MaskType> both = List.of(pair.prediction(), pair.truth());
    if (both.stream().allMatch(mask -> mask.extents().isEmpty())) {
      reasons.add("the masks differ in length");
    } else {
      reasons.add("the extents differ");
      reasons.add("data does not fit them");
    }
    if (both.stream().anyMatch(mask -> mask.format() instanceof Format.Runs)) {
      reasons.add("runs are out of order");
    }
    if (pair.classes() > 1 && both.stream().anyMatch(m -> m.format() instanceof Format.Labels)) {
      reasons.add("a label is out of range");
    }
    reasons.addAll(List.of(more));
    return list(reasons);
  }

  /** Joins with commas and an "or", and breaks lines where they would be too long. */
  private static String list(List<String> reasons) {
    StringBuilder text = new StringBuilder(reasons.getFirst());
    int room = ROOM_AFTER_THROWS - text.length();
    for (int i = 1; i < reasons.size(); i++) {
      String next = (i == reasons.size() - 1 ? "or " : "") + reasons.get(i);
      boolean wraps = next.length() + 2 > room;
      text.append(wraps ? ",\n    " : ", ").append(next);
      room = (wraps ? ROOM_ON_NEXT_LINES : room) - next.length() - 2;
    }
    return text.toString();
  }
}
