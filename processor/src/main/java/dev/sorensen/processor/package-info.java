/** The annotation processor: from {@code @SegmentationMask} types to their evaluators. */
@NullMarked
package dev.sorensen.processor;

import org.jspecify.annotations.NullMarked;
