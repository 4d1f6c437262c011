import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Applies google-java-format to every Java file below the given directories.
 *
 * <p>Usage: {@code Format.java check|write DIRECTORY...}. {@code check} lists the files whose
 * format is off and exits with 1; {@code write} rewrites them.
 */
final class Format {
  private Format() {}

  public static void main(String[] args) throws Exception {
    if (args.length < 2 || !List.of("check", "write").contains(args[0])) {
      System.err.println("usage: Format.java check|write DIRECTORY...");
      System.exit(2);
    }
    boolean write = args[0].equals("write");
    List<String> arguments = new ArrayList<>();
    arguments.addAll(write ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    int options = arguments.size();
    for (String root : List.of(args).subList(1, args.length)) {
      arguments.addAll(sources(Path.of(root)));
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
    System.exit(status);
  }

  private static List<String> sources(Path root) throws IOException {
    if (!Files.isDirectory(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !isBuildOutput(root.relativize(file)))
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
