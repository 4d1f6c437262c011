package dev.sorensen.reference;

import dev.sorensen.Activation;
import dev.sorensen.ClassOverlaps;
import dev.sorensen.EmptyMasks;
import dev.sorensen.Form;
import dev.sorensen.IllegalMaskException;
import dev.sorensen.Overlap;
import dev.sorensen.OverlapLoss;
import dev.sorensen.SoftDiceEvaluator;
import dev.sorensen.SoftOverlap;
import dev.sorensen.StandardLoss;

/**
 * An evaluator of logits in three classes with a label map that ignores 255, written by hand.
 * Subclasses get one thing wrong.
 */
public class SlowClassesEvaluator implements SoftDiceEvaluator<float[], byte[], float[]> {

  private static final long serialVersionUID = 1L;

  static final int CLASSES = 3;
  static final int IGNORED = 255;

  /** Returns whether a pixel is counted. */
  protected boolean counts(byte label) {
    return label != (byte) IGNORED;
  }

  /** Returns the class that is predicted for a pixel. */
  protected int winner(float[] logits, int pixel, int pixels) {
    int best = -1;
    for (int c = 0; c < CLASSES; c++) {
      float value = logits[c * pixels + pixel];
      if (!Float.isNaN(value) && (best < 0 || value > logits[best * pixels + pixel])) {
        best = c;
      }
    }
    return Math.max(best, 0);
  }

  /** Returns the probabilities of a pixel's classes. */
  protected double[] probabilities(float[] logits, int pixel, int pixels) {
    double[] powers = new double[CLASSES];
    double sum = 0;
    for (int c = 0; c < CLASSES; c++) {
      powers[c] = Math.exp(logits[c * pixels + pixel]);
      sum += powers[c];
    }
    for (int c = 0; c < CLASSES; c++) {
      powers[c] /= sum;
    }
    return powers;
  }

  @Override
  public ClassOverlaps overlaps(float[] prediction, byte[] truth) {
    long[] both = new long[CLASSES];
    long[] predicted = new long[CLASSES];
    long[] actual = new long[CLASSES];
    long counted = 0;
    for (int i = 0; i < truth.length; i++) {
      if (counts(truth[i])) {
        int winner = winner(prediction, i, truth.length);
        counted++;
        predicted[winner]++;
        actual[truth[i]]++;
        both[winner] += winner == truth[i] ? 1 : 0;
      }
    }
    Overlap[] overlaps = new Overlap[CLASSES];
    for (int c = 0; c < CLASSES; c++) {
      overlaps[c] = new Overlap(both[c], predicted[c], actual[c], counted);
    }
    return ClassOverlaps.of(overlaps);
  }

  @Override
  public SoftOverlap[] softOverlaps(float[] prediction, byte[] truth) {
    SoftOverlap[] sums = {SoftOverlap.NONE, SoftOverlap.NONE, SoftOverlap.NONE};
    for (int i = 0; i < truth.length; i++) {
      if (counts(truth[i])) {
        double[] p = probabilities(prediction, i, truth.length);
        for (int c = 0; c < CLASSES; c++) {
          boolean here = truth[i] == c;
          sums[c] = sums[c].plus(new SoftOverlap(here ? p[c] : 0, p[c], here ? 1 : 0, 1));
        }
      }
    }
    return sums;
  }

  @Override
  public double dice(float[] prediction, byte[] truth) {
    ClassOverlaps overlaps = overlaps(prediction, truth);
    boolean all = !(loss() instanceof StandardLoss standard) || standard.includeBackground();
    return (all ? overlaps : overlaps.withoutBackground()).meanDice(emptyMasks());
  }

  @Override
  public double diceLoss(float[] prediction, byte[] truth) {
    return diceLoss(prediction, truth, loss());
  }

  @Override
  public double diceLoss(float[] prediction, byte[] truth, OverlapLoss loss) {
    return loss.evaluate(new SoftOverlap[][] {softOverlaps(prediction, truth)}).value();
  }

  @Override
  public double lossAndGradient(
      float[] prediction, byte[] truth, float[] gradient, OverlapLoss loss) {
    SoftOverlap[] sums = softOverlaps(prediction, truth);
    OverlapLoss.Result result = loss.evaluate(new SoftOverlap[][] {sums});
    gradient(prediction, truth, result.byIntersection()[0], result.byPrediction()[0], gradient);
    return result.value();
  }

  @Override
  public void gradient(
      float[] prediction,
      byte[] truth,
      double[] byIntersection,
      double[] byPrediction,
      float[] gradient) {
    for (int i = 0; i < truth.length; i++) {
      double[] p = probabilities(prediction, i, truth.length);
      double[] g = new double[CLASSES];
      double mean = 0;
      for (int c = 0; c < CLASSES && counts(truth[i]); c++) {
        g[c] = byPrediction[c] + (truth[i] == c ? byIntersection[c] : 0);
        mean += g[c] * p[c];
      }
      for (int c = 0; c < CLASSES; c++) {
        gradient[c * truth.length + i] = counts(truth[i]) ? (float) (p[c] * (g[c] - mean)) : 0;
      }
    }
  }

  @Override
  public float[] newGradient(float[] prediction) {
    return new float[prediction.length];
  }

  @Override
  public void checkGradient(float[] prediction, float[] gradient) {
    if (gradient.length != prediction.length) {
      throw new IllegalMaskException("gradient");
    }
  }

  @Override
  public Form form() {
    return Form.PRODUCT;
  }

  @Override
  public OverlapLoss loss() {
    return StandardLoss.dice();
  }

  @Override
  public EmptyMasks emptyMasks() {
    return EmptyMasks.ONE;
  }

  @Override
  public Overlap overlap(float[] prediction, byte[] truth) {
    throw new UnsupportedOperationException("3 classes: use overlaps");
  }

  @Override
  public Overlap[] sweep(float[] prediction, byte[] truth, float... thresholds) {
    throw new UnsupportedOperationException("3 classes: use overlaps");
  }

  @Override
  public Overlap overlapParallel(float[] prediction, byte[] truth) {
    throw new UnsupportedOperationException("3 classes: use overlaps");
  }

  @Override
  public SoftOverlap softOverlap(float[] prediction, byte[] truth) {
    throw new UnsupportedOperationException("3 classes: use softOverlaps");
  }

  @Override
  public MaskView view(float[] prediction) {
    return MaskView.ofProbabilityPlanes(prediction, CLASSES, 0.5, Activation.SOFTMAX);
  }

  @Override
  public MaskView truthView(byte[] truth) {
    return MaskView.ofLabelMap(truth, CLASSES, IGNORED);
  }
}
