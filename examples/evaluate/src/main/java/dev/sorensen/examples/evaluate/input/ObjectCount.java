package dev.sorensen.examples.evaluate.input;

/**
 * How much one or several files have of objects, which may overlap.
 *
 * @param objects how many there are
 * @param voxels how many they have, each object by itself
 */
public record ObjectCount(long objects, long voxels) {

  /** None. */
  public static final ObjectCount NONE = new ObjectCount(0, 0);

  /** Returns this and another together. */
  public ObjectCount plus(ObjectCount other) {
    return new ObjectCount(objects + other.objects, voxels + other.voxels);
  }

  @Override
  public String toString() {
    return objects + " objects of " + voxels + " voxels";
  }
}
