package dev.sorensen.examples.evaluate;

import dev.sorensen.Overlap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes scores as a table for a terminal. */
final class Report {

  private static final String[] HEADINGS = {
    "", "Dice", "Jaccard", "Precision", "Recall", "|A & B|", "|A|", "|B|"
  };

  private Report() {}

  /** Returns the table, in lines that each end in a line feed. */
  static String of(Scores scores) {
    List<String[]> rows = new ArrayList<>();
    rows.add(HEADINGS);
    rows.add(row("foreground", scores.foreground()));
    scores.labels().forEach((label, overlap) -> rows.add(row("label " + label, overlap)));
    scores
        .meanLabelDice()
        .ifPresent(mean -> rows.add(new String[] {"mean label Dice", mean.toString()}));

    StringBuilder text = new StringBuilder();
    int[] widths = widths(rows);
    for (String[] row : rows) {
      text.append(line(row, widths)).append('\n');
    }
    text.append('\n');
    text.append(labelsLine(scores)).append('\n');
    text.append("A is the prediction, B the truth, foreground every voxel but 0 and NaN.\n");
    return text.toString();
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

  private static int[] widths(List<String[]> rows) {
    int[] widths = new int[HEADINGS.length];
    for (String[] row : rows) {
      for (int column = 0; column < row.length; column++) {
        widths[column] = Math.max(widths[column], row[column].length());
      }
    }
    return widths;
  }

  /** Names and Dice coefficients start at the left, where the latter's points are in line. */
  private static String line(String[] row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.length; column++) {
      String padding = " ".repeat(widths[column] - row[column].length());
      line.append(column == 0 ? "" : "  ");
      line.append(column < 2 ? row[column] + padding : padding + row[column]);
    }
    return line.toString().stripTrailing();
  }
}
