package dev.sorensen.processor;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;

/** Files of losses that other libraries computed. */
final class LossFiles {

  private static final String PROPERTY = "sorensen.sharedConformance";

  private LossFiles() {}

  /** Returns one of the test resources: a part of the shared file of that name. */
  static JsonNode part(String name) throws IOException {
    try (InputStream in = LossFiles.class.getResourceAsStream("/losses/" + name)) {
      return new ObjectMapper().readTree(in);
    }
  }

  /**
   * Returns a file that is not part of this repository, from {@code shared/conformance} beside the
   * checkout or the folder that a system property names. A test that asks for one that is absent is
   * skipped.
   */
  static JsonNode shared(String name) throws IOException {
    String set = System.getProperty(PROPERTY);
    Path folder = set != null ? Path.of(set) : folderBesideTheCheckout();
    assumeTrue(
        folder != null,
        () ->
            "no folder shared/conformance beside the checkout; set %s to one".formatted(PROPERTY));
    Path file = folder.resolve(name);
    assumeTrue(Files.isRegularFile(file), () -> "no file " + file);
    return new ObjectMapper().readTree(file.toFile());
  }

  private static Path folderBesideTheCheckout() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path candidate = folder.resolve("shared").resolve("conformance");
      if (Files.isDirectory(candidate)) {
        return candidate;
      }
    }
    return null;
  }

  /** Returns an array of numbers, or a number as an array of one. */
  static double[] numbers(JsonNode node) {
    return node.isArray()
        ? StreamSupport.stream(node.spliterator(), false).mapToDouble(LossFiles::number).toArray()
        : new double[] {number(node)};
  }

  /** NaN and the infinities are strings, spelled as in Java. */
  private static double number(JsonNode node) {
    return node.isTextual() ? Double.parseDouble(node.textValue()) : node.doubleValue();
  }
}
