package dev.sorensen.examples.evaluate.input;

import java.util.Optional;

/**
 * The planes of a file whose writer may have left out those without foreground, so that it does not
 * say how many there are in all.
 */
interface SparsePlanes {

  /** No planes are added to a grid of more: some position is a mistake there. */
  int MOST = 10_000;

  /**
   * Some planes of a grid.
   *
   * @param first the index of the first, below 0 if it is before the grid
   * @param end the index after the last
   */
  record Range(long first, long end) {

    /** Returns the least range with this and another. */
    Range with(Range other) {
      return new Range(Math.min(first, other.first), Math.max(end, other.end));
    }

    long size() {
      return end - first;
    }
  }

  /** Returns which planes of a grid these are; nothing if one lies elsewhere. */
  Optional<Range> on(Placement grid);

  /**
   * Returns the segmentation with all planes of a grid, those that are not here without foreground.
   *
   * @param count how many planes the grid has, among them all of these
   */
  Segmentation fill(Placement grid, int count) throws InputException;
}
