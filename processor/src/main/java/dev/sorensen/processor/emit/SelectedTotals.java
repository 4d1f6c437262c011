package dev.sorensen.processor.emit;

import dev.sorensen.processor.kernel.Program;
import dev.sorensen.processor.kernel.Side;
import dev.sorensen.processor.kernel.Total;
import dev.sorensen.processor.kernel.Value;
import java.util.List;

/**
 * The program of a kernel that selects numbers by indicators in words, by what its parts are made
 * of.
 *
 * @param sums totals of numbers
 * @param counts totals of indicators
 * @param words values that are words, each after those it is made of
 * @param numbers values that are numbers and have a variable, each after those it is made of
 * @param selectors the words that select numbers
 */
record SelectedTotals(
    List<Total> sums,
    Program counts,
    List<Value> words,
    List<Value> numbers,
    List<Value> selectors) {

  static SelectedTotals of(Program program) {
    return new SelectedTotals(
        program.totals().stream().filter(total -> !isWords(total.of())).toList(),
        new Program(program.totals().stream().filter(total -> isWords(total.of())).toList()),
        program.values().stream().filter(SelectedTotals::isWords).toList(),
        program.declared().stream().filter(value -> !isWords(value)).toList(),
        program.values().stream()
            .filter(Value.Selected.class::isInstance)
            .map(value -> ((Value.Selected) value).indicator())
            .distinct()
            .toList());
  }

  /** Numbers are the prediction's, words are the truth's. */
  private static boolean isWords(Value value) {
    return value.isIndicator() || (value instanceof Value.Load load && load.side() == Side.TRUTH);
  }
}
