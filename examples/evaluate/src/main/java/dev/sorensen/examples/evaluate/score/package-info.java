/**
 * Counts how segmentations overlap: {@link dev.sorensen.examples.evaluate.score.Scores} of a pair.
 */
package dev.sorensen.examples.evaluate.score;
