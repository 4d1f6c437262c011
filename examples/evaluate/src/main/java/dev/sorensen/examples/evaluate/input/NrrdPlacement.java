package dev.sorensen.examples.evaluate.input;

import dev.sorensen.examples.evaluate.input.Placement.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an NRRD header says about where its voxels lie, if it names a space of a patient. */
final class NrrdPlacement {

  private static final Pattern VECTOR = Pattern.compile("\\(([^()]*)\\)");

  private NrrdPlacement() {}

  /**
   * Returns it.
   *
   * @param fields of the header, by their names in lower case without spaces
   * @return nothing if there is none, or it is not of three dimensions, or makes no sense
   */
  static Optional<Placement> of(Map<String, String> fields) {
    Optional<Vector> signs = signs(fields.getOrDefault("space", ""));
    List<Vector> origin = vectors(fields.getOrDefault("spaceorigin", ""));
    List<Vector> steps = vectors(fields.getOrDefault("spacedirections", ""));
    if (signs.isEmpty() || origin.size() != 1 || steps.size() != 3) {
      return Optional.empty();
    }
    return Placement.of(
        times(origin.getFirst(), signs.get()),
        times(steps.get(0), signs.get()),
        times(steps.get(1), signs.get()),
        times(steps.get(2), signs.get()));
  }

  /** Returns 1 for each direction that is that of a placement, and -1 for its opposite. */
  private static Optional<Vector> signs(String space) {
    return switch (space.toLowerCase(Locale.ROOT)) {
      case "left-posterior-superior", "lps" -> Optional.of(new Vector(1, 1, 1));
      case "right-anterior-superior", "ras" -> Optional.of(new Vector(-1, -1, 1));
      case "left-anterior-superior", "las" -> Optional.of(new Vector(1, -1, 1));
      default -> Optional.empty();
    };
  }

  private static Vector times(Vector a, Vector b) {
    return new Vector(a.left() * b.left(), a.back() * b.back(), a.up() * b.up());
  }

  /** Reads vectors such as (1,0,0); none if one of them is not such, as that of a list is not. */
  private static List<Vector> vectors(String text) {
    if (text.contains("none")) {
      return List.of();
    }
    List<Vector> vectors = new ArrayList<>();
    Matcher matcher = VECTOR.matcher(text);
    while (matcher.find()) {
      String[] numbers = matcher.group(1).split(",", -1);
      if (numbers.length != 3) {
        return List.of();
      }
      try {
        vectors.add(
            new Vector(
                Double.parseDouble(numbers[0].strip()),
                Double.parseDouble(numbers[1].strip()),
                Double.parseDouble(numbers[2].strip())));
      } catch (NumberFormatException e) {
        return List.of();
      }
    }
    return vectors;
  }
}
