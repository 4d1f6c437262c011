package dev.sorensen;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Third-party files, which are not part of this repository: they are looked for in a folder {@code
 * shared} beside the checkout, or where a system property says. A test that asks for one that is
 * absent is skipped.
 */
final class SharedFiles {

  private SharedFiles() {}

  /** Returns a file of {@code shared/data}, or of the folder {@code sorensen.sharedData}. */
  static JsonNode data(String name) throws IOException {
    return read("sorensen.sharedData", "data", name);
  }

  /**
   * Returns a file of {@code shared/conformance}, or of the folder {@code
   * sorensen.sharedConformance}.
   */
  static JsonNode conformance(String name) throws IOException {
    return read("sorensen.sharedConformance", "conformance", name);
  }

  private static JsonNode read(String property, String folderName, String name) throws IOException {
    String set = System.getProperty(property);
    Path folder = set != null ? Path.of(set) : findFolder(folderName);
    assumeTrue(
        folder != null,
        () ->
            "no folder shared/%s beside the checkout; set %s to one"
                .formatted(folderName, property));
    Path file = folder.resolve(name);
    assumeTrue(Files.isRegularFile(file), () -> "no file " + file);
    return new ObjectMapper().readTree(file.toFile());
  }

  private static Path findFolder(String name) {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path candidate = folder.resolve("shared").resolve(name);
      if (Files.isDirectory(candidate)) {
        return candidate;
      }
    }
    return null;
  }
}
