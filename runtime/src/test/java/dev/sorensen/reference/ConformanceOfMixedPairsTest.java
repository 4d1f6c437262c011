package dev.sorensen.reference;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sorensen.OverlapLoss;
import dev.sorensen.SegmentationMask;
import dev.sorensen.SoftOverlap;
import org.junit.jupiter.api.Test;

/** One class, with a truth of another kind than the prediction. */
@SuppressWarnings("serial")
class ConformanceOfMixedPairsTest {

  private static final boolean[] P = {true, true, false, true};
  private static final boolean[] T = {true, false, false, true};

  private static final float[] PROBABILITIES = {0.9f, 0.1f, 0.75f, 0.5f, 0.25f};
  private static final float[] SPOILED = {0.9f, Float.NaN, 0.75f, 0.5f, Float.POSITIVE_INFINITY};
  private static final float[] TRUTHS = {1, 0, 1, 1, 0};

  /** Probabilities with a truth that is foreground or not. */
  private static class HardTruth extends SlowSoftEvaluator {
    private static final long serialVersionUID = 1L;

    @Override
    public SoftOverlap softOverlap(float[] prediction, float[] truth) {
      double both = 0;
      double predicted = 0;
      double actual = 0;
      for (int i = 0; i < truth.length; i++) {
        both += truth[i] > 0.5f ? prediction[i] : 0;
        predicted += prediction[i];
        actual += truth[i] > 0.5f ? 1 : 0;
      }
      return new SoftOverlap(both, predicted, actual, truth.length);
    }

    @Override
    public MaskView truthView(float[] truth) {
      byte[] labels = new byte[truth.length];
      for (int i = 0; i < truth.length; i++) {
        labels[i] = (byte) (truth[i] > 0.5f ? 1 : 0);
      }
      return MaskView.ofLabels(labels, SegmentationMask.ANY_NON_ZERO, SegmentationMask.NO_LABEL);
    }
  }

  /** A mask of foreground with a truth of probabilities: 0.75 in it, 0.25 elsewhere. */
  private static class SoftTruth extends SlowEvaluator {
    private static final long serialVersionUID = 1L;

    static float[] probabilities(boolean[] truth) {
      float[] values = new float[truth.length];
      for (int i = 0; i < truth.length; i++) {
        values[i] = truth[i] ? 0.75f : 0.25f;
      }
      return values;
    }

    @Override
    public MaskView truthView(boolean[] truth) {
      return MaskView.ofProbabilities(probabilities(truth), 0.5);
    }
  }

  @Test
  void rightEvaluatorsPass() {
    Conformance.check(new HardTruth(), PROBABILITIES, TRUTHS);
    Conformance.check(new HardTruth(), SPOILED, TRUTHS);
    Conformance.check(new SoftTruth(), P, T);
  }

  @Test
  void aProductWithTheBackground() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(
            () ->
                Conformance.check(
                    new HardTruth() {
                      @Override
                      public SoftOverlap softOverlap(float[] prediction, float[] truth) {
                        double both = 0;
                        for (int i = 0; i < truth.length; i++) {
                          both += (double) prediction[i] * truth[i];
                        }
                        SoftOverlap right = super.softOverlap(prediction, truth);
                        return new SoftOverlap(
                            both, right.prediction(), right.truth(), right.pixels());
                      }
                    },
                    SPOILED,
                    TRUTHS))
        .withMessageMatching("softOverlap\\.intersection is NaN, the reference is 2\\.1.*");
  }

  @Test
  void aSumOfAnInfinityThatIsFinite() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(
            () ->
                Conformance.check(
                    new HardTruth() {
                      @Override
                      public SoftOverlap softOverlap(float[] prediction, float[] truth) {
                        SoftOverlap right = super.softOverlap(prediction, truth);
                        return new SoftOverlap(
                            right.intersection(), 7, right.truth(), right.pixels());
                      }
                    },
                    new float[] {Float.POSITIVE_INFINITY, 1},
                    new float[] {0, 1}))
        .withMessage("softOverlap.prediction is 7.0, the reference is Infinity ± Infinity");
  }

  @Test
  void theThresholdedTruthOfProbabilities() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(
            () ->
                Conformance.check(
                    new HardTruth() {
                      @Override
                      public MaskView truthView(float[] truth) {
                        return MaskView.ofProbabilities(truth, 0.5);
                      }
                    },
                    PROBABILITIES,
                    new float[] {0.75f, 0, 1, 1, 0}))
        .withMessageMatching("softOverlap\\.intersection is 2\\.1.*, the reference is 1\\.9.*");
  }

  @Test
  void theLossOfCountsIsNotOfTheTruthsProbabilities() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(
            () ->
                Conformance.check(
                    new SoftTruth() {
                      @Override
                      public double diceLoss(
                          boolean[] prediction, boolean[] truth, OverlapLoss loss) {
                        double both = 0;
                        double predicted = 0;
                        double actual = 0;
                        for (int i = 0; i < truth.length; i++) {
                          float value = probabilities(truth)[i];
                          both += prediction[i] ? value : 0;
                          predicted += prediction[i] ? 1 : 0;
                          actual += value;
                        }
                        return loss.value(new SoftOverlap(both, predicted, actual, truth.length));
                      }
                    },
                    P,
                    T))
        .withMessageMatching("diceLoss is 0\\.3.*, the reference is 0\\.19.* ± 4.0E-6");
  }
}
