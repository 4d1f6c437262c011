package dev.sorensen.processor.emit;

import com.palantir.javapoet.NameAllocator;
import dev.sorensen.processor.model.Member;
import java.util.Set;

/** The variables that hold a mask's data: they have its name, unless that is taken. */
final class DataNames {

  /** What the methods around such a variable use themselves. */
  private static final Set<String> TAKEN =
      Set.of("mask", "role", "pixels", "predictionSize", "truthSize", "CHECKS");

  private DataNames() {}

  /** Returns the name in a method about one mask. */
  static String of(Member data) {
    return free(data.noun());
  }

  /** Returns the name in a method about a pair of masks. */
  static String of(Member data, String role) {
    return free(data.nounAfter(role));
  }

  private static String free(String name) {
    boolean keyword = !new NameAllocator().newName(name).equals(name);
    return keyword || TAKEN.contains(name) ? name + "Data" : name;
  }
}
