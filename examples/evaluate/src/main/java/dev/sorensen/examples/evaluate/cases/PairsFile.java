package dev.sorensen.examples.evaluate.cases;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.sorensen.examples.evaluate.input.InputException;
import dev.sorensen.examples.evaluate.input.InputFiles;
import dev.sorensen.examples.evaluate.input.IoReason;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A CSV file that names a prediction and a truth in each row, in columns of these names, and what
 * to call the case in a column {@code case}, which may be missing. Names of files are relative to
 * it. Columns are separated by commas, semicolons or tabs, whatever comes first in the header.
 */
public final class PairsFile {

  private static final String PREDICTION = "prediction";
  private static final String TRUTH = "truth";
  private static final String CASE = "case";

  /** Spreadsheets separate columns as the computer's language does. */
  private static final String SEPARATORS = ",;\t";

  /** Some of them write it first. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final int MAX_HEADER = 1 << 12;

  private PairsFile() {}

  /**
   * Reads the cases.
   *
   * @throws InputException if a column is missing, a row has no file, or two cases have one name
   */
  public static CaseList read(Path file) throws InputException {
    CsvMapper mapper =
        CsvMapper.builder()
            .enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();
    List<Case> cases = new ArrayList<>();
    Set<String> names = new HashSet<>();
    try (BufferedReader in = Files.newBufferedReader(file);
        MappingIterator<Map<String, String>> rows =
            mapper.readerForMapOf(String.class).with(schema(in)).readValues(in)) {
      for (int row = 1; rows.hasNextValue(); row++) {
        Map<String, String> columns = columns(rows.nextValue());
        if (columns.values().stream().allMatch(String::isEmpty)) {
          continue;
        }
        Case found = read(file, row, columns);
        if (!names.add(found.name())) {
          throw new InputException(
              "%s: two of its rows are case %s, expected a column %s that tells them apart"
                  .formatted(file, found.name(), CASE));
        }
        cases.add(found);
      }
    } catch (JacksonException e) {
      throw new InputException(file + ": it is no CSV file: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new InputException(file + ": it cannot be read: " + IoReason.of(e));
    }
    if (cases.isEmpty()) {
      throw new InputException(file + ": it has no rows, expected one for each case");
    }
    return CaseList.of(cases);
  }

  /** Reads on to the header, and sees how it separates columns. */
  private static CsvSchema schema(BufferedReader in) throws IOException {
    in.mark(1);
    if (in.read() != BYTE_ORDER_MARK) {
      in.reset();
    }
    in.mark(MAX_HEADER);
    char[] header = new char[MAX_HEADER];
    int length = Math.max(0, in.read(header));
    in.reset();
    char separator =
        (char)
            new String(header, 0, length)
                .lines()
                .findFirst()
                .orElse("")
                .chars()
                .filter(character -> SEPARATORS.indexOf(character) >= 0)
                .findFirst()
                .orElse(SEPARATORS.charAt(0));
    return CsvSchema.emptySchema().withHeader().withColumnSeparator(separator);
  }

  /** Returns a row, with the columns' names in lower case. */
  private static Map<String, String> columns(Map<String, String> row) {
    Map<String, String> columns = new HashMap<>();
    row.forEach(
        (name, value) ->
            columns.put(name.toLowerCase(Locale.ROOT), Objects.requireNonNullElse(value, "")));
    return columns;
  }

  private static Case read(Path file, int row, Map<String, String> columns) throws InputException {
    Path prediction = path(file, row, columns, PREDICTION);
    Path truth = path(file, row, columns, TRUTH);
    String name = columns.get(CASE);
    return new Case(
        name == null || name.isEmpty()
            ? InputFiles.withoutExtension(String.valueOf(truth.getFileName()))
            : name,
        Source.of(prediction),
        Source.of(truth));
  }

  private static Path path(Path file, int row, Map<String, String> columns, String column)
      throws InputException {
    String value = columns.get(column);
    if (value == null || value.isEmpty()) {
      throw new InputException(
          "%s: row %d has no %s, expected columns %s and %s"
              .formatted(file, row, column, PREDICTION, TRUTH));
    }
    try {
      return file.resolveSibling(value);
    } catch (InvalidPathException e) {
      throw new InputException(
          "%s: the %s of row %d is no name of a file: %s"
              .formatted(file, column, row, e.getReason()));
    }
  }
}
