package dev.sorensen.processor.widths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sorensen.DiceEvaluator;
import dev.sorensen.Extent;
import dev.sorensen.IllegalMaskException;
import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;
import dev.sorensen.SoftDiceEvaluator;
import dev.sorensen.StandardLoss;
import dev.sorensen.processor.widths.Masks.Bits;
import dev.sorensen.processor.widths.Masks.Counts;
import dev.sorensen.processor.widths.Masks.Labels;
import dev.sorensen.processor.widths.Masks.Organ;
import dev.sorensen.processor.widths.Masks.Probabilities;
import dev.sorensen.processor.widths.Masks.Quarter;
import dev.sorensen.processor.widths.Masks.Slice;
import dev.sorensen.processor.widths.Masks.StartEnd;
import dev.sorensen.processor.widths.Masks.StartLength;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Masks that cannot be compared: no method of an evaluator gives a number for them. */
final class BadInputTest {

  @Test
  void extentsThatDiffer() {
    refused(
        Masks_BitsDice.evaluator(),
        new Bits(new long[1], 4, 5),
        new Bits(new long[1], 5, 4),
        "Masks_BitsDice: truth.width is 5, expected 4 as prediction.width");
    refused(
        Masks_OrganDice.evaluator(),
        new Organ(new byte[4], 2, 2),
        new Organ(new byte[6], 2, 3),
        "Masks_OrganDice: truth.getRows() is 3, expected 2 as prediction.getRows()");
  }

  @Test
  void negativeExtents() {
    Bits mask = new Bits(new long[1], 4, -5);
    refused(
        Masks_BitsDice.evaluator(),
        mask,
        mask,
        "Masks_BitsDice: prediction.height is -5, expected at least 0");
    assertThatThrownBy(() -> Masks_BitsDice.view(mask))
        .isExactlyInstanceOf(IllegalMaskException.class)
        .hasMessage("Masks_BitsDice: mask.height is -5, expected at least 0");
  }

  @Test
  void extentsPastTheRange() {
    Slice mask = new Slice(new long[1], Long.MAX_VALUE);
    refused(
        Masks_SliceDice.evaluator(),
        mask,
        mask,
        "Masks_SliceDice: prediction.bits has length 1, expected 144115188075855872 for"
            + " 9223372036854775807 pixels");
    Huge huge = new Huge(new long[0], Long.MAX_VALUE, 2, 3);
    refused(
        BadInputTest_HugeDice.evaluator(),
        huge,
        huge,
        "BadInputTest_HugeDice: the extents of prediction up to height = 2 multiply to more than"
            + " 2^63 - 1 pixels");
  }

  @SegmentationMask
  record Huge(@Pixels long[] words, @Extent long width, @Extent long height, @Extent long depth) {}

  @Test
  void dataOfTheWrongLength() {
    Bits right = new Bits(new long[2], 65, 1);
    for (int length : new int[] {0, 1, 3}) {
      Bits wrong = new Bits(new long[length], 65, 1);
      refused(
          Masks_BitsDice.evaluator(),
          right,
          wrong,
          "Masks_BitsDice: truth.words has length " + length + ", expected 2 for 65 pixels");
      refused(
          Masks_BitsDice.evaluator(),
          wrong,
          right,
          "Masks_BitsDice: prediction.words has length " + length + ", expected 2 for 65 pixels");
    }
    refused(
        Masks_OrganDice.evaluator(),
        new Organ(new byte[7], 2, 3),
        new Organ(new byte[6], 2, 3),
        "Masks_OrganDice: prediction.getLabels() has length 7, expected 6 for 6 pixels");
    refused(
        Masks_QuarterDice.evaluator(),
        new Quarter(new float[6], 6),
        new Quarter(new float[5], 6),
        "Masks_QuarterDice: truth.values has length 5, expected 6 for 6 pixels");
  }

  @Test
  void viewsOfDataThatIsNoWholeMask() {
    var planes = new GradientMasks.Floats3(new float[7]);
    assertThatThrownBy(() -> GradientMasks_Floats3Dice.view(planes))
        .isExactlyInstanceOf(IllegalMaskException.class)
        .hasMessageStartingWith("GradientMasks_Floats3Dice: mask.values has length 7, ");
    var segment = new GradientMasks.OffHeapDoublePlainSquared1(Arena.ofAuto().allocate(12));
    assertThatThrownBy(() -> GradientMasks_OffHeapDoublePlainSquared1Dice.view(segment))
        .isExactlyInstanceOf(IllegalMaskException.class)
        .hasMessageStartingWith("GradientMasks_OffHeapDoublePlainSquared1Dice: mask.values has ");
  }

  @Test
  void lengthsThatDifferWhereThereAreNoExtents() {
    refused(
        Masks_LabelsDice.evaluator(),
        new Labels(new byte[4]),
        new Labels(new byte[5]),
        "Masks_LabelsDice: truth.labels has length 5, expected 4 as prediction.labels");
    Probabilities four = () -> new float[4];
    Probabilities none = () -> new float[0];
    refused(
        Masks_ProbabilitiesDice.evaluator(),
        four,
        none,
        "Masks_ProbabilitiesDice: truth.values() has length 0, expected 4 as prediction.values()");
  }

