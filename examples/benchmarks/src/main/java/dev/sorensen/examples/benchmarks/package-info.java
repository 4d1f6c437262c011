/**
 * Measures generated evaluators beside what else counts overlaps: libraries of the JVM, a plain
 * loop, C, and a loop that only reads the data.
 *
 * <p>A row of the table is a JMH class with {@link dev.sorensen.examples.benchmarks.Workload}, a
 * variant is a method of it. {@link dev.sorensen.examples.benchmarks.Rows} finds them, {@link
 * dev.sorensen.examples.benchmarks.Plan} orders their forks, {@link
 * dev.sorensen.examples.benchmarks.ForkRunner} runs them, {@link
 * dev.sorensen.examples.benchmarks.Measurements} keeps what they took and {@link
 * dev.sorensen.examples.benchmarks.Table} prints it.
 */
package dev.sorensen.examples.benchmarks;
