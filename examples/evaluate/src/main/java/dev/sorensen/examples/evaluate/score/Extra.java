package dev.sorensen.examples.evaluate.score;

/** What is done with a case besides scoring it. */
public enum Extra {
  /** To look at where both differ: see {@link Details}. */
  DETAILS,
  /** To count again by the reference, voxel by voxel; a case with other counts is not scored. */
  VERIFICATION
}
