package dev.sorensen;

import dev.sorensen.internal.PairLists;
import dev.sorensen.reference.MaskView;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;

/**
 * Compares masks of type {@code P}, as predictions, with masks of type {@code T}, as truths: the
 * static methods of a generated class as an object, for generic code, and what is built on them.
 *
 * <p>Get one from a generated class, {@code LungMaskDice.evaluator()}. Evaluators have no state:
 * they are safe to share between threads, and serializable. Every method throws {@link
 * IllegalMaskException} for masks that cannot be compared, and {@link NullPointerException} for a
 * mask that is null.
 *
 * @param <P> the type of the prediction
 * @param <T> the type of the truth
 */
public interface DiceEvaluator<P, T> extends Serializable {

  /**
   * Returns the counts of foreground pixels of a pair.
   *
   * @throws UnsupportedOperationException if the type has several classes: use {@link #overlaps}
   */
  Overlap overlap(P prediction, T truth);

  /** Returns the counts of foreground pixels of a pair, for each class. */
  ClassOverlaps overlaps(P prediction, T truth);

  /**
   * Returns the Dice coefficient of a pair, 2|A∩B| / (|A| + |B|); of a type with several classes,
   * the mean over those that occur in either mask.
   */
  double dice(P prediction, T truth);

  /** Returns the loss of a pair, by {@link #loss()}. */
  double diceLoss(P prediction, T truth);

  /** Returns another loss of a pair. */
  double diceLoss(P prediction, T truth, OverlapLoss loss);

  /** Returns the loss that the type of the prediction declares. */
  OverlapLoss loss();

  /**
   * Returns the sums that a loss of a pair is made of, for each class: soft sums where the
   * prediction holds probabilities, else counts.
   */
  SoftOverlap[] lossSums(P prediction, T truth);

  /**
   * Returns the Dice coefficient that the type of the prediction declares for empty masks; with
   * several classes, for a pair in which none occurs.
   */
  EmptyMasks emptyMasks();

  /**
   * Returns the same counts as {@link #overlap}, made by several threads of the common pool. It is
   * worth it for volumes of many millions of pixels; two masks of runs are counted by one thread.
   *
   * @throws UnsupportedOperationException if the type has several classes: use {@link #overlaps}
   */
  Overlap overlapParallel(P prediction, T truth);

  /** Returns a prediction pixel by pixel, for the reference. */
  MaskView view(P prediction);

  /** Returns a truth pixel by pixel, for the reference. */
  MaskView truthView(T truth);

  /**
   * Returns the loss of a batch, by {@link #loss()}.
   *
   * @throws IllegalArgumentException if the lists differ in size, or are empty
   */
  default double diceLoss(List<? extends P> predictions, List<? extends T> truths) {
    return diceLoss(predictions, truths, loss());
  }

  /**
   * Returns another loss of a batch.
   *
   * @throws IllegalArgumentException if the lists differ in size, or are empty
   */
  default double diceLoss(
      List<? extends P> predictions, List<? extends T> truths, OverlapLoss loss) {
    return loss.evaluate(batchSums(predictions, truths)).value();
  }

  /**
   * Returns the sums that a loss of a batch is made of, by sample and class: {@link #lossSums} of
   * each pair.
   *
   * @throws IllegalArgumentException if the lists differ in size, or are empty
   */
  default SoftOverlap[][] batchSums(List<? extends P> predictions, List<? extends T> truths) {
    PairLists.check(predictions, truths, "the loss of an empty batch");
    SoftOverlap[][] sums = new SoftOverlap[predictions.size()][];
    Iterator<? extends T> truth = truths.iterator();
    int sample = 0;
    for (P prediction : predictions) {
      sums[sample++] = lossSums(prediction, truth.next());
    }
    return sums;
  }

  /**
   * Returns the counts of every prediction with every truth, {@code [prediction][truth]}: the
   * matrix from which instances are matched.
   *
   * @throws UnsupportedOperationException if the type has several classes: use {@link #overlaps} on
   *     each pair
   */
  default Overlap[][] pairwise(List<? extends P> predictions, List<? extends T> truths) {
    Overlap[][] overlaps = new Overlap[predictions.size()][truths.size()];
    int row = 0;
    for (P prediction : predictions) {
      int column = 0;
      for (T truth : truths) {
        overlaps[row][column++] = overlap(prediction, truth);
      }
      row++;
    }
    return overlaps;
  }
}
