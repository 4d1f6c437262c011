package dev.sorensen.processor.declared;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The processor's options.
 *
 * @param simd whether vector kernels are wanted
 */
public record Options(boolean simd) {

  private static final String PREFIX = "sorensen.";
  private static final String SIMD = "sorensen.simd";

  /** What holds where nothing is given. */
  public static final Options DEFAULTS = new Options(true);

  /** The names of all options. */
  public static final Set<String> NAMES = Set.of(SIMD);

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
    if (!given.containsKey(SIMD)) {
      return DEFAULTS;
    }
    // Of an option without a value, javac says null.
    String simd = Objects.requireNonNullElse(given.get(SIMD), "empty");
    List<String> values = List.of("on", "off");
    if (!values.contains(simd)) {
      diagnostics.report(Message.OPTION_VALUE, SIMD, simd, String.join(", ", values));
    }
    return new Options(!simd.equals("off"));
  }
}
