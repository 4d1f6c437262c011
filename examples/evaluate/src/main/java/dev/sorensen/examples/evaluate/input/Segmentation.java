package dev.sorensen.examples.evaluate.input;

import dev.sorensen.examples.evaluate.mask.Mask;

/** What a file says of each voxel. */
public sealed interface Segmentation permits Volume, Segments {

  /** Returns the grid of the voxels. */
  Shape shape();

  /** Returns what the file has, in a word or two, such as {@code uint8}. */
  String type();

  /** Returns which voxels are foreground. */
  Mask foreground();
}
