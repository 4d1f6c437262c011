package dev.sorensen.examples.evaluate;

import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;

/**
 * The labels of a volume of any type by their numbers, see {@link LabelNumbers}. All labels are
 * counted in one pass.
 *
 * @param numbers the number of each voxel's label, unsigned; 0 is background
 */
@SegmentationMask(classes = 65_536)
record NumberedLabels(@Pixels short[] numbers) {}
