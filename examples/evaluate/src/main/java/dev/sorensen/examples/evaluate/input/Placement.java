package dev.sorensen.examples.evaluate.input;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the voxels of a grid lie in space. All is in mm, towards the left, the back and the head of
 * the patient, as in DICOM.
 *
 * @param origin the middle of the first voxel
 * @param steps from a voxel to the next, along each of the first three dimensions
 */
public record Placement(Vector origin, List<Vector> steps) {

  /** Grids are the same where corners are no farther apart than this part of a voxel's edge. */
  private static final double TOLERANCE = 0.1;

  /** A place, or the way from one to another. */
  record Vector(double left, double back, double up) {

    Vector plus(Vector other, double times) {
      return new Vector(
          left + times * other.left, back + times * other.back, up + times * other.up);
    }

    /** Returns the scalar product. */
    double times(Vector other) {
      return left * other.left + back * other.back + up * other.up;
    }

    /** Returns the vector product. */
    Vector cross(Vector other) {
      return new Vector(
          back * other.up - up * other.back,
          up * other.left - left * other.up,
          left * other.back - back * other.left);
    }

    double length() {
      return Math.sqrt(times(this));
    }
  }

  /**
   * Makes one of an affine matrix that goes from voxels to the right, the front and the head, as
   * NIfTI has them: three rows of the steps, with the origin as the last number of each.
   *
   * @return nothing if some of it is no finite number
   */
  static Optional<Placement> ofAffine(double[] right, double[] front, double[] up) {
    return of(
        new Vector(-right[3], -front[3], up[3]),
        new Vector(-right[0], -front[0], up[0]),
        new Vector(-right[1], -front[1], up[1]),
        new Vector(-right[2], -front[2], up[2]));
  }

  /**
   * Makes one of its vectors.
   *
   * @return nothing if some of them is not finite
   */
  static Optional<Placement> of(Vector origin, Vector x, Vector y, Vector z) {
    boolean isFinite =
        Stream.of(origin, x, y, z).allMatch(vector -> Double.isFinite(vector.length()));
    return isFinite ? Optional.of(new Placement(origin, List.of(x, y, z))) : Optional.empty();
  }

  /** Returns the same, begun some planes later, or earlier if they are below 0. */
  Placement movedAcross(long planes) {
    return new Placement(origin.plus(steps.get(2), planes), steps);
  }

  /** Returns whether planes are nearer to each other than another's, where both say that. */
  boolean isFinerAcross(Placement other) {
    double own = steps.get(2).length();
    double others = other.steps.get(2).length();
    return own > 0 && (others == 0 || own <= others);
  }

  /** Returns which plane of its grid is nearest to a place, if planes have a distance. */
  Optional<Long> planeNear(Vector place) {
    Vector step = steps.get(2);
    double length = step.times(step);
    return length > 0
        ? Optional.of(Math.round(place.plus(origin, -1).times(step) / length))
        : Optional.empty();
  }

  /**
   * Returns how far apart a corner of a grid is if another placement is right, at most.
   *
   * @return nothing if it is not worth a word
   */
  public Optional<Double> distance(Placement other, Shape shape) {
    double farthest = 0;
    for (int corner = 0; corner < 8; corner++) {
      Vector way = place(shape, corner).plus(other.place(shape, corner), -1);
      farthest = Math.max(farthest, way.length());
    }
    double edge = Double.POSITIVE_INFINITY;
    for (int i = 0; i < steps.size(); i++) {
      // Along a dimension of one voxel there is no step.
      if (size(shape, i) > 1) {
        edge = Math.min(edge, steps.get(i).length());
      }
    }
    return farthest > TOLERANCE * edge ? Optional.of(farthest) : Optional.empty();
  }

  /** The middle of the voxel in a corner; its bits say which dimensions it is at the end of. */
  private Vector place(Shape shape, int corner) {
    Vector place = origin;
    for (int i = 0; i < steps.size(); i++) {
      place = place.plus(steps.get(i), (corner >>> i & 1) * (size(shape, i) - 1));
    }
    return place;
  }

  private static long size(Shape shape, int dimension) {
    return dimension < shape.dimensions().size() ? shape.dimensions().get(dimension) : 1;
  }
}
