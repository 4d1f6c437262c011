package dev.sorensen.examples.evaluate;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Third-party files that are not part of this repository: they are looked for in a folder {@code
 * shared/data} beside the checkout, or where the system property {@code sorensen.sharedData} says.
 */
public final class SharedFiles {

  private SharedFiles() {}

  /** Returns a file; the test is skipped where it is absent. */
  public static Path find(String name) {
    String property = System.getProperty("sorensen.sharedData");
    Path folder = property != null ? Path.of(property) : findFolder();
    assumeTrue(
        folder != null,
        "no folder shared/data beside the checkout; set sorensen.sharedData to one");
    Path file = folder.resolve(name);
    assumeTrue(Files.isRegularFile(file), () -> "no file " + file);
    return file;
  }

  private static Path findFolder() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path candidate = folder.resolve("shared").resolve("data");
      if (Files.isDirectory(candidate)) {
        return candidate;
      }
    }
    return null;
  }
}
