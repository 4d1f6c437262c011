package dev.sorensen.processor;

import dev.sorensen.Extent;
import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;

/**
 * Stands for a mask type of a library.
 *
 * @param width the width
 * @param words the bits
 * @param height the height
 */
@SegmentationMask
public record LibraryMask(@Extent int width, @Pixels long[] words, @Extent int height) {}
