package dev.sorensen.examples.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Third-party files that are not part of this repository: they are looked for in a folder {@code
 * shared/data} beside the checkout, or where the system property {@code sorensen.sharedData} says.
 */
final class SharedData {

  private SharedData() {}

  /** Returns a file, where it is there. */
  static Optional<Path> find(String name) {
    String property = System.getProperty("sorensen.sharedData");
    Optional<Path> folder = property != null ? Optional.of(Path.of(property)) : findFolder();
    return folder.map(path -> path.resolve(name)).filter(Files::isRegularFile);
  }

  private static Optional<Path> findFolder() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path candidate = folder.resolve("shared").resolve("data");
      if (Files.isDirectory(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
