/**
 * Plans as Java source. A dialect spells the values of a kernel's program, a printer the loop
 * around them, and {@link dev.sorensen.processor.emit.EvaluatorWriter} the class that users call.
 */
@NullMarked
package dev.sorensen.processor.emit;

import org.jspecify.annotations.NullMarked;
