package dev.sorensen.internal;

import dev.sorensen.internal.KernelChoice.BackEnd;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides once in a process whether evaluators use the Vector API. */
public final class VectorSupport {

  private static final String SIMD = "sorensen.simd";
  private static final String AUTO = "auto";
  private static final String ON = "on";
  private static final String OFF = "off";
  private static final String API = "jdk.incubator.vector.Vector";

  private static final String CHOICE = System.getProperty(SIMD, AUTO).toLowerCase(Locale.ROOT);

  /** Whether evaluators may use their vector kernels; if not, a line in the log has said why. */
  public static final boolean ENABLED = decide();

  /** What all evaluators use, or null if each pass finds out what is faster. */
  static final @Nullable BackEnd CHOSEN = chosen();

  private VectorSupport() {}

  /** Returns where all of Sorensen logs. Not a constant: to have one takes time. */
  static System.Logger log() {
    return System.getLogger("dev.sorensen");
  }

  private static boolean decide() {
    Optional<String> obstacle = obstacle();
    obstacle.ifPresent(
        text -> log().log(Level.INFO, "Sorensen uses its scalar kernels: {0}", text));
    return obstacle.isEmpty();
  }

  private static @Nullable BackEnd chosen() {
    if (!ENABLED) {
      return BackEnd.SCALAR;
    }
    // Whoever forces a width means vectors.
    boolean atOnce = CHOICE.equals(ON) || System.getProperty(Species.BITS) != null;
    return atOnce ? BackEnd.VECTOR : null;
  }

  private static Optional<String> obstacle() {
    switch (CHOICE) {
      case AUTO, ON -> {}
      case OFF -> {
        return Optional.of("-D" + SIMD + "=off");
      }
      default ->
          throw new IllegalArgumentException(
              "-D" + SIMD + " must be auto, on or off, not " + CHOICE);
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
