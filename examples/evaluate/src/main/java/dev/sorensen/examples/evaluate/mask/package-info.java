/** The mask types that files are compared as: each has one layout, and no copy of the voxels. */
package dev.sorensen.examples.evaluate.mask;
