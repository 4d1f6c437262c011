/** The smallest program that uses every layout of mask. */
package dev.sorensen.examples.quickstart;
