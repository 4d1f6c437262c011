package dev.sorensen.examples.evaluate.report;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.sorensen.Overlap;
import dev.sorensen.examples.evaluate.score.Outcome;
import dev.sorensen.examples.evaluate.score.Outcome.Scored;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes scores as CSV: a row for the foreground of each case, and one for each of its labels. A
 * ratio of 0 to 0 is empty, and so is all but the error of a case that could not be scored.
 */
public final class CsvReport {

  private static final Overlap ANY = new Overlap(0, 0, 0, 0);

  private CsvReport() {}

  /** Writes them. */
  public static void write(List<Outcome> outcomes, Writer out) throws IOException {
    CsvSchema.Builder columns =
        CsvSchema.builder().addColumn("case").addColumn("label").addColumn("name");
    Metrics.of(ANY).keySet().forEach(columns::addColumn);
    columns.addColumn("error");
    try (SequenceWriter rows =
        CsvMapper.builder()
            .build()
            .writer(columns.build().withHeader().withLineSeparator("\n"))
            .writeValues(out)) {
      for (Outcome outcome : outcomes) {
        if (outcome.problem().isPresent()) {
          rows.write(Map.of("case", outcome.name(), "error", outcome.problem().get()));
        }
        if (outcome.scored().isPresent()) {
          Scored scored = outcome.scored().get();
          rows.write(row(outcome.name(), "foreground", "", scored.scores().foreground()));
          for (var label : scored.scores().labels().entrySet()) {
            String name = scored.scores().names().getOrDefault(label.getKey(), "");
            rows.write(row(outcome.name(), label.getKey().toString(), name, label.getValue()));
          }
        }
      }
    }
  }

  private static Map<String, String> row(
      String caseName, String label, String name, Overlap overlap) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("case", caseName);
    row.put("label", label);
    row.put("name", name);
    Metrics.of(overlap)
        .forEach(
            (metric, value) ->
                row.put(metric, Double.isNaN(value.doubleValue()) ? "" : value.toString()));
    return row;
  }
}
