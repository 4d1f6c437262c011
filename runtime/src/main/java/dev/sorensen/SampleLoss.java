package dev.sorensen;

/** A loss of one sample, or of a batch that is added up to one. */
interface SampleLoss {

  /**
   * Returns its losses.
   *
   * @param sums the sums of each class that takes part
   * @param weights what the user weighs each of them with
   */
  SampleLosses of(SoftOverlap[] sums, double[] weights);
}
