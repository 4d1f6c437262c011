package dev.sorensen.internal;

import dev.sorensen.EmptyMasks;
import dev.sorensen.OverlapLoss;
import dev.sorensen.SoftOverlap;

/**
 * The loss of types that hold no probabilities and declare none: exactly 1 − Dice, the mean of a
 * batch's samples and classes.
 *
 * @param emptyMasks the Dice coefficient of two empty masks
 */
public record HardDiceLoss(EmptyMasks emptyMasks) implements OverlapLoss {

  private static final long serialVersionUID = 1L;

  @Override
  public Result evaluate(SoftOverlap[][] sums) {
    double total = 0;
    int count = 0;
    double[][] byIntersection = new double[sums.length][];
    double[][] byPrediction = new double[sums.length][];
    for (int b = 0; b < sums.length; b++) {
      count += sums[b].length;
    }
    for (int b = 0; b < sums.length; b++) {
      byIntersection[b] = new double[sums[b].length];
      byPrediction[b] = new double[sums[b].length];
      for (int c = 0; c < sums[b].length; c++) {
        SoftOverlap s = sums[b][c];
        double sizes = s.prediction() + s.truth();
        total += value(s);
        // At 0 / 0 the loss is a convention, which has no slope.
        byIntersection[b][c] = sizes == 0 ? 0 : -2 / sizes / count;
        byPrediction[b][c] = sizes == 0 ? 0 : 2 * s.intersection() / (sizes * sizes) / count;
      }
    }
    return new Result(total / count, byIntersection, byPrediction);
  }

  @Override
  public double value(SoftOverlap sums) {
    double sizes = sums.prediction() + sums.truth();
    return 1 - DiceFormula.dice(sums.intersection(), sizes, emptyMasks);
  }
}
