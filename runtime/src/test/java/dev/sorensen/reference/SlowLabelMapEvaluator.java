package dev.sorensen.reference;

import dev.sorensen.ClassOverlaps;
import dev.sorensen.DiceEvaluator;
import dev.sorensen.EmptyMasks;
import dev.sorensen.Overlap;
import dev.sorensen.OverlapLoss;
import dev.sorensen.SoftOverlap;
import dev.sorensen.internal.HardDiceLoss;

/**
 * An evaluator of label maps of three classes that ignore 9, written by hand. Subclasses get one
 * thing wrong.
 */
public class SlowLabelMapEvaluator implements DiceEvaluator<byte[], byte[]> {

  private static final long serialVersionUID = 1L;

  static final int CLASSES = 3;
  static final int IGNORED = 9;

  @Override
  public ClassOverlaps overlaps(byte[] prediction, byte[] truth) {
    Overlap[] overlaps = new Overlap[CLASSES];
    for (int c = 0; c < CLASSES; c++) {
      overlaps[c] = Overlap.NONE;
      for (int i = 0; i < truth.length; i++) {
        if (truth[i] != IGNORED) {
          long p = prediction[i] == c ? 1 : 0;
          long t = truth[i] == c ? 1 : 0;
          overlaps[c] = overlaps[c].plus(new Overlap(p * t, p, t, 1));
        }
      }
    }
    return ClassOverlaps.of(overlaps);
  }

  @Override
  public double dice(byte[] prediction, byte[] truth) {
    return overlaps(prediction, truth).meanDice(emptyMasks());
  }

  @Override
  public double diceLoss(byte[] prediction, byte[] truth) {
    return diceLoss(prediction, truth, loss());
  }

  @Override
  public double diceLoss(byte[] prediction, byte[] truth, OverlapLoss loss) {
    return loss.evaluate(new SoftOverlap[][] {lossSums(prediction, truth)}).value();
  }

  @Override
  public OverlapLoss loss() {
    return new HardDiceLoss(emptyMasks());
  }

  @Override
  public SoftOverlap[] lossSums(byte[] prediction, byte[] truth) {
    ClassOverlaps overlaps = overlaps(prediction, truth);
    SoftOverlap[] sums = new SoftOverlap[CLASSES];
    for (int c = 0; c < CLASSES; c++) {
      sums[c] = SoftOverlap.of(overlaps.get(c));
    }
    return sums;
  }

  @Override
  public EmptyMasks emptyMasks() {
    return EmptyMasks.ONE;
  }

  @Override
  public Overlap overlap(byte[] prediction, byte[] truth) {
    throw new UnsupportedOperationException("3 classes: use overlaps");
  }

  @Override
  public Overlap overlapParallel(byte[] prediction, byte[] truth) {
    throw new UnsupportedOperationException("3 classes: use overlaps");
  }

  @Override
  public MaskView view(byte[] prediction) {
    return MaskView.ofLabelMap(prediction, CLASSES, IGNORED);
  }

  @Override
  public MaskView truthView(byte[] truth) {
    return view(truth);
  }
}
