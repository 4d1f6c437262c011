/**
 * What generated evaluators call. It is exported for them alone: use the generated classes and
 * {@link dev.sorensen} instead, for anything here may change with the processor.
 */
@NullMarked
package dev.sorensen.internal;

import org.jspecify.annotations.NullMarked;
