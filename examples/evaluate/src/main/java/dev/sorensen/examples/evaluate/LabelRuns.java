package dev.sorensen.examples.evaluate;

import dev.sorensen.Extent;
import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;
import java.util.Arrays;

/**
 * Where a volume has one label, as runs of voxels. All labels of a volume are found in one pass
 * over it, and together they take no more memory than their runs.
 *
 * @param runs the first voxel of each run, and how many it has
 * @param voxels how many voxels the volume has
 */
@SegmentationMask
record LabelRuns(@Pixels int[] runs, @Extent long voxels) {

  /** Collects the runs of one label in ascending order. */
  static final class Builder {

    private int[] runs = new int[2];
    private int length;

    /** Adds the voxels from {@code start} to before {@code end}. */
    void add(int start, int end) {
      if (length == runs.length) {
        runs = Arrays.copyOf(runs, 2 * length);
      }
      runs[length++] = start;
      runs[length++] = end - start;
    }

    LabelRuns build(long voxels) {
      return new LabelRuns(Arrays.copyOf(runs, length), voxels);
    }
  }
}
