package dev.sorensen.internal;

import dev.sorensen.EmptyMasks;
import dev.sorensen.OverlapLoss;
import dev.sorensen.SoftOverlap;

/**
 * The loss of types that hold no probabilities and declare none. Of one sample it is exactly 1 −
 * the mean Dice coefficient of the classes that occur in it; of a batch, the mean over its samples.
 *
 * @param emptyMasks the Dice coefficient of a sample in which no class occurs
 */
public record HardDiceLoss(EmptyMasks emptyMasks) implements OverlapLoss {

  private static final long serialVersionUID = 1L;

  @Override
  public Result evaluate(SoftOverlap[][] sums) {
    double total = 0;
    double[][] byIntersection = new double[sums.length][];
    double[][] byPrediction = new double[sums.length][];
    for (int b = 0; b < sums.length; b++) {
      int classes = sums[b].length;
      byIntersection[b] = new double[classes];
      byPrediction[b] = new double[classes];
      int occurring = occurring(sums[b]);
      double shares = (double) sums.length * occurring;
      double dice = 0;
      for (int c = 0; c < classes; c++) {
        SoftOverlap s = sums[b][c];
        // A class that does not occur has no part in the mean, and no slope.
        if (occurs(s)) {
          double sizes = sizes(s);
          dice += DiceFormula.dice(s.intersection(), sizes, emptyMasks);
          byIntersection[b][c] = -2 / sizes / shares;
          byPrediction[b][c] = 2 * s.intersection() / (sizes * sizes) / shares;
        }
      }
      total += 1 - (occurring == 0 ? emptyMasks.dice() : dice / occurring);
    }
    return new Result(total / sums.length, byIntersection, byPrediction);
  }

  @Override
  public double value(SoftOverlap sums) {
    return 1 - DiceFormula.dice(sums.intersection(), sizes(sums), emptyMasks);
  }

  private static int occurring(SoftOverlap[] sums) {
    int occurring = 0;
    for (SoftOverlap s : sums) {
      occurring += occurs(s) ? 1 : 0;
    }
    return occurring;
  }

  private static boolean occurs(SoftOverlap sums) {
    return sizes(sums) != 0;
  }

  private static double sizes(SoftOverlap sums) {
    return sums.prediction() + sums.truth();
  }
}
