package dev.sorensen.reference;

import dev.sorensen.ClassOverlaps;
import dev.sorensen.DiceEvaluator;
import dev.sorensen.EmptyMasks;
import dev.sorensen.Overlap;
import dev.sorensen.OverlapLoss;
import dev.sorensen.SoftOverlap;
import dev.sorensen.internal.HardDiceLoss;

/** An evaluator of booleans, written by hand. Subclasses get one thing wrong. */
public class SlowEvaluator implements DiceEvaluator<boolean[], boolean[]> {

  private static final long serialVersionUID = 1L;

  @Override
  public Overlap overlap(boolean[] prediction, boolean[] truth) {
    long both = 0;
    long predicted = 0;
    long actual = 0;
    for (int i = 0; i < truth.length; i++) {
      both += prediction[i] && truth[i] ? 1 : 0;
      predicted += prediction[i] ? 1 : 0;
      actual += truth[i] ? 1 : 0;
    }
    return new Overlap(both, predicted, actual, truth.length);
  }

  @Override
  public ClassOverlaps overlaps(boolean[] prediction, boolean[] truth) {
    return ClassOverlaps.of(overlap(prediction, truth));
  }

  @Override
  public double dice(boolean[] prediction, boolean[] truth) {
    return overlap(prediction, truth).dice(emptyMasks());
  }

  @Override
  public double diceLoss(boolean[] prediction, boolean[] truth) {
    return diceLoss(prediction, truth, loss());
  }

  @Override
  public double diceLoss(boolean[] prediction, boolean[] truth, OverlapLoss loss) {
    return loss.value(SoftOverlap.of(overlap(prediction, truth)));
  }

  @Override
  public OverlapLoss loss() {
    return new HardDiceLoss(emptyMasks());
  }

  @Override
  public SoftOverlap[] lossSums(boolean[] prediction, boolean[] truth) {
    return new SoftOverlap[] {SoftOverlap.of(overlap(prediction, truth))};
  }

  @Override
  public EmptyMasks emptyMasks() {
    return EmptyMasks.ONE;
  }

  @Override
  public Overlap overlapParallel(boolean[] prediction, boolean[] truth) {
    return overlap(prediction, truth);
  }

  @Override
  public MaskView view(boolean[] prediction) {
    return new MaskView() {
      @Override
      public long pixels() {
        return prediction.length;
      }

      @Override
      public boolean foreground(long pixel) {
        return prediction[(int) pixel];
      }
    };
  }

  @Override
  public MaskView truthView(boolean[] truth) {
    return view(truth);
  }
}
