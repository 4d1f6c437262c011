package dev.sorensen.internal;

import dev.sorensen.OverlapLoss;
import dev.sorensen.SoftOverlap;

/** Evaluates losses, which anyone may have written, before anything is made of the answer. */
public final class LossDerivatives {

  private LossDerivatives() {}

  /**
   * Returns the loss of one sample with its derivatives.
   *
   * @param sums of each class
   */
  public static OverlapLoss.Result ofSample(OverlapLoss loss, SoftOverlap... sums) {
    return ofBatch(loss, new SoftOverlap[][] {sums});
  }

  /**
   * Returns the loss of a batch with its derivatives.
   *
   * @param sums by sample and class
   * @throws IllegalStateException if the loss returns derivatives of another shape
   */
  public static OverlapLoss.Result ofBatch(OverlapLoss loss, SoftOverlap[][] sums) {
    OverlapLoss.Result result = loss.evaluate(sums);
    requireShape(loss, "byIntersection", result.byIntersection(), sums);
    requireShape(loss, "byPrediction", result.byPrediction(), sums);
    return result;
  }

  private static void requireShape(
      OverlapLoss loss, String name, double[][] derivatives, SoftOverlap[][] sums) {
    boolean fits = derivatives != null && derivatives.length == sums.length;
    for (int b = 0; fits && b < sums.length; b++) {
      fits = derivatives[b] != null && derivatives[b].length == sums[b].length;
    }
    if (!fits) {
      throw new IllegalStateException(
          "the loss "
              + loss
              + " returned "
              + name
              + " of another shape than the sums of "
              + sums.length
              + " samples with "
              + sums[0].length
              + " classes");
    }
  }
}
