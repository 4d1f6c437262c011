package dev.sorensen.examples.evaluate.input;

import dev.sorensen.examples.evaluate.mask.Mask;
import dev.sorensen.examples.evaluate.mask.SoftMask;
import java.util.Map;
import java.util.Optional;

/** What a file says of each voxel. */
public sealed interface Segmentation permits Volume, Segments {

  /** Returns the grid of the voxels. */
  Shape shape();

  /** Returns where the voxels lie in space, as far as the file says that. */
  Optional<Placement> placement();

  /** Returns its planes, if planes without foreground may be missing. */
  default Optional<SparsePlanes> sparsePlanes() {
    return Optional.empty();
  }

  /** Returns what the file has, in a word or two, such as {@code uint8}. */
  String type();

  /** Returns what the file calls its labels, as far as it does. */
  Map<Long, String> labelNames();

  /**
   * Returns the same with probabilities above another threshold as foreground; by default it is
   * 1/2. Without probabilities it changes nothing.
   */
  Segmentation above(double threshold);

  /**
   * Returns a plane by itself: what lies along the first two dimensions.
   *
   * @param index which one, from 0 on
   */
  Segmentation plane(long index);

  /** Returns the probabilities that voxels are foreground, if it has such. */
  Optional<SoftMask> probabilities();

  /** Returns how many objects it is made of, if it has such rather than voxels. */
  default Optional<ObjectCount> objects() {
    return Optional.empty();
  }

  /** Returns which voxels are foreground. */
  Mask foreground();
}
