package dev.sorensen.examples.evaluate.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of text with their columns in line; what is in a column after the first may be missing. */
final class Table {

  private final int leftAligned;
  private final List<String[]> rows = new ArrayList<>();

  /**
   * Makes an empty table.
   *
   * @param leftAligned how many columns begin in line; those after end in line
   */
  Table(int leftAligned, String... headings) {
    this.leftAligned = leftAligned;
    rows.add(headings);
  }

  void add(String... row) {
    rows.add(row);
  }

  /** Returns the lines, each with a line feed. */
  @Override
  public String toString() {
    int[] widths = new int[rows.getFirst().length];
    for (String[] row : rows) {
      for (int column = 0; column < row.length; column++) {
        widths[column] = Math.max(widths[column], row[column].length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (String[] row : rows) {
      text.append(line(row, widths)).append('\n');
    }
    return text.toString();
  }

  private String line(String[] row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.length; column++) {
      String padding = " ".repeat(widths[column] - row[column].length());
      line.append(column == 0 ? "" : "  ");
      line.append(column < leftAligned ? row[column] + padding : padding + row[column]);
    }
    return line.toString().stripTrailing();
  }
}
