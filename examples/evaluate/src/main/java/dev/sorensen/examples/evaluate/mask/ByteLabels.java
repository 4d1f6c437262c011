package dev.sorensen.examples.evaluate.mask;

import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;

/**
 * One byte a voxel, its label: the array of the file. All labels are counted in one pass.
 *
 * @param voxels the labels, unsigned
 */
@SegmentationMask(classes = 256, truths = SmallShortLabels.class)
public record ByteLabels(@Pixels byte[] voxels) {}
