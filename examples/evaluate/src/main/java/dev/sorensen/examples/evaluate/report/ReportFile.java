package dev.sorensen.examples.evaluate.report;

import dev.sorensen.examples.evaluate.input.InputException;
import dev.sorensen.examples.evaluate.input.IoReason;
import dev.sorensen.examples.evaluate.score.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file that scores are written to.
 *
 * @param path the file
 * @param format writes them
 */
public record ReportFile(Path path, Format format) {

  /** Writes scores in some format. */
  @FunctionalInterface
  public interface Format {

    /** Writes them. */
    void write(List<Outcome> outcomes, Writer out) throws IOException;
  }

  /**
   * Checks what can be told before it is written.
   *
   * @throws InputException if it cannot be
   */
  void check() throws InputException {
    Path folder = path.toAbsolutePath().getParent();
    if (Files.isDirectory(path)) {
      throw new InputException(path + ": it is a directory, expected a file to write");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new InputException(path + ": there is no folder " + folder);
    }
    if (!Files.isWritable(Files.exists(path) ? path : folder)) {
      throw new InputException(path + ": it may not be written: permission denied");
    }
  }

  /**
   * Writes scores.
   *
   * @return why that was not possible; or empty
   */
  Optional<String> write(List<Outcome> outcomes) {
    try (Writer out = Files.newBufferedWriter(path)) {
      format.write(outcomes, out);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(path + ": it cannot be written: " + IoReason.of(e));
    } catch (UncheckedIOException e) {
      return Optional.of(path + ": it cannot be written: " + IoReason.of(e.getCause()));
    }
  }
}
