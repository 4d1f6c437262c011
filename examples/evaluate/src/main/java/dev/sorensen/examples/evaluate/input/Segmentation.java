package dev.sorensen.examples.evaluate.input;

import dev.sorensen.examples.evaluate.mask.Mask;
import java.util.Map;

/** What a file says of each voxel. */
public sealed interface Segmentation permits Volume, Segments {

  /** Returns the grid of the voxels. */
  Shape shape();

  /** Returns what the file has, in a word or two, such as {@code uint8}. */
  String type();

  /** Returns what the file calls its labels, as far as it does. */
  Map<Long, String> labelNames();

  /** Returns which voxels are foreground. */
  Mask foreground();
}
