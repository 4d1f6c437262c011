/**
 * The slow truth: overlaps and losses computed pixel by pixel, in the most obvious code there is,
 * and {@link dev.sorensen.reference.Conformance}, which checks an evaluator against them.
 */
@NullMarked
package dev.sorensen.reference;

import org.jspecify.annotations.NullMarked;