  @Test
  void runsByStartAndLength() {
    startLength(new int[] {3}, "truth.runs has length 1, expected pairs of two numbers");
    startLength(new int[] {0, 2, 5, -1}, "truth.runs[3] is a length of -1, expected at least 0");
    startLength(new int[] {-1, 2}, "truth.runs[0] is a run that starts at -1, expected at least 0");
    startLength(
        new int[] {4, 2, 0, 2},
        "truth.runs[2] is a run that starts at 0, expected at least 6, where the run before it"
            + " ends");
    startLength(
        new int[] {0, 3, 2, 3},
        "truth.runs[2] is a run that starts at 2, expected at least 3, where the run before it"
            + " ends");
    startLength(
        new int[] {0, 3, 5, 6},
        "truth.runs[3] is a run that ends at 11, past the last of 10 pixels");
    startLength(
        new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE},
        "truth.runs[1] is a run that ends at 4294967294, past the last of 10 pixels");
  }

  private static void startLength(int[] runs, String message) {
    refused(
        Masks_StartLengthDice.evaluator(),
        new StartLength(new int[] {0, 1}, 10),
        new StartLength(runs, 10),
        "Masks_StartLengthDice: " + message);
  }

  @Test
  void runsByStartAndEnd() {
    startEnd(new int[] {0, 1, 2}, "prediction.runs has length 3, expected pairs of two numbers");
    startEnd(new int[] {3, 2}, "prediction.runs[1] is an end at 2, expected at least its start, 3");
    startEnd(
        new int[] {-3, 2}, "prediction.runs[0] is a run that starts at -3, expected at least 0");
    startEnd(
        new int[] {0, 4, 3, 5},
        "prediction.runs[2] is a run that starts at 3, expected at least 4, where the run before"
            + " it ends");
    startEnd(
        new int[] {0, 11},
        "prediction.runs[1] is a run that ends at 11, past the last of 10 pixels");
  }

  private static void startEnd(int[] runs, String message) {
    refused(
        Masks_StartEndDice.evaluator(),
        new StartEnd(runs, 10),
        new StartEnd(new int[] {0, 1}, 10),
        "Masks_StartEndDice: " + message);
  }

  @Test
  void counts() {
    counts(new int[] {4, -1, 7}, "truth.counts[1] is a count of -1, expected at least 0");
    counts(new int[] {4, 5}, "truth.counts has counts that add up to 9, expected 10");
    counts(new int[] {}, "truth.counts has counts that add up to 0, expected 10");
    counts(
        new int[] {4, 5, 2},
        "truth.counts[2] is a run that ends at 11, past the last of 10 pixels");
    counts(
        new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE, 12},
        "truth.counts[0] is a run that ends at 2147483647, past the last of 10 pixels");
  }

  private static void counts(int[] counts, String message) {
    refused(
        Masks_CountsDice.evaluator(),
        new Counts(new int[] {10}, 2, 5),
        new Counts(counts, 2, 5),
        "Masks_CountsDice: " + message);
  }

  @Test
  void nothingAtAll() {
    Bits mask = new Bits(new long[1], 8, 8);
    nulls(Masks_BitsDice.evaluator(), null, mask, "Masks_BitsDice: prediction is null");
    nulls(Masks_BitsDice.evaluator(), mask, null, "Masks_BitsDice: truth is null");
    nulls(
        Masks_BitsDice.evaluator(),
        new Bits(null, 8, 8),
        mask,
        "Masks_BitsDice: prediction.words is null");
    nulls(
        Masks_LabelsDice.evaluator(),
        new Labels(new byte[0]),
        new Labels(null),
        "Masks_LabelsDice: truth.labels is null");
    nulls(
        Masks_LabelsDice.evaluator(),
        null,
        new Labels(new byte[0]),
        "Masks_LabelsDice: prediction is null");
    Probabilities without = () -> null;
    nulls(
        Masks_ProbabilitiesDice.evaluator(),
        without,
        without,
        "Masks_ProbabilitiesDice: prediction.values() is null");
    nulls(
        Masks_CountsDice.evaluator(),
        new Counts(null, 1, 1),
        new Counts(null, 1, 1),
        "Masks_CountsDice: prediction.counts is null");
    assertThatThrownBy(() -> Masks_BitsDice.diceLoss(mask, mask, null))
        .isExactlyInstanceOf(NullPointerException.class)
        .hasMessage("loss");
  }

  private static <P> void refused(
      DiceEvaluator<P, P> evaluator, P prediction, P truth, String message) {
    for (ThrowingCallable call : calls(evaluator, prediction, truth)) {
      assertThatThrownBy(call)
          .isExactlyInstanceOf(IllegalMaskException.class)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(message);
    }
  }

  private static <P> void nulls(
      DiceEvaluator<P, P> evaluator, P prediction, P truth, String message) {
    for (ThrowingCallable call : calls(evaluator, prediction, truth)) {
      assertThatThrownBy(call).isExactlyInstanceOf(NullPointerException.class).hasMessage(message);
    }
  }

  /** Every method that compares a pair. */
  private static <P> List<ThrowingCallable> calls(
      DiceEvaluator<P, P> evaluator, P prediction, P truth) {
    List<ThrowingCallable> calls = new ArrayList<>();
    calls.add(() -> evaluator.overlap(prediction, truth));
    calls.add(() -> evaluator.overlaps(prediction, truth));
    calls.add(() -> evaluator.overlapParallel(prediction, truth));
    calls.add(() -> evaluator.dice(prediction, truth));
    calls.add(() -> evaluator.diceLoss(prediction, truth));
    calls.add(() -> evaluator.diceLoss(prediction, truth, StandardLoss.dice()));
    calls.add(() -> evaluator.lossSums(prediction, truth));
    if (evaluator instanceof SoftDiceEvaluator<P, P, ?> soft) {
      calls.add(() -> soft.softOverlap(prediction, truth));
      calls.add(() -> soft.softOverlaps(prediction, truth));
      calls.add(() -> soft.sweep(prediction, truth, 0.5f));
    }
    assertThat(calls).hasSizeGreaterThanOrEqualTo(7);
    return calls;
  }
}
