package dev.sorensen.examples.evaluate.cases;

/**
 * A prediction and its truth, neither of which has been read.
 *
 * @param name what both are called
 */
public record Case(String name, Source prediction, Source truth) {}
