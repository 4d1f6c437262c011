/** The smallest program that uses every layout of mask, and one that draws the README's picture. */
package dev.sorensen.examples.quickstart;
