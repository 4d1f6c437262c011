package dev.sorensen.examples.evaluate.report;

import dev.sorensen.examples.evaluate.input.ObjectCount;
import dev.sorensen.examples.evaluate.score.Outcome;
import dev.sorensen.examples.evaluate.score.Summary;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prints the scores of many cases as tables for a terminal. */
public final class SummaryReport {

  private SummaryReport() {}

  /** Returns the tables, in lines that each end in a line feed. */
  public static String of(List<Outcome> outcomes) {
    Table cases = new Table(1, "case", "Dice", "mean label Dice", "labels");
    for (Outcome outcome : outcomes) {
      outcome
          .scored()
          .ifPresentOrElse(
              scored ->
                  cases.add(
                      outcome.name(),
                      rounded(scored.scores().foreground().dice()),
                      scored.scores().meanLabelDice().map(SummaryReport::rounded).orElse("-"),
                      Integer.toString(scored.scores().labels().size())),
              () -> cases.add(outcome.name(), "failed"));
    }
    Summary summary = Summary.of(outcomes);
    Table labels =
        new Table(
            1, "Dice", "cases", "mean", "SD", "min", "25 %", "median", "75 %", "max", "pooled");
    add(labels, "foreground", summary.foreground());
    summary
        .labels()
        .forEach((label, spread) -> add(labels, Labels.title(label, summary.names()), spread));
    return cases
        + "\n"
        + labels
        + """

        A label counts in the cases in which it occurs. Pooled is of the voxels of all cases.
        """
        + objects("predictions", summary.predictedObjects())
        + objects("truths", summary.trueObjects());
  }

  private static String objects(String role, Optional<ObjectCount> count) {
    return count.map(found -> "The %s have %s.\n".formatted(role, found)).orElse("");
  }

  private static void add(Table table, String name, Summary.Spread spread) {
    table.add(
        name,
        Integer.toString(spread.cases()),
        rounded(spread.mean()),
        rounded(spread.standardDeviation()),
        rounded(spread.minimum()),
        rounded(spread.lowerQuartile()),
        rounded(spread.median()),
        rounded(spread.upperQuartile()),
        rounded(spread.maximum()),
        rounded(spread.micro()));
  }

  private static String rounded(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4f", value);
  }
}
