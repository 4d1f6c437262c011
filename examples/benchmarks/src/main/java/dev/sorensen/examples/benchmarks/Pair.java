package dev.sorensen.examples.benchmarks;

/** A prediction and a truth. */
record Pair<T>(T a, T b) {}
