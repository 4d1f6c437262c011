package dev.sorensen.examples.evaluate.input;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The dimensions of a volume, the fastest first, without those of 1 at the end: a file that says
 * 512 x 512 x 17 x 1 has the voxels of one that says 512 x 512 x 17.
 *
 * @param dimensions each at least 1
 */
public record Shape(List<Long> dimensions) {

  /** Leaves dimensions of 1 at the end out. */
  public Shape {
    int size = dimensions.size();
    while (size > 1 && dimensions.get(size - 1) == 1) {
      size--;
    }
    dimensions = List.copyOf(dimensions.subList(0, size));
  }

  /** Makes one of dimensions. */
  public static Shape of(long... dimensions) {
    return new Shape(Arrays.stream(dimensions).boxed().toList());
  }

  /**
   * Returns the number of voxels.
   *
   * @throws ArithmeticException if it is more than 2⁶³ − 1
   */
  public long voxels() {
    return dimensions.stream().reduce(1L, Math::multiplyExact);
  }

  /** Returns the grid of a plane: the first two dimensions. */
  public Shape plane() {
    return new Shape(dimensions.subList(0, Math.min(2, dimensions.size())));
  }

  /** Returns how many planes there are. */
  public long planes() {
    return voxels() / plane().voxels();
  }

  @Override
  public String toString() {
    return dimensions.stream().map(String::valueOf).collect(Collectors.joining(" x "));
  }
}
