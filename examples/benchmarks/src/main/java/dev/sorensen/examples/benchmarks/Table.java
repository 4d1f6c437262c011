package dev.sorensen.examples.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prints measurements as Markdown: a block for each kernel and size. */
final class Table {

  private static final String HEADER =
      """
      | variant | ns/op | GB/s | × read | × Sorensen | B/op | spread, ns/op |
      |---|--:|--:|--:|--:|--:|--:|
      """;

  private final Measurements measurements;
  private final StringBuilder text = new StringBuilder();

  private Table(Measurements measurements) {
    this.measurements = measurements;
  }

  /** Returns the blocks of all that was measured. */
  static String of(Measurements measurements) {
    Table table = new Table(measurements);
    Fork last = null;
    for (Fork fork : measurements.forks()) {
      if (last == null || !(last.row().equals(fork.row()) && last.size().equals(fork.size()))) {
        table.startBlock(fork);
      }
      table.line(fork);
      last = fork;
    }
    return table.text.toString();
  }

  private void startBlock(Fork fork) {
    text.append("\n### ").append(fork.row().kernel()).append(": ").append(fork.size());
    String resolved = Sizes.resolve(fork.row().type(), fork.size());
    if (!resolved.equals(fork.size())) {
      text.append(" (").append(resolved).append(')');
    }
    text.append("\n\n").append(HEADER);
  }

  private void line(Fork fork) {
    double nanos = measurements.nanos(fork);
    List<String> cells =
        List.of(
            VariantNames.of(fork.variant()),
            nanos(nanos),
            gigabytes(fork, nanos),
            ratio(nanos, Row.ROOFS, fork),
            ratio(nanos, List.of(Row.OURS), fork),
            number("%.1f", measurements.bytes(fork)),
            nanos(measurements.fastest(fork)) + "–" + nanos(measurements.slowest(fork)));
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String gigabytes(Fork fork, double nanos) {
    double bytesPerPixel = fork.row().bytesPerPixel();
    if (bytesPerPixel == 0) {
      return "";
    }
    // Bytes in a nanosecond are gigabytes in a second.
    return number("%.1f", bytesPerPixel * Sizes.pixels(fork.row().type(), fork.size()) / nanos);
  }

  /** How many times as long as another variant this one takes; empty where that was not run. */
  private String ratio(double nanos, List<String> others, Fork fork) {
    Optional<Fork> other =
        others.stream()
            .map(variant -> new Fork(fork.row(), fork.size(), variant))
            .filter(measurements.forks()::contains)
            .findFirst();
    return other.map(base -> number("%.2f", nanos / measurements.nanos(base))).orElse("");
  }

  private static String nanos(double nanos) {
    return number(nanos < 1000 ? "%.1f" : "%,.0f", nanos);
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
