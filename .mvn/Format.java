import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Applies google-java-format to every Java file below the given directories that has changed since
 * it last passed. The time of that is kept by a file in {@code target}.
 *
 * <p>Usage: {@code Format.java check|write DIRECTORY...}. {@code check} lists the files whose
 * format is off and exits with 1; {@code write} rewrites them.
 */
final class Format {
  private static final Path PASSED = Path.of("target", "formatted");

  /** With another formatter, or another version of it, all files are looked at anew. */
  private static final List<Path> FORMATTER =
      List.of(Path.of("pom.xml"), Path.of(".mvn/Format.java"));

  private Format() {}

  public static void main(String[] args) throws Exception {
    if (args.length < 2 || !List.of("check", "write").contains(args[0])) {
      System.err.println("usage: Format.java check|write DIRECTORY...");
      System.exit(2);
    }
    FileTime start = FileTime.from(Instant.now());
    FileTime passed = passed();
    boolean write = args[0].equals("write");
    List<String> arguments = new ArrayList<>();
    arguments.addAll(write ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    int options = arguments.size();
    for (String root : List.of(args).subList(1, args.length)) {
      arguments.addAll(sources(Path.of(root), passed));
    }
    if (arguments.size() == options) {
      return; // without files the formatter would print its usage and fail
    }
    PrintWriter out = new PrintWriter(System.out, true);
    PrintWriter err = new PrintWriter(System.err, true);
    int status =
        new Main(out, err, InputStream.nullInputStream()).format(arguments.toArray(String[]::new));
    out.flush();
    err.flush();
    if (status != 0 && !write) {
      System.err.println("Badly formatted: the files above. Fix: mvn -N verify -Dformat=write");
    }
    if (status == 0) {
      Files.createDirectories(PASSED.getParent());
      Files.writeString(PASSED, "");
      Files.setLastModifiedTime(PASSED, start);
    }
    System.exit(status);
  }

  private static FileTime passed() throws IOException {
    FileTime never = FileTime.fromMillis(0);
    if (Files.notExists(PASSED)) {
      return never;
    }
    FileTime passed = Files.getLastModifiedTime(PASSED);
    for (Path file : FORMATTER) {
      if (isNewer(file, passed)) {
        return never;
      }
    }
    return passed;
  }

  private static boolean isNewer(Path file, FileTime time) {
    try {
      return Files.getLastModifiedTime(file).compareTo(time) >= 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> sources(Path root, FileTime passed) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !isBuildOutput(root.relativize(file)))
          .filter(file -> isNewer(file, passed))
          .map(Path::toString)
          .sorted()
          .toList();
    }
  }

  private static boolean isBuildOutput(Path file) {
    for (Path part : file) {
      if (part.toString().equals("target")) {
        return true;
      }
    }
    return false;
  }
}
