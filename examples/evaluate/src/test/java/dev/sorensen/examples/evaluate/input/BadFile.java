package dev.sorensen.examples.evaluate.input;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;

/** Checks what is said of files that cannot be read. */
final class BadFile {

  private BadFile() {}

  static void assertRejected(Path file, String problem) {
    assertThatThrownBy(() -> InputFiles.read(file))
        .isInstanceOf(InputException.class)
        .hasMessage(file + ": " + problem);
  }
}
