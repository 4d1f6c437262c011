/**
 * The kernel language. A {@link dev.sorensen.processor.kernel.Source} says how a layout's pixels
 * are read, a {@link dev.sorensen.processor.kernel.Kernel} which totals are made of them; the plan
 * of a pair joins the two, and every meaning (what is foreground, what is counted) is settled in
 * it. How a kernel is spelled in Java is the business of the back ends.
 */
@NullMarked
package dev.sorensen.processor.kernel;

import org.jspecify.annotations.NullMarked;
