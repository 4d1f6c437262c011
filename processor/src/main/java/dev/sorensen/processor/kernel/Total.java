package dev.sorensen.processor.kernel;

/**
 * A value added up over all pixels: how often an indicator says yes, or the sum of a number.
 *
 * @param name the name that generated code gives the total
 * @param of what is added up
 */
public record Total(String name, Value of) {}
