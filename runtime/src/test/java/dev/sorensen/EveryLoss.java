package dev.sorensen;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Losses of every kind with every combination of settings, and sums to try them on. */
public final class EveryLoss {

  private EveryLoss() {}

  /** Returns one loss of each formula. */
  public static List<StandardLoss> kinds() {
    return List.of(
        StandardLoss.dice(),
        StandardLoss.jaccard(),
        StandardLoss.tversky(0.3, 0.7),
        StandardLoss.tversky(0, 1.5),
        StandardLoss.focalTversky(0.7, 0.3, 0.75),
        StandardLoss.focalTversky(0.5, 0.5, 2),
        StandardLoss.generalizedDice(ClassWeighting.SQUARE),
        StandardLoss.generalizedDice(ClassWeighting.SIMPLE),
        StandardLoss.generalizedDice(ClassWeighting.UNIFORM),
        StandardLoss.logDice(),
        StandardLoss.logCoshDice());
  }

  /** Returns losses of every kind for masks of as many classes. */
  public static List<StandardLoss> of(int classes) {
    List<StandardLoss> losses = new ArrayList<>();
    for (StandardLoss kind : kinds()) {
      for (StandardLoss loss :
          List.of(kind, kind.withSmoothing(1, 0.5), kind.withSmoothing(0, 0))) {
        for (boolean background : new boolean[] {true, false}) {
          int weights = background ? classes : Math.max(1, classes - 1);
          double[] each = new double[weights];
          for (int c = 0; c < weights; c++) {
            each[c] = 0.25 + c;
          }
          for (double[] weighted : new double[][] {{}, {2}, each}) {
            for (boolean batch : new boolean[] {false, true}) {
              for (Reduction reduction : Reduction.values()) {
                losses.add(
                    loss.withBackground(background)
                        .withWeights(weighted)
                        .withBatch(batch)
                        .withReduction(reduction));
              }
            }
          }
        }
      }
    }
    return losses;
  }

  /** Returns sums of masks that overlap, by sample and class. */
  public static SoftOverlap[][] sums(int samples, int classes, Random random) {
    SoftOverlap[][] sums = new SoftOverlap[samples][classes];
    for (SoftOverlap[] sample : sums) {
      for (int c = 0; c < classes; c++) {
        double p = 1 + 10 * random.nextDouble();
        double t = 1 + 10 * random.nextDouble();
        double share = 0.1 + 0.8 * random.nextDouble();
        sample[c] = new SoftOverlap(share * Math.min(p, t), p, t, 100);
      }
    }
    return sums;
  }
}
