package dev.sorensen.examples.evaluate.mask;

import dev.sorensen.Layout;
import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;
import java.lang.foreign.MemorySegment;

/**
 * Two bytes a voxel, its label. All labels are counted in one pass.
 *
 * @param voxels the labels, unsigned, in the machine's order
 */
@SegmentationMask(layout = Layout.SHORT, classes = 65_536)
public record ShortLabels(@Pixels MemorySegment voxels) {}
