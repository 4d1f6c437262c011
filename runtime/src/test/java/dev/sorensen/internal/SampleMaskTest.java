package dev.sorensen.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sorensen.Activation;
import dev.sorensen.ClassOverlaps;
import dev.sorensen.EmptyMasks;
import dev.sorensen.Overlap;
import dev.sorensen.RunEncoding;
import dev.sorensen.SegmentationMask;
import dev.sorensen.reference.MaskView;
import dev.sorensen.reference.Reference;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleMaskTest {

  private static final int NONE = SegmentationMask.NO_LABEL;
  private static final int ANY = SegmentationMask.ANY_NON_ZERO;

  @ParameterizedTest
  @CsvSource({"1, 5000", "2, 64", "2, 65", "3, 16", "3, 33", "4, 8"})
  void allLayoutsHoldTheSamePixels(int dimensions, int edge) {
    SampleMask sample = SampleMask.truth(dimensions, edge, 1);
    byte[] labels = sample.bytes(0, 1, NONE);
    int pixels = labels.length;
    assertThat(pixels).isEqualTo((int) Math.pow(edge, dimensions));
    assertThat(sample.numbers()).isEqualTo(pixels);
    MaskView expected = MaskView.ofLabels(labels, 1, NONE);

    List<MaskView> others = new ArrayList<>();
    others.add(MaskView.ofBits(sample.bits(), pixels));
    others.add(MaskView.ofLabels(sample.shorts(7, 40_000, NONE), 40_000, NONE));
    others.add(MaskView.ofLabels(sample.bytes(0, 255, NONE), ANY, NONE));
    for (RunEncoding encoding : RunEncoding.values()) {
      others.add(MaskView.ofRuns(sample.runs(encoding), encoding, pixels));
    }
    for (double threshold : new double[] {0.001, 0.3, 0.5, 0.999}) {
      others.add(MaskView.ofProbabilities(sample.floats(threshold, Activation.NONE), threshold));
      others.add(
          MaskView.ofProbabilities(
              sample.doubles(threshold, Activation.SIGMOID), threshold, Activation.SIGMOID));
    }
    for (MaskView other : others) {
      Overlap overlap = Reference.overlap(expected, other);
      assertThat(overlap.falsePositives() + overlap.falseNegatives()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 262144, 1",
    "2, 64, 1",
    "2, 512, 1",
    "3, 64, 1",
    "4, 16, 1",
    "2, 128, 6",
    "3, 64, 118"
  })
  void aPredictionOverlapsTheTruthInPart(int dimensions, int edge, int classes) {
    MaskView prediction = bits(SampleMask.prediction(dimensions, edge, classes), classes);
    MaskView truth = bits(SampleMask.truth(dimensions, edge, classes), classes);
    ClassOverlaps overlaps = Reference.overlaps(prediction, truth);
    double dice =
        classes == 1
            ? overlaps.get(0).dice(EmptyMasks.NAN)
            : overlaps.withoutBackground().meanDice(EmptyMasks.NAN);
    assertThat(dice).isBetween(0.5, 0.99);
    long background =
        classes == 1 ? overlaps.get(0).pixels() - overlaps.get(0).truth() : overlaps.get(0).truth();
    assertThat(background / (double) overlaps.get(0).pixels()).isBetween(0.5, 0.95);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void noiseFillsTheSecondHalf(int classes) {
    byte[] smooth = labels(SampleMask.truth(2, 64, classes), classes);
    byte[] noisy = labels(SampleMask.truth(2, 64, classes).withNoise(), classes);
    int half = smooth.length / 2;
    assertThat(Arrays.copyOf(noisy, half)).isEqualTo(Arrays.copyOf(smooth, half));
    assertThat(changes(smooth, half)).isLessThan(half / 10);
    assertThat(changes(noisy, half)).isGreaterThan(half / 3);
  }

  private static byte[] labels(SampleMask sample, int classes) {
    return classes == 1 ? sample.bytes(0, 1, NONE) : sample.classBytes(NONE);
  }

  private static int changes(byte[] labels, int from) {
    int changes = 0;
    for (int i = from + 1; i < labels.length; i++) {
      changes += labels[i] == labels[i - 1] ? 0 : 1;
    }
    return changes;
  }

  private static MaskView bits(SampleMask sample, int classes) {
    int pixels = sample.numbers() / classes;
    return classes == 1
        ? MaskView.ofBits(sample.bits(), pixels)
        : MaskView.ofBitPlanes(sample.bits(), pixels, classes);
  }

  @Test
  void classesAreTheSameInEveryLayout() {
    int classes = 5;
    SampleMask sample = SampleMask.prediction(2, 50, classes);
    assertThat(sample.numbers()).isEqualTo(classes * 50 * 50);
    MaskView expected = MaskView.ofLabelMap(sample.classBytes(NONE), classes, NONE);
    ClassOverlaps self = Reference.overlaps(expected, expected);
    assertThat(self.stream()).allMatch(overlap -> overlap.truth() > 0);
    assertThat(self.micro().truth()).as("no other label").isEqualTo(50 * 50);
    for (MaskView other :
        List.of(
            bits(sample, classes),
            MaskView.ofLabelMap(sample.classShorts(NONE), classes, NONE),
            MaskView.ofProbabilityPlanes(
                sample.floats(0.5, Activation.NONE), classes, 0.5, Activation.NONE),
            MaskView.ofProbabilityPlanes(
                sample.doubles(0.2, Activation.SOFTMAX), classes, 0.2, Activation.SOFTMAX))) {
      // Beside a label map, the class of the largest number.
      assertThat(Reference.overlaps(other, expected)).isEqualTo(self);
    }
  }

  @Test
  void labelsOverAByteAreUnsigned() {
    short[] labels = SampleMask.truth(1, 1 << 14, 60_000).classShorts(NONE);
    int largest = 0;
    for (short label : labels) {
      largest = Math.max(largest, Short.toUnsignedInt(label));
    }
    assertThat(largest).isBetween(50_000, 59_999);
  }

  @Test
  void onePixelIn64IsIgnored() {
    MaskView view = MaskView.ofLabels(SampleMask.truth(2, 64, 1).bytes(0, 1, 255), ANY, 255);
    assertThat(Reference.overlap(view, view).pixels()).isEqualTo(64 * 63);
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void aThresholdThatIsNoProbabilityIsTakenToBeAHalf(Activation activation) {
    SampleMask sample = SampleMask.truth(2, 64, 1);
    for (double threshold : new double[] {0, 1, -7, Double.POSITIVE_INFINITY}) {
      assertThat(sample.floats(threshold, activation)).isEqualTo(sample.floats(0.5, activation));
    }
  }

  @Test
  void eachCallMakesTheSame() {
    assertThat(SampleMask.prediction(2, 64, 1).floats(0.5, Activation.SIGMOID))
        .isEqualTo(SampleMask.prediction(2, 64, 1).floats(0.5, Activation.SIGMOID));
    assertThat(SampleMask.prediction(2, 64, 1).floats(0.5, Activation.SIGMOID))
        .isNotEqualTo(SampleMask.truth(2, 64, 1).floats(0.5, Activation.SIGMOID));
  }

  @Test
  void offTheHeapIsTheSameData() {
    long[] bits = SampleMask.truth(2, 64, 1).bits();
    MemorySegment heap = MemorySegment.ofArray(bits);
    MemorySegment copy = SampleMask.offHeap(heap);
    assertThat(copy.isNative()).isTrue();
    assertThat(copy.mismatch(heap)).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource({"2, 65536, 1", "2, 0, 1", "2, 40000, 2", "0, 5, 1"})
  void whatNoArrayCanHoldIsRefused(int dimensions, int edge, int classes) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleMask.truth(dimensions, edge, classes))
        .withMessage(
            "no array holds a sample with %d dimensions of %d pixels and %d classes",
            dimensions, edge, classes);
  }
}
