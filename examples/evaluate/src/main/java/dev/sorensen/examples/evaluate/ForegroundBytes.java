package dev.sorensen.examples.evaluate;

import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;

/**
 * The foreground of a volume of 8-bit voxels: the volume's own array, in which every byte but 0 is
 * foreground.
 *
 * @param voxels one byte a voxel
 */
@SegmentationMask
record ForegroundBytes(@Pixels byte[] voxels) {}
