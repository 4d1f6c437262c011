package dev.sorensen.examples.evaluate.mask;

import dev.sorensen.Layout;
import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;
import java.lang.foreign.MemorySegment;

/**
 * Two bytes a voxel, its label, which one byte would hold: to compare with {@link ByteLabels}.
 *
 * @param voxels the labels, 0 to 255, in the machine's order
 */
@SegmentationMask(layout = Layout.SHORT, classes = 256, truths = ByteLabels.class)
public record SmallShortLabels(@Pixels MemorySegment voxels) {}
