package dev.sorensen.processor.emit;

import dev.sorensen.processor.kernel.Program;
import dev.sorensen.processor.kernel.Side;
import dev.sorensen.processor.kernel.Total;
import dev.sorensen.processor.kernel.Value;
import java.util.List;

/**
 * The totals of a kernel that adds up selected numbers, by what they are made of.
 *
 * @param sums totals of numbers
 * @param counts totals of indicators
 * @param wordValues values that are words, each after those it is made of
 * @param selectors the words that select numbers
 */
record SelectedTotals(
    List<Total> sums, Program counts, List<Value> wordValues, List<Value> selectors) {

  static SelectedTotals of(Program program) {
    List<Total> sums = program.totals().stream().filter(SelectedTotals::isSum).toList();
    List<Total> counts = program.totals().stream().filter(total -> !isSum(total)).toList();
    List<Value> selectors =
        sums.stream()
            .map(Total::of)
            .filter(Value.Selected.class::isInstance)
            .map(value -> ((Value.Selected) value).indicator())
            .distinct()
            .toList();
    List<Value> numbers =
        sums.stream()
            .map(
                total ->
                    total.of() instanceof Value.Selected selected ? selected.number() : total.of())
            .toList();
    List<Value> words =
        program.values().stream()
            .filter(value -> !(value instanceof Value.Selected) && !numbers.contains(value))
            .toList();
    return new SelectedTotals(sums, new Program(counts), words, selectors);
  }

  private static boolean isSum(Total total) {
    return switch (total.of()) {
      case Value.Selected selected -> true;
      // Numbers are the prediction's, words are the truth's.
      case Value.Load load -> load.side() == Side.PREDICTION;
      default -> false;
    };
  }
}
