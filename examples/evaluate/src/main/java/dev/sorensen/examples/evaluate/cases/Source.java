package dev.sorensen.examples.evaluate.cases;

import dev.sorensen.examples.evaluate.input.InputException;
import dev.sorensen.examples.evaluate.input.InputFiles;
import dev.sorensen.examples.evaluate.input.Segmentation;
import java.nio.file.Path;

/**
 * Where a segmentation comes from.
 *
 * @param name what messages call it
 * @param reader reads it
 */
public record Source(String name, Reader reader) {

  /** Reads a segmentation. */
  @FunctionalInterface
  public interface Reader {

    /**
     * Reads it.
     *
     * @throws InputException if that is not possible; the message says of what file
     */
    Segmentation read() throws InputException;
  }

  static Source of(Path file) {
    return new Source(file.toString(), () -> InputFiles.read(file));
  }
}
