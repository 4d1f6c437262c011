/**
 * Annotations for mask types, and what their generated evaluators return: {@link
 * dev.sorensen.Overlap} counts, {@link dev.sorensen.SoftOverlap} sums, and losses made of them.
 */
@NullMarked
package dev.sorensen;

import org.jspecify.annotations.NullMarked;
