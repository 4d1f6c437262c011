package dev.sorensen.processor.declared;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Hints at what a user may have meant. */
final class Suggestions {

  private Suggestions() {}

  /** Returns the known name that is nearest, if it is near. */
  static Optional<String> nearest(String name, Collection<String> known) {
    return known.stream()
        .filter(other -> distance(name, other) <= Math.max(1, other.length() / 3))
        .min(
            Comparator.comparingInt((String other) -> distance(name, other)).thenComparing(o -> o));
  }

  /** Returns " Did you mean …?" for candidates, or nothing where there are none. */
  static String didYouMean(String format, List<String> candidates) {
    return candidates.isEmpty()
        ? ""
        : " Did you mean " + format.formatted(String.join(", ", candidates)) + "?";
  }

  /** Levenshtein's distance: the letters to insert, delete or replace. */
  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
