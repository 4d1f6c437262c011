package dev.sorensen;

/**
 * The losses of one sample, and how their sum changes with the sums of its classes.
 *
 * @param values one for each class, or one for all
 * @param byIntersection the derivative by each class's I
 * @param byPrediction the derivative by each class's P
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
record SampleLosses(double[] values, double[] byIntersection, double[] byPrediction) {}
