package dev.sorensen.processor;

import dev.sorensen.OverlapLoss;
import dev.sorensen.Reduction;
import dev.sorensen.SoftOverlap;
import dev.sorensen.StandardLoss;
import java.util.Arrays;

/**
 * The losses of a batch by sample and class, each weighed and then added up: what a framework does
 * with a loss that it does not reduce, in the place of its next layer.
 *
 * @param loss the loss before its reduction
 * @param weights one for each of its losses, row by row; any numbers
 */
record WeighedLosses(StandardLoss loss, double[] weights) implements OverlapLoss {

  /** Returns the losses before they are weighed, row by row. */
  double[] losses(SoftOverlap[][] sums) {
    return Arrays.stream(loss.unreduced(sums)).flatMapToDouble(Arrays::stream).toArray();
  }

  @Override
  public Result evaluate(SoftOverlap[][] sums) {
    double[] losses = losses(sums);
    int rows = loss.batch() ? 1 : sums.length;
    int terms = losses.length / rows;
    double value = 0;
    double[][] byIntersection = new double[sums.length][sums[0].length];
    double[][] byPrediction = new double[sums.length][sums[0].length];
    for (int n = 0; n < losses.length; n++) {
      value += weights[n] * losses[n];
      int row = n / terms;
      Result alone =
          alone(n % terms, terms)
              .evaluate(loss.batch() ? sums : Arrays.copyOfRange(sums, row, row + 1));
      for (int b = 0; b < alone.byPrediction().length; b++) {
        add(byIntersection[row + b], weights[n], alone.byIntersection()[b]);
        add(byPrediction[row + b], weights[n], alone.byPrediction()[b]);
      }
    }
    return new Result(value, byIntersection, byPrediction);
  }

  /** The loss of a row with one of its terms only. */
  private StandardLoss alone(int term, int terms) {
    StandardLoss summed = loss.withReduction(Reduction.SUM);
    if (terms == 1) {
      return summed;
    }
    double[] given = loss.weights();
    double[] ofTerms = new double[terms];
    ofTerms[term] = given.length == 0 ? 1 : given[given.length == 1 ? 0 : term];
    return summed.withWeights(ofTerms);
  }

  private static void add(double[] to, double weight, double[] slopes) {
    for (int c = 0; c < to.length; c++) {
      to[c] += weight * slopes[c];
    }
  }
}
