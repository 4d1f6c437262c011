package dev.sorensen.reference;

import dev.sorensen.ClassOverlaps;
import dev.sorensen.EmptyMasks;
import dev.sorensen.Form;
import dev.sorensen.IllegalMaskException;
import dev.sorensen.Overlap;
import dev.sorensen.OverlapLoss;
import dev.sorensen.SoftDiceEvaluator;
import dev.sorensen.SoftOverlap;
import dev.sorensen.StandardLoss;

/** An evaluator of probabilities, written by hand. Subclasses get one thing wrong. */
public class SlowSoftEvaluator implements SoftDiceEvaluator<float[], float[], float[]> {

  private static final long serialVersionUID = 1L;

  @Override
  public Overlap overlap(float[] prediction, float[] truth) {
    long both = 0;
    long predicted = 0;
    long actual = 0;
    for (int i = 0; i < truth.length; i++) {
      both += prediction[i] > 0.5 && truth[i] > 0.5 ? 1 : 0;
      predicted += prediction[i] > 0.5 ? 1 : 0;
      actual += truth[i] > 0.5 ? 1 : 0;
    }
    return new Overlap(both, predicted, actual, truth.length);
  }

  @Override
  public Overlap[] sweep(float[] prediction, float[] truth, float... thresholds) {
    Overlap[] overlaps = new Overlap[thresholds.length];
    for (int k = 0; k < thresholds.length; k++) {
      long both = 0;
      long predicted = 0;
      long actual = 0;
      for (int i = 0; i < truth.length; i++) {
        both += prediction[i] > thresholds[k] && truth[i] > 0.5 ? 1 : 0;
        predicted += prediction[i] > thresholds[k] ? 1 : 0;
        actual += truth[i] > 0.5 ? 1 : 0;
      }
      overlaps[k] = new Overlap(both, predicted, actual, truth.length);
    }
    return overlaps;
  }

  @Override
  public SoftOverlap softOverlap(float[] prediction, float[] truth) {
    double both = 0;
    double predicted = 0;
    double actual = 0;
    for (int i = 0; i < truth.length; i++) {
      both += (double) prediction[i] * truth[i];
      predicted += prediction[i];
      actual += truth[i];
    }
    return new SoftOverlap(both, predicted, actual, truth.length);
  }

  @Override
  public SoftOverlap[] softOverlaps(float[] prediction, float[] truth) {
    return new SoftOverlap[] {softOverlap(prediction, truth)};
  }

  @Override
  public ClassOverlaps overlaps(float[] prediction, float[] truth) {
    return ClassOverlaps.of(overlap(prediction, truth));
  }

  @Override
  public double dice(float[] prediction, float[] truth) {
    return overlap(prediction, truth).dice(emptyMasks());
  }

  @Override
  public double diceLoss(float[] prediction, float[] truth) {
    return diceLoss(prediction, truth, loss());
  }

  @Override
  public double diceLoss(float[] prediction, float[] truth, OverlapLoss loss) {
    return loss.value(softOverlap(prediction, truth));
  }

  @Override
  public double lossAndGradient(
      float[] prediction, float[] truth, float[] gradient, OverlapLoss loss) {
    SoftOverlap[] sums = softOverlaps(prediction, truth);
    OverlapLoss.Result result = loss.evaluate(new SoftOverlap[][] {sums});
    gradient(prediction, truth, result.byIntersection()[0], result.byPrediction()[0], gradient);
    return result.value();
  }

  @Override
  public void gradient(
      float[] prediction,
      float[] truth,
      double[] byIntersection,
      double[] byPrediction,
      float[] gradient) {
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = (float) (byIntersection[0] * truth[i] + byPrediction[0]);
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
  public Overlap overlapParallel(float[] prediction, float[] truth) {
    return overlap(prediction, truth);
  }

  @Override
  public MaskView view(float[] prediction) {
    return MaskView.ofProbabilities(prediction, 0.5);
  }

  @Override
  public MaskView truthView(float[] truth) {
    return view(truth);
  }
}
