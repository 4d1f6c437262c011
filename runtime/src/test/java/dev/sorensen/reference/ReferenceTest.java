package dev.sorensen.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.sorensen.Activation;
import dev.sorensen.ClassOverlaps;
import dev.sorensen.EmptyMasks;
import dev.sorensen.Overlap;
import dev.sorensen.Reduction;
import dev.sorensen.SegmentationMask;
import dev.sorensen.SoftOverlap;
import dev.sorensen.StandardLoss;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReferenceTest {

  private static final MaskView P = MaskView.ofBits(new long[] {0b0111_0001}, 8);
  private static final MaskView T = MaskView.ofBits(new long[] {0b1101_0011}, 8);
  private static final MaskView NOTHING = MaskView.ofBits(new long[] {0}, 8);

  @Test
  void countsByHand() {
    assertThat(Reference.overlap(P, T)).isEqualTo(new Overlap(3, 4, 5, 8));
    assertThat(Reference.overlap(NOTHING, T)).isEqualTo(new Overlap(0, 0, 5, 8));
    MaskView noPixels = MaskView.ofBits(new long[0], 0);
    assertThat(Reference.overlap(noPixels, noPixels)).isEqualTo(Overlap.NONE);
  }

  @Test
  void ignoredPixelsCountNowhereWhereTheTruthIgnoresThem() {
    MaskView prediction = MaskView.ofLabels(new byte[] {1, 1, 0, 9, 9, 1}, -1, 9);
    MaskView truth = MaskView.ofLabels(new byte[] {1, 9, 9, 9, 1, 0}, -1, 9);
    // Left are the first pixel, the fifth, whose prediction is background, and the last.
    assertThat(Reference.overlap(prediction, truth)).isEqualTo(new Overlap(1, 2, 2, 3));
    assertThat(Reference.softOverlap(prediction, truth)).isEqualTo(new SoftOverlap(1, 2, 2, 3));
  }

  @Test
  void diceByHand() {
    assertThat(Reference.dice(P, T, EmptyMasks.ONE)).isEqualTo(6.0 / 9);
    assertThat(Reference.dice(NOTHING, T, EmptyMasks.NAN)).isEqualTo(0);
    assertThat(Reference.dice(NOTHING, NOTHING, EmptyMasks.ONE)).isEqualTo(1);
    assertThat(Reference.dice(NOTHING, NOTHING, EmptyMasks.ZERO)).isEqualTo(0);
    assertThat(Reference.dice(NOTHING, NOTHING, EmptyMasks.NAN)).isNaN();
  }

  @Test
  void softSumsByHand() {
    MaskView prediction = MaskView.ofProbabilities(new float[] {0.5f, 0.25f, 1, -0.5f}, 0.5);
    MaskView truth = MaskView.ofProbabilities(new float[] {1, 0.5f, 0, 2}, 0.5);
    assertThat(Reference.softOverlap(prediction, truth))
        .isEqualTo(new SoftOverlap(0.5 + 0.125 - 1, 1.25, 3.5, 4));
  }

  @Test
  void softSumsLoseNothingToRounding() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    float[] values = new float[1000];
    BigDecimal exact = BigDecimal.ZERO;
    for (int i = 0; i < values.length; i++) {
      values[i] = (random.nextFloat() - 0.5f) * (float) Math.pow(10, random.nextInt(16));
      exact = exact.add(new BigDecimal(values[i]));
    }
    MaskView view = MaskView.ofProbabilities(values, 0.5);
    assertThat(Reference.softOverlap(view, view).prediction())
        .as("seed %d", seed)
        .isCloseTo(exact.doubleValue(), within(Math.ulp(exact.doubleValue())));
  }

  @Test
  void smallNumbersSurviveLargeOnesThatCancel() {
    MaskView view = MaskView.ofProbabilities(new float[] {1, 1e30f, 1, -1e30f}, 0.5);
    assertThat(Reference.softOverlap(view, view).prediction()).isEqualTo(2);
  }

  @Test
  void sumsThatAreNoNumbersAreKept() {
    MaskView ones = MaskView.ofProbabilities(new float[] {1, 1, 1}, 0.5);
    MaskView infinite = MaskView.ofProbabilities(new float[] {1, Float.POSITIVE_INFINITY, 1}, 0.5);
    assertThat(Reference.softOverlap(infinite, ones).prediction())
        .isEqualTo(Double.POSITIVE_INFINITY);
    MaskView nan = MaskView.ofProbabilities(new float[] {1, Float.NaN, 1}, 0.5);
    assertThat(Reference.softOverlap(nan, ones).prediction()).isNaN();
    assertThat(Reference.softOverlap(nan, ones).intersection()).isNaN();
    assertThat(Reference.softOverlap(nan, ones).truth()).isEqualTo(3);
    assertThat(Reference.overlap(nan, ones)).isEqualTo(new Overlap(2, 2, 3, 3));
  }

  @Test
  void lossByHand() {
    SoftOverlap sums = new SoftOverlap(3, 4, 5, 10);
    assertThat(Reference.loss(sums, StandardLoss.dice()))
        .isCloseTo(1 - 6.00001 / 9.00001, within(1e-15));
    assertThat(Reference.loss(sums, StandardLoss.dice().withSmoothing(1, 3)))
        .isCloseTo(1 - 7.0 / 12, within(1e-15));
    // Of one sample with one class, neither setting changes anything.
    StandardLoss summed = StandardLoss.dice().withBatch(true).withReduction(Reduction.SUM);
    assertThat(Reference.loss(sums, summed)).isEqualTo(Reference.loss(sums, StandardLoss.dice()));
  }

  @Test
  void aHardTruthTakesOnlyItsForegroundOfThePrediction() {
    float nan = Float.NaN;
    float infinity = Float.POSITIVE_INFINITY;
    MaskView prediction = MaskView.ofProbabilities(new float[] {0.5f, infinity, 0.25f, nan}, 0.5);
    MaskView truth = MaskView.ofBits(new long[] {0b0101}, 4);
    SoftOverlap sums = Reference.softOverlap(prediction, truth);
    assertThat(sums.intersection()).isEqualTo(0.75);
    assertThat(sums.prediction()).isNaN();
    assertThat(sums.truth()).isEqualTo(2);
    // A truth of numbers multiplies, 0 · infinity and all.
    MaskView softTruth = MaskView.ofProbabilities(new float[] {1, 0, 1, 0}, 0.5);
    assertThat(Reference.softOverlap(prediction, softTruth).intersection()).isNaN();
    // On the foreground nothing is hidden.
    assertThat(Reference.softOverlap(prediction, MaskView.ofBits(new long[] {2}, 4)).intersection())
        .isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Reference.softOverlap(prediction, MaskView.ofBits(new long[] {8}, 4)).intersection())
        .isNaN();
  }

  @Test
  void aHardPredictionMeetsASoftTruth() {
    MaskView prediction = MaskView.ofBits(new long[] {0b011}, 3);
    MaskView truth = MaskView.ofProbabilities(new float[] {0.75f, 0.25f, 1}, 0.5);
    assertThat(Reference.overlap(prediction, truth)).isEqualTo(new Overlap(1, 2, 2, 3));
    assertThat(Reference.softOverlap(prediction, truth)).isEqualTo(new SoftOverlap(1, 2, 2, 3));
  }

  private static final MaskView LABELS = MaskView.ofLabelMap(new byte[] {0, 1, 2, 2, 9, 1}, 3, 9);

  @Test
  void countsOfLabelMapsByHand() {
    // The ignored label of the prediction, where the truth is counted, is in no class.
    MaskView prediction = MaskView.ofLabelMap(new byte[] {0, 1, 1, 2, 0, 9}, 3, 9);
    assertThat(Reference.overlaps(prediction, LABELS))
        .isEqualTo(
            ClassOverlaps.of(
                new Overlap(1, 1, 1, 5), new Overlap(1, 2, 2, 5), new Overlap(1, 1, 2, 5)));
  }

  @Test
  void anIgnoredLabelIsOfTheMaskThatHoldsIt() {
    MaskView prediction = MaskView.ofLabelMap(new byte[] {1, 0, 1}, 2, 1);
    MaskView truth = MaskView.ofLabelMap(new byte[] {1, 1, 0}, 2, 0);
    assertThat(Reference.overlaps(prediction, truth))
        .isEqualTo(ClassOverlaps.of(new Overlap(0, 1, 0, 2), new Overlap(0, 0, 2, 2)));
  }

  @Test
  void labelsPastTheLastClassAreInNone() {
    MaskView prediction = MaskView.ofLabelMap(new byte[] {0, 7}, 2, SegmentationMask.NO_LABEL);
    assertThat(Reference.overlaps(prediction, prediction))
        .isEqualTo(ClassOverlaps.of(new Overlap(1, 1, 1, 2), new Overlap(0, 0, 0, 2)));
  }

  @Test
  void planesOfBitsMayShareAPixel() {
    MaskView prediction = MaskView.ofBitPlanes(new long[] {0b11, 0b01, 0}, 6, 3);
    assertThat(Reference.overlaps(prediction, LABELS))
        .isEqualTo(
            ClassOverlaps.of(
                new Overlap(1, 2, 1, 5), new Overlap(0, 1, 2, 5), new Overlap(0, 0, 2, 5)));
  }

  /** Returns the class that a pixel with some values is predicted to be, beside a label map. */
  private static int predictedClass(Activation activation, double... values) {
    MaskView prediction = MaskView.ofProbabilityPlanes(values, values.length, 0.5, activation);
    MaskView truth = MaskView.ofLabelMap(new byte[] {0}, values.length, SegmentationMask.NO_LABEL);
    ClassOverlaps overlaps = Reference.overlaps(prediction, truth);
    int found = -1;
    for (int c = 0; c < values.length; c++) {
      if (overlaps.get(c).prediction() == 1) {
        assertThat(found).isEqualTo(-1);
        found = c;
      }
    }
    return found;
  }

  @Test
  void besideALabelMapTheLargestValueWins() {
    double nan = Double.NaN;
    double infinity = Double.POSITIVE_INFINITY;
    for (Activation activation : Activation.values()) {
      assertThat(predictedClass(activation, 0.1, 0.3, 0.2)).isEqualTo(1);
      assertThat(predictedClass(activation, -5, -9, -4)).isEqualTo(2);
      assertThat(predictedClass(activation, 0.1, 0.4, 0.4)).isEqualTo(1);
      assertThat(predictedClass(activation, -0.0, 0.0, -1)).isEqualTo(0);
      assertThat(predictedClass(activation, nan, -1, nan)).isEqualTo(1);
      // Not even minus infinity wins.
      assertThat(predictedClass(activation, nan, -infinity, nan)).isEqualTo(0);
      assertThat(predictedClass(activation, 1, nan, 2)).isEqualTo(2);
      assertThat(predictedClass(activation, 1, nan, 0)).isEqualTo(0);
      assertThat(predictedClass(activation, nan, nan, nan)).isEqualTo(0);
      assertThat(predictedClass(activation, -infinity, -infinity, -infinity)).isEqualTo(0);
      assertThat(predictedClass(activation, 0, infinity, infinity)).isEqualTo(1);
      // Both have the sigmoid 1.
      assertThat(predictedClass(activation, 50, 60, 0)).isEqualTo(1);
    }
  }

  @Test
  void besidePlanesEachClassHasTheThreshold() {
    float[] values = {0.9f, 0.2f, 0.6f, 0.3f};
    MaskView prediction = MaskView.ofProbabilityPlanes(values, 2, 0.5, Activation.NONE);
    MaskView truth = MaskView.ofBitPlanes(new long[] {0b11, 0b10}, 2, 2);
    assertThat(Reference.overlaps(prediction, truth))
        .isEqualTo(ClassOverlaps.of(new Overlap(1, 1, 2, 2), new Overlap(0, 1, 1, 2)));
    assertThat(Reference.overlaps(prediction, prediction))
        .isEqualTo(ClassOverlaps.of(new Overlap(1, 1, 1, 2), new Overlap(1, 1, 1, 2)));
  }

  @Test
  void softSumsOfClassesByHand() {
    double[] values = {0.5, 0.25, 1, 0, 0.5, 0.75, 0, 1};
    MaskView prediction = MaskView.ofProbabilityPlanes(values, 2, 0.5, Activation.NONE);
    MaskView labels = MaskView.ofLabelMap(new byte[] {0, 1, 1, 9}, 2, 9);
    assertThat(Reference.softOverlaps(prediction, labels))
        .containsExactly(new SoftOverlap(0.5, 1.75, 1, 3), new SoftOverlap(0.75, 1.25, 2, 3));
    assertThat(Reference.softOverlaps(prediction, prediction))
        .containsExactly(
            new SoftOverlap(1.3125, 1.75, 1.75, 4), new SoftOverlap(1.8125, 2.25, 2.25, 4));
  }

  @Test
  void softSumsAreOfWhatTheActivationMakes() {
    double[] logits = {0, Math.log(3), 0, 0};
    MaskView labels = MaskView.ofLabelMap(new byte[] {0, 0}, 2, SegmentationMask.NO_LABEL);
    SoftOverlap[] sums =
        Reference.softOverlaps(
            MaskView.ofProbabilityPlanes(logits, 2, 0.5, Activation.SOFTMAX), labels);
    assertThat(sums[0].prediction()).isCloseTo(0.5 + 0.75, within(1e-15));
    assertThat(sums[0].intersection()).isCloseTo(0.5 + 0.75, within(1e-15));
    assertThat(sums[1].prediction()).isCloseTo(0.5 + 0.25, within(1e-15));
    assertThat(sums[1].intersection()).isEqualTo(0);
    // A truth of logits goes through its activation too.
    MaskView sigmoids = MaskView.ofProbabilityPlanes(logits, 2, 0.5, Activation.SIGMOID);
    assertThat(Reference.softOverlaps(sigmoids, sigmoids)[0].intersection())
        .isCloseTo(0.25 + 0.5625, within(1e-15));
  }

  @Test
  void diceOfClassesIsTheMeanOfThoseThatOccur() {
    // Class 0 is 2/3, class 1 is missed, class 2 is invented, class 3 occurs in neither.
    MaskView prediction = MaskView.ofLabelMap(new byte[] {0, 0, 2}, 4, 9);
    MaskView truth = MaskView.ofLabelMap(new byte[] {0, 1, 1}, 4, 9);
    assertThat(Reference.dice(prediction, truth, EmptyMasks.NAN)).isCloseTo(2.0 / 9, within(1e-15));
    MaskView ignored = MaskView.ofLabelMap(new byte[] {9, 9, 9}, 4, 9);
    assertThat(Reference.dice(prediction, ignored, EmptyMasks.ONE)).isEqualTo(1);
    assertThat(Reference.dice(prediction, ignored, EmptyMasks.ZERO)).isEqualTo(0);
    assertThat(Reference.dice(prediction, ignored, EmptyMasks.NAN)).isNaN();
  }

  @Test
  void lossOfClassesByHand() {
    SoftOverlap[] sums = {new SoftOverlap(3, 4, 5, 10), new SoftOverlap(0, 0, 0, 10)};
    StandardLoss loss = StandardLoss.dice().withSmoothing(1, 3);
    assertThat(Reference.loss(sums, loss)).isCloseTo((5.0 / 12 + 2.0 / 3) / 2, within(1e-15));
    assertThat(Reference.loss(sums, loss.withReduction(Reduction.SUM)))
        .isCloseTo(5.0 / 12 + 2.0 / 3, within(1e-15));
  }

  @Test
  void countsAreExactWhereFloatsAreNot() {
    long pixels = (1L << 24) + 3;
    long[] words = new long[(1 << 18) + 1];
    Arrays.fill(words, -1);
    MaskView full = MaskView.ofBits(words, pixels);
    assertThat(Reference.overlap(full, full))
        .isEqualTo(new Overlap(pixels, pixels, pixels, pixels));
    assertThat(Reference.softOverlap(full, full))
        .isEqualTo(new SoftOverlap(pixels, pixels, pixels, pixels));
  }

  @Test
  void masksMustHaveTheSamePixels() {
    MaskView shorter = MaskView.ofBits(new long[] {0}, 7);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reference.overlap(shorter, T))
        .withMessage("a prediction of 7 pixels, a truth of 8");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reference.softOverlap(T, shorter))
        .withMessage("a prediction of 8 pixels, a truth of 7");
  }

  @Test
  void masksMustHaveTheSameClasses() {
    MaskView planes = MaskView.ofBitPlanes(new long[2], 6, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reference.overlaps(planes, LABELS))
        .withMessage("a prediction of 2 classes, a truth of 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reference.softOverlaps(LABELS, planes))
        .withMessage("a prediction of 3 classes, a truth of 2");
  }

  @Test
  void oneOverlapIsOfOneClass() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reference.overlap(LABELS, LABELS))
        .withMessage("masks of 3 classes: use overlaps");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reference.softOverlap(LABELS, LABELS))
        .withMessage("masks of 3 classes: use softOverlaps");
  }
}
