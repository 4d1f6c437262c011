/**
 * Evaluators of real mask types against loops that anyone can check, at every vector width. The
 * build runs these tests once for each width, with the vector kernels off, and without the module.
 */
package dev.sorensen.processor.widths;
