package dev.sorensen.examples.benchmarks;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

/** Says before the table what it was taken on, and what is missing in it. */
final class Header {

  private Header() {}

  static String of(List<String> arguments, int forks, List<String> leftOut) {
    StringBuilder text = new StringBuilder("# Benchmarks\n\n");
    line(text, "date", LocalDate.now().toString());
    line(text, "CPU", Machine.cpu());
    line(text, "last cache", cache());
    line(text, "JVM", Machine.jdk());
    line(text, "vectors", Machine.vectorBits() + " bits");
    line(text, "C compiler", NativeCode.compilerVersion().orElse("none"));
    line(text, "command", "`benchmarks " + String.join(" ", arguments) + "`");
    line(text, "forks", forks + " of each variant; figures are medians over them");
    leftOut.forEach(reason -> line(text, "left out", reason));
    return text.toString();
  }

  private static String cache() {
    OptionalLong bytes = Machine.lastLevelCache();
    return bytes.isPresent()
        ? (bytes.getAsLong() >> 20) + " MiB"
        : "unknown, taken as " + (Sizes.ASSUMED_CACHE >> 20) + " MiB";
  }

  private static void line(StringBuilder text, String key, String value) {
    text.append("* ").append(key).append(": ").append(value).append('\n');
  }
}
