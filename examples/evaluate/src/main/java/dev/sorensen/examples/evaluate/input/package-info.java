/**
 * Reads files: {@link dev.sorensen.examples.evaluate.input.InputFiles} tells their format, and a
 * {@code FileFormat} makes a {@link dev.sorensen.examples.evaluate.input.Segmentation} of one.
 */
package dev.sorensen.examples.evaluate.input;
