/** Prints scores. */
package dev.sorensen.examples.evaluate.report;
