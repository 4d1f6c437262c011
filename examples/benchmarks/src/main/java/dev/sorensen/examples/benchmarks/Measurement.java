package dev.sorensen.examples.benchmarks;

/**
 * What a fork measured.
 *
 * @param nanos the mean time of a call
 * @param bytes what a call allocated, as JMH's profiler has it
 */
record Measurement(double nanos, double bytes) {}
