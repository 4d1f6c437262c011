package dev.sorensen.examples.evaluate.score;

import java.util.Set;

/**
 * How cases are scored.
 *
 * @param jobs how many are read and scored at a time
 * @param threshold probabilities above it are foreground
 * @param extras what is done with each case, too
 */
public record Settings(int jobs, double threshold, Set<Extra> extras) {

  /** Copies the set. */
  public Settings {
    extras = Set.copyOf(extras);
  }
}
