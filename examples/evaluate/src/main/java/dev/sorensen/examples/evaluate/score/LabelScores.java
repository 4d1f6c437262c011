package dev.sorensen.examples.evaluate.score;

import dev.sorensen.ClassOverlaps;
import dev.sorensen.Overlap;
import dev.sorensen.examples.evaluate.input.Segmentation;
import dev.sorensen.examples.evaluate.input.Volume;
import dev.sorensen.examples.evaluate.mask.ByteLabels;
import dev.sorensen.examples.evaluate.mask.ByteLabelsDice;
import dev.sorensen.examples.evaluate.mask.ShortLabels;
import dev.sorensen.examples.evaluate.mask.ShortLabelsDice;
import dev.sorensen.examples.evaluate.mask.SmallShortLabels;
import dev.sorensen.examples.evaluate.mask.SmallShortLabelsDice;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Scores each label: where the files have them if both have small ones, or else by numbers. */
final class LabelScores {

  private LabelScores() {}

  /**
   * Returns the overlap of each label that occurs in either, in ascending order.
   *
   * @throws NoLabelsException if one of them has no labels
   */
  static SortedMap<BigInteger, Overlap> of(Segmentation prediction, Segmentation truth)
      throws NoLabelsException {
    requireLabels("prediction", prediction);
    requireLabels("truth", truth);
    return prediction instanceof Volume predicted && truth instanceof Volume actual
        ? ofVolumes(predicted, actual)
        : byMask(LabelMasks.of("prediction", prediction), LabelMasks.of("truth", truth));
  }

  private static void requireLabels(String role, Segmentation segmentation)
      throws NoLabelsException {
    if (segmentation instanceof Volume volume && volume.isProbabilities()) {
      throw new NoLabelsException("the voxels of the " + role + " are probabilities");
    }
  }

  private static SortedMap<BigInteger, Overlap> byMask(LabelMasks prediction, LabelMasks truth) {
    Set<BigInteger> labels = new HashSet<>(prediction.labels());
    labels.addAll(truth.labels());
    SortedMap<BigInteger, Overlap> overlaps = new TreeMap<>();
    for (BigInteger label : labels) {
      Overlap overlap = prediction.mask(label).overlap(truth.mask(label));
      if (occurs(overlap)) {
        overlaps.put(label, overlap);
      }
    }
    return overlaps;
  }

  private static SortedMap<BigInteger, Overlap> ofVolumes(Volume predicted, Volume actual)
      throws NoLabelsException {
    if (predicted.hasSmallLabels() && actual.hasSmallLabels()) {
      boolean isSameType = predicted.voxelType() == actual.voxelType();
      // A negative label has the bits of another one in another type.
      if (isSameType || (!hasNegatives(predicted) && !hasNegatives(actual))) {
        Optional<ClassOverlaps> overlaps = inPlace(predicted, actual);
        if (overlaps.isPresent()) {
          // Of different types, none has a negative label, so that a class is its label.
          return occurring(
              overlaps.get(),
              c -> BigInteger.valueOf(isSameType ? predicted.voxelType().label(c) : c));
        }
      }
    }
    return byNumber(predicted, actual);
  }

  private static boolean hasNegatives(Volume volume) {
    return volume.voxelType().label(volume.largestBits()) < 0;
  }

  /** Counts labels where they are; empty if they are too large for that. */
  private static Optional<ClassOverlaps> inPlace(Volume prediction, Volume truth) {
    boolean isInBytes = prediction.voxelType().bytes() == 1;
    boolean isTruthInBytes = truth.voxelType().bytes() == 1;
    if (isInBytes && isTruthInBytes) {
      return Optional.of(
          ByteLabelsDice.overlaps(
              new ByteLabels(prediction.bytes()), new ByteLabels(truth.bytes())));
    }
    if (!isInBytes && !isTruthInBytes) {
      return Optional.of(
          ShortLabelsDice.overlaps(
              new ShortLabels(prediction.segment()), new ShortLabels(truth.segment())));
    }
    if (Math.max(prediction.largestBits(), truth.largestBits()) > 255) {
      return Optional.empty();
    }
    return Optional.of(
        isInBytes
            ? ByteLabelsDice.overlaps(
                new ByteLabels(prediction.bytes()), new SmallShortLabels(truth.segment()))
            : SmallShortLabelsDice.overlaps(
                new SmallShortLabels(prediction.segment()), new ByteLabels(truth.bytes())));
  }

  private static SortedMap<BigInteger, Overlap> byNumber(Volume prediction, Volume truth)
      throws NoLabelsException {
    LabelNumbers numbers = new LabelNumbers();
    ShortLabels numbered = numbers.of("prediction", prediction);
    return occurring(
        ShortLabelsDice.overlaps(numbered, numbers.of("truth", truth)), numbers::label);
  }

  /** The overlaps of the classes but 0 that occur in either volume, by their labels. */
  private static SortedMap<BigInteger, Overlap> occurring(
      ClassOverlaps overlaps, IntFunction<BigInteger> label) {
    SortedMap<BigInteger, Overlap> occurring = new TreeMap<>();
    for (int c = 1; c < overlaps.size(); c++) {
      Overlap overlap = overlaps.get(c);
      if (occurs(overlap)) {
        occurring.put(label.apply(c), overlap);
      }
    }
    return occurring;
  }

  /** A file may have a segment without a voxel. */
  static boolean occurs(Overlap overlap) {
    return overlap.prediction() != 0 || overlap.truth() != 0;
  }
}
