package dev.sorensen.examples.evaluate.report;

import dev.sorensen.Overlap;
import dev.sorensen.examples.evaluate.score.Scores;
import java.util.Locale;

/** Prints the scores of one case as a table for a terminal. */
public final class Report {

  /** Names and Dice coefficients start at the left, where the latter's points are in line. */
  private static final int LEFT_ALIGNED = 2;

  private Report() {}

  /**
   * Returns the table, in lines that each end in a line feed.
   *
   * @param threshold probabilities above it were foreground
   */
  public static String of(Scores scores, double threshold) {
    Table table =
        new Table(
            LEFT_ALIGNED, "", "Dice", "Jaccard", "Precision", "Recall", "|A & B|", "|A|", "|B|");
    table.add(row("foreground", scores.foreground()));
    scores
        .labels()
        .forEach((label, overlap) -> table.add(row(Labels.title(label, scores.names()), overlap)));
    scores.meanLabelDice().ifPresent(mean -> table.add("mean label Dice", mean.toString()));
    return table
        + "\n"
        + labelsLine(scores)
        + """

        A is the prediction, B the truth, foreground every label but 0 and NaN,
        and every probability above %s.
        """
            .formatted(threshold);
  }

  /** Dice is printed to the last digit, so that results can be compared with other tools'. */
  private static String[] row(String name, Overlap overlap) {
    return new String[] {
      name,
      Double.toString(overlap.dice()),
      rounded(overlap.jaccard()),
      rounded(overlap.precision()),
      rounded(overlap.recall()),
      Long.toString(overlap.intersection()),
      Long.toString(overlap.prediction()),
      Long.toString(overlap.truth())
    };
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }

  private static String labelsLine(Scores scores) {
    if (scores.withoutLabels().isPresent()) {
      return "Labels are not scored: " + scores.withoutLabels().get() + ".";
    }
    int labels = scores.labels().size();
    return switch (labels) {
      case 0 -> "Neither volume has a label.";
      case 1 -> "One label occurs in one volume or both.";
      default -> labels + " labels occur in one volume or both.";
    };
  }
}
