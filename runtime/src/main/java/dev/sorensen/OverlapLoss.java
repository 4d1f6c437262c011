package dev.sorensen;

import java.io.Serializable;

/**
 * A loss that depends on the masks through three sums alone, for each sample and class: the
 * intersection I and the sizes P and T of the prediction and the truth, as the {@link Form} of the
 * mask type defines them. {@link StandardLoss} has the usual ones; implement this for another.
 *
 * <p>Implementations are immutable and safe to use from several threads.
 */
public interface OverlapLoss extends Serializable {

  /**
   * Returns the loss of a batch with its derivatives.
   *
   * @param sums the sums by sample and class, {@code sums[sample][class]}; not empty
   */
  Result evaluate(SoftOverlap[][] sums);

  /** Returns the loss of one sample with one class. */
  default double value(SoftOverlap sums) {
    return evaluate(new SoftOverlap[][] {{sums}}).value();
  }

  /**
   * A loss and how it changes with the sums: what the gradient by the pixels is made of. The arrays
   * are the caller's to keep.
   *
   * @param value the loss
   * @param byIntersection ∂L/∂I by sample and class, with P and T held
   * @param byPrediction ∂L/∂P by sample and class, with I and T held
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares results.
  record Result(double value, double[][] byIntersection, double[][] byPrediction) {}
}
