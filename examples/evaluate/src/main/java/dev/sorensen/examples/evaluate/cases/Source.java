package dev.sorensen.examples.evaluate.cases;

import dev.sorensen.examples.evaluate.input.InputException;
import dev.sorensen.examples.evaluate.input.InputFiles;
import dev.sorensen.examples.evaluate.input.Segmentation;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a segmentation comes from.
 *
 * @param name what messages call it
 * @param file that it is in, if it is in one
 * @param reader reads it
 */
public record Source(String name, Optional<Path> file, Reader reader) {

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

  /** Makes one that is in no file. */
  public Source(String name, Reader reader) {
    this(name, Optional.empty(), reader);
  }

  static Source of(Path file) {
    return new Source(file.toString(), Optional.of(file), () -> InputFiles.read(file));
  }
}
