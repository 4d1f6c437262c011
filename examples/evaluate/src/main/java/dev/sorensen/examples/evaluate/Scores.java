package dev.sorensen.examples.evaluate;

import dev.sorensen.ClassOverlaps;
import dev.sorensen.Overlap;
import java.math.BigInteger;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * How a predicted volume overlaps with the true one.
 *
 * @param foreground the overlap of all voxels that are neither 0 nor NaN
 * @param labels the overlap of each label that occurs in either volume, in ascending order
 * @param withoutLabels why labels were not scored; empty if they were
 */
record Scores(
    Overlap foreground, SortedMap<BigInteger, Overlap> labels, Optional<String> withoutLabels) {

  /** Scores volumes of the same shape. */
  static Scores of(Volume prediction, Volume truth) {
    Overlap foreground = foreground(prediction, truth);
    try {
      return new Scores(foreground, labels(prediction, truth), Optional.empty());
    } catch (VolumeException e) {
      return new Scores(foreground, new TreeMap<>(), Optional.of(e.getMessage()));
    }
  }

  private static Overlap foreground(Volume prediction, Volume truth) {
    Optional<byte[]> predicted = prediction.asBytes();
    Optional<byte[]> expected = truth.asBytes();
    if (predicted.isPresent() && expected.isPresent()) {
      return ForegroundBytesDice.overlap(
          new ForegroundBytes(predicted.get()), new ForegroundBytes(expected.get()));
    }
    return ForegroundBitsDice.overlap(ForegroundBits.of(prediction), ForegroundBits.of(truth));
  }

  private static SortedMap<BigInteger, Overlap> labels(Volume prediction, Volume truth)
      throws VolumeException {
    Optional<byte[]> predicted = prediction.asBytes();
    Optional<byte[]> expected = truth.asBytes();
    if (predicted.isPresent() && expected.isPresent() && prediction.type() == truth.type()) {
      ClassOverlaps overlaps =
          ByteLabelsDice.overlaps(new ByteLabels(predicted.get()), new ByteLabels(expected.get()));
      boolean signed = truth.type() == VoxelType.INT8;
      return occurring(overlaps, c -> BigInteger.valueOf(signed ? (byte) c : c));
    }
    LabelNumbers numbers = new LabelNumbers();
    NumberedLabels numbered = numbers.of("prediction", prediction);
    return occurring(
        NumberedLabelsDice.overlaps(numbered, numbers.of("truth", truth)), numbers::label);
  }

  /** The overlaps of the classes but 0 that occur in either volume, by their labels. */
  private static SortedMap<BigInteger, Overlap> occurring(
      ClassOverlaps overlaps, IntFunction<BigInteger> label) {
    SortedMap<BigInteger, Overlap> occurring = new TreeMap<>();
    for (int c = 1; c < overlaps.size(); c++) {
      Overlap overlap = overlaps.get(c);
      if (overlap.prediction() != 0 || overlap.truth() != 0) {
        occurring.put(label.apply(c), overlap);
      }
    }
    return occurring;
  }

  /**
   * Returns the arithmetic mean of the labels' Dice coefficients, added up in ascending order of
   * the labels; empty if there are none.
   */
  Optional<Double> meanLabelDice() {
    return labels.isEmpty()
        ? Optional.empty()
        : Optional.of(ClassOverlaps.of(labels.values().toArray(Overlap[]::new)).meanDice());
  }
}
