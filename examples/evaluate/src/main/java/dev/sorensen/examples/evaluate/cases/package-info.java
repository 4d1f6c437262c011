/** Finds what to score: which prediction belongs to which truth. */
package dev.sorensen.examples.evaluate.cases;
