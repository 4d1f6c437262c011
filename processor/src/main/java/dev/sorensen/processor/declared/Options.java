package dev.sorensen.processor.declared;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The processor's options.
 *
 * @param simd whether vector kernels are wanted
 * @param benchmarks whether benchmarks are wanted
 */
public record Options(boolean simd, boolean benchmarks) {

  private static final String PREFIX = "sorensen.";
  private static final String SIMD = "sorensen.simd";
  private static final String BENCHMARKS = "sorensen.benchmarks";

  /** What holds where nothing is given. */
  public static final Options DEFAULTS = new Options(true, false);

  /** The names of all options. */
  public static final Set<String> NAMES = Set.of(SIMD, BENCHMARKS);

  /** Reads options, and reports those that are not known or have a wrong value. */
  public static Options read(Map<String, String> given, Diagnostics diagnostics) {
    given.keySet().stream()
        .filter(name -> name.startsWith(PREFIX) && !NAMES.contains(name))
        .sorted()
        .forEach(
            name ->
                diagnostics.report(
                    Message.OPTION_UNKNOWN,
                    name,
                    Suggestions.didYouMean(
                        "-A%s", Suggestions.nearest(name, NAMES).stream().toList())));
    return new Options(
        read(given, SIMD, List.of("on", "off"), DEFAULTS.simd, diagnostics),
        read(given, BENCHMARKS, List.of("true", "false"), DEFAULTS.benchmarks, diagnostics));
  }

  /**
   * Reads an option.
   *
   * @param values what it may be: that for yes, and that for no
   */
  private static boolean read(
      Map<String, String> given,
      String name,
      List<String> values,
      boolean byDefault,
      Diagnostics diagnostics) {
    if (!given.containsKey(name)) {
      return byDefault;
    }
    // Of an option without a value, javac says null.
    String value = Objects.requireNonNullElse(given.get(name), "empty");
    if (!values.contains(value)) {
      diagnostics.report(Message.OPTION_VALUE, name, value, String.join(", ", values));
      return byDefault;
    }
    return value.equals(values.getFirst());
  }
}
