package dev.sorensen.processor.widths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sorensen.IllegalMaskException;
import java.lang.foreign.MemorySegment;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One label out of range, anywhere, is found and named, whatever counts the pixels. */
@Tag("widths")
final class LabelRangeTest {

  private static final int PIXELS = 20_011;

  /** At the edges of words, vectors and blocks. */
  static IntStream places() {
    return IntStream.of(0, 1, 63, 64, 127, 1_000, 8_191, 8_192, 16_384, 19_999, PIXELS - 1);
  }

  private static byte[] labels(int at, int label) {
    byte[] labels = new byte[PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      labels[i] = (byte) (i / 300 % 6);
    }
    labels[at] = (byte) label;
    return labels;
  }

  private static short[] shorts(int at, int label) {
    short[] labels = new short[PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      labels[i] = (short) (i / 300 % 6);
    }
    labels[at] = (short) label;
    return labels;
  }

  private static ClassMasks.Bytes6 bytes6(byte[] labels) {
    return new ClassMasks.Bytes6(labels, PIXELS);
  }

  private static ClassMasks.Partial6 partial6(byte[] labels) {
    return new ClassMasks.Partial6(labels, PIXELS);
  }

  private static void refused(String message, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(IllegalMaskException.class).hasMessage(message);
  }

  @ParameterizedTest
  @MethodSource("places")
  void labelsAgainstLabels(int at) {
    byte[] good = labels(0, 0);
    byte[] bad = labels(at, 6);
    String prefix = "ClassMasks_Bytes6Dice: ";
    String wrong = ".labels[" + at + "] is the label 6, expected 0 to 5";
    refused(
        prefix + "prediction" + wrong,
        () -> ClassMasks_Bytes6Dice.overlaps(bytes6(bad), bytes6(good)));
    refused(prefix + "truth" + wrong, () -> ClassMasks_Bytes6Dice.dice(bytes6(good), bytes6(bad)));
    refused(
        prefix + "truth" + wrong + ", or 255 to ignore",
        () -> ClassMasks_Bytes6Dice.diceLoss(bytes6(good), partial6(bad)));
    refused(
        prefix + "prediction" + wrong,
        () -> ClassMasks_Bytes6Dice.overlaps(bytes6(bad), partial6(good)));
    refused(
        prefix + "truth.labels[" + at + "] is the label 65535, expected 0 to 5",
        () ->
            ClassMasks_Bytes6Dice.overlaps(
                bytes6(good), new ClassMasks.Shorts6(shorts(at, 65_535))));
    refused(
        "ClassMasks_Bytes40Dice: truth.labels["
            + at
            + "] is the label 40, expected 0 to 39, or 50000 to ignore",
        () ->
            ClassMasks_Bytes40Dice.overlaps(
                new ClassMasks.Bytes40(good, PIXELS),
                new ClassMasks.Shorts40(shorts(at, 40), PIXELS)));
    refused(
        "ClassMasks_OffHeapBytes6Dice: prediction" + wrong + ", or 7 to ignore",
        () ->
            ClassMasks_OffHeapBytes6Dice.overlaps(
                new ClassMasks.OffHeapBytes6(MemorySegment.ofArray(bad), PIXELS), bytes6(good)));
  }

  /** A pixel whose truth is ignored counts nowhere, and its prediction must be a label even so. */
  @ParameterizedTest
  @MethodSource("places")
  void predictionsBesideIgnoredPixels(int at) {
    refused(
        "ClassMasks_Bytes6Dice: prediction.labels[" + at + "] is the label 77, expected 0 to 5",
        () -> ClassMasks_Bytes6Dice.overlaps(bytes6(labels(at, 77)), partial6(labels(at, 255))));
  }

