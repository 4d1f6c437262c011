/**
 * A command that scores predicted segmentations against the truth.
 *
 * <p>Data flows one way: {@code input} reads files, {@code mask} has the mask types of their
 * layouts, {@code score} counts, and {@code report} prints.
 */
package dev.sorensen.examples.evaluate;
