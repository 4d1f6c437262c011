package dev.sorensen.examples.evaluate;

import dev.sorensen.ClassOverlaps;
import dev.sorensen.Overlap;
import java.math.BigInteger;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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
      LabelMap predicted = labels("prediction", prediction);
      LabelMap expected = labels("truth", truth);
      return new Scores(foreground, overlaps(predicted, expected, truth.size()), Optional.empty());
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

  private static LabelMap labels(String role, Volume volume) throws VolumeException {
    try {
      return LabelMap.of(volume);
    } catch (VolumeException e) {
      throw new VolumeException("the voxels of the " + role + " " + e.getMessage());
    }
  }

  private static SortedMap<BigInteger, Overlap> overlaps(
      LabelMap prediction, LabelMap truth, int voxels) throws VolumeException {
    TreeMap<BigInteger, LabelRuns> all = new TreeMap<>(prediction.labels());
    all.putAll(truth.labels());
    if (all.size() > LabelMap.MAX_LABELS) {
      throw new VolumeException("the voxels of both " + LabelMap.TOO_MANY);
    }
    LabelRuns nowhere = new LabelRuns.Builder().build(voxels);
    TreeMap<BigInteger, Overlap> overlaps = new TreeMap<>();
    for (BigInteger label : all.keySet()) {
      overlaps.put(
          label,
          LabelRunsDice.overlap(
              prediction.labels().getOrDefault(label, nowhere),
              truth.labels().getOrDefault(label, nowhere)));
    }
    return overlaps;
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
