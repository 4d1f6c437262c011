package dev.sorensen.examples.evaluate;

import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;

/**
 * The labels of a volume of 8-bit voxels: the volume's own array. All labels are counted in one
 * pass.
 *
 * @param voxels one byte a voxel, its label
 */
@SegmentationMask(classes = 256)
record ByteLabels(@Pixels byte[] voxels) {}