  @ParameterizedTest
  @MethodSource("places")
  void planesAgainstLabels(int at) {
    byte[] bad = labels(at, 200);
    String wrong = "truth.labels[" + at + "] is the label 200, expected 0 to 5";
    ClassMasks.Bits6 bits = new ClassMasks.Bits6(new long[6 * ((PIXELS + 63) / 64)], PIXELS);
    ClassMasks.Floats6 floats = new ClassMasks.Floats6(new float[6 * PIXELS]);
    refused(
        "ClassMasks_Bits6Dice: " + wrong, () -> ClassMasks_Bits6Dice.overlaps(bits, bytes6(bad)));
    refused(
        "ClassMasks_Bits6Dice: " + wrong + ", or 255 to ignore",
        () -> ClassMasks_Bits6Dice.overlaps(bits, partial6(bad)));
    refused(
        "ClassMasks_Floats6Dice: " + wrong,
        () -> ClassMasks_Floats6Dice.overlaps(floats, bytes6(bad)));
    refused(
        "ClassMasks_Floats6Dice: " + wrong,
        () -> ClassMasks_Floats6Dice.softOverlaps(floats, bytes6(bad)));
    refused(
        "ClassMasks_Floats6Dice: " + wrong + ", or 255 to ignore",
        () -> ClassMasks_Floats6Dice.diceLoss(floats, partial6(bad)));
    refused(
        "ClassMasks_Bytes6Dice: prediction.labels[" + at + "] is the label 200, expected 0 to 5",
        () -> ClassMasks_Bytes6Dice.overlaps(bytes6(bad), bits));
  }

  @Test
  void dataThatDoesNotFit() {
    ClassMasks.Bytes6 truth = new ClassMasks.Bytes6(new byte[65], 65);
    refused(
        "ClassMasks_Bits6Dice: prediction.words has length 6, expected 12 for 65 pixels",
        () -> ClassMasks_Bits6Dice.overlaps(new ClassMasks.Bits6(new long[6], 65), truth));
    refused(
        "ClassMasks_Floats6Dice: prediction.values has length 64, expected a multiple of its 6"
            + " classes",
        () -> ClassMasks_Floats6Dice.overlaps(new ClassMasks.Floats6(new float[64]), truth));
    refused(
        "ClassMasks_Floats6Dice: truth has 65 pixels, expected 11 as prediction has",
        () -> ClassMasks_Floats6Dice.overlaps(new ClassMasks.Floats6(new float[66]), truth));
    MemorySegment data = MemorySegment.ofArray(new byte[27]);
    refused(
        "PairMasks_OffHeapFloatsDice: prediction.values has 27 bytes, expected a multiple of 4",
        () ->
            PairMasks_OffHeapFloatsDice.overlap(
                new PairMasks.OffHeapFloats(data), new PairMasks.OffHeapFloats(data)));
    refused(
        "PairMasks_OffHeapBitsDice: prediction.words has 27 bytes, expected a multiple of 8",
        () ->
            PairMasks_OffHeapBitsDice.overlap(
                new PairMasks.OffHeapBits(data, 8, 8), new PairMasks.OffHeapBits(data, 8, 8)));
    refused(
        "PairMasks_OffHeapRunsDice: prediction.runs has 27 bytes, expected a multiple of 4",
        () ->
            PairMasks_OffHeapRunsDice.overlap(
                new PairMasks.OffHeapRuns(data, 8, 8), new PairMasks.OffHeapRuns(data, 8, 8)));
  }

  @Test
  void whatIsForOneClassSaysSo() {
    assertThatThrownBy(() -> ClassMasks_Floats6Dice.evaluator().overlap(null, null))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("ClassMasks_Floats6Dice: overlap is for masks of one class, use overlaps");
    assertThatThrownBy(() -> ClassMasks_Floats6Dice.evaluator().softOverlap(null, null))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage(
            "ClassMasks_Floats6Dice: softOverlap is for masks of one class, use softOverlaps");
    ClassMasks.Floats6 mask = new ClassMasks.Floats6(new float[0]);
    assertThatThrownBy(() -> ClassMasks_Floats6Dice.evaluator().sweep(mask, mask, 0.5f))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("ClassMasks_Floats6Dice: sweep is for masks of one class, use overlaps");
    assertThat(ClassMasks_Floats6Dice.evaluator().loss()).isNotNull();
  }
}
