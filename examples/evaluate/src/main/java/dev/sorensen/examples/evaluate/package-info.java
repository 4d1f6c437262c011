/**
 * A command that scores a predicted label volume against a ground truth.
 *
 * <p>{@link dev.sorensen.examples.evaluate.NiftiReader} makes a {@link
 * dev.sorensen.examples.evaluate.Volume} of a file, {@link dev.sorensen.examples.evaluate.Scores}
 * puts its voxels into mask types and counts, and {@link dev.sorensen.examples.evaluate.Report}
 * prints the counts.
 */
package dev.sorensen.examples.evaluate;
