package dev.sorensen.internal;

import java.util.Locale;
import java.util.Optional;

/** Decides once in a process whether evaluators use the Vector API. */
public final class VectorSupport {

  private static final String SIMD = "sorensen.simd";
  private static final String API = "jdk.incubator.vector.Vector";

  /** Whether evaluators use their vector kernels; if not, a line in the log has said why. */
  public static final boolean ENABLED = decide();

  private VectorSupport() {}

  private static boolean decide() {
    Optional<String> obstacle = obstacle();
    obstacle.ifPresent(
        text ->
            System.getLogger("dev.sorensen")
                .log(System.Logger.Level.INFO, "Sorensen uses its scalar kernels: {0}", text));
    return obstacle.isEmpty();
  }

  private static Optional<String> obstacle() {
    String choice = System.getProperty(SIMD, "on").toLowerCase(Locale.ROOT);
    switch (choice) {
      case "on" -> {}
      case "off" -> {
        return Optional.of("-D" + SIMD + "=off");
      }
      default ->
          throw new IllegalArgumentException("-D" + SIMD + " must be on or off, not " + choice);
    }
    try {
      // Not a look at the boot layer: what counts is what generated code beside us can see.
      Class.forName(API, false, VectorSupport.class.getClassLoader());
      return Optional.empty();
    } catch (ClassNotFoundException e) {
      return Optional.of(
          "the module jdk.incubator.vector is not there; add it with"
              + " --add-modules jdk.incubator.vector");
    }
  }
}
