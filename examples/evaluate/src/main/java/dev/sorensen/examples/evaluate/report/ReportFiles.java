package dev.sorensen.examples.evaluate.report;

import dev.sorensen.examples.evaluate.input.InputException;
import dev.sorensen.examples.evaluate.input.InputFiles;
import dev.sorensen.examples.evaluate.input.IoReason;
import dev.sorensen.examples.evaluate.score.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The files that scores are written to. */
public final class ReportFiles {

  private final List<ReportFile> reports = new ArrayList<>();

  /** Adds a file. */
  public void add(Path path, ReportFile.Format format) {
    reports.add(new ReportFile(path, format));
  }

  /**
   * Checks what can be told before they are written.
   *
   * @throws InputException if one cannot be written, or one would be written over another
   */
  public void check() throws InputException {
    for (ReportFile report : reports) {
      report.check();
      for (ReportFile other : reports) {
        if (other != report && normal(other).equals(normal(report))) {
          throw new InputException(report.path() + ": two reports would be written to it");
        }
      }
    }
  }

  private static Path normal(ReportFile report) {
    return report.path().toAbsolutePath().normalize();
  }

  /**
   * Checks that no file is written over one that is read.
   *
   * @throws InputException if one would be
   */
  public void check(Collection<Path> inputs) throws InputException {
    List<Path> outputs =
        reports.stream().map(ReportFile::path).filter(path -> Files.exists(path)).toList();
    if (outputs.isEmpty()) {
      return;
    }
    for (Path input : inputs) {
      for (Path read : InputFiles.filesOf(input)) {
        for (Path output : outputs) {
          if (isSame(output, read)) {
            throw new InputException(output + ": it is to be read, expected another file to write");
          }
        }
      }
    }
  }

  private static boolean isSame(Path output, Path input) throws InputException {
    try {
      return Files.exists(input) && Files.isSameFile(output, input);
    } catch (IOException e) {
      throw new InputException(output + ": it cannot be written: " + IoReason.of(e));
    }
  }

  /**
   * Writes scores.
   *
   * @return what could not be written, and why
   */
  public List<String> write(List<Outcome> outcomes) {
    return reports.stream()
        .map(report -> report.write(outcomes))
        .flatMap(Optional::stream)
        .toList();
  }
}
