package dev.sorensen.examples.evaluate.score;

import dev.sorensen.Overlap;
import dev.sorensen.examples.evaluate.input.Segmentation;
import dev.sorensen.reference.MaskView;
import dev.sorensen.reference.Reference;
import java.math.BigInteger;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Counts a pair again by the reference, which shares no code with the evaluators. */
final class Verification {

  private Verification() {}

  /** Returns how scores differ from those of the reference; empty if they do not. */
  static Optional<String> problem(Segmentation prediction, Segmentation truth, Scores scores) {
    Overlap foreground =
        Reference.overlap(VoxelViews.foreground(prediction), VoxelViews.foreground(truth));
    if (!foreground.equals(scores.foreground())) {
      return Optional.of(
          different("the foreground", Optional.of(scores.foreground()), Optional.of(foreground)));
    }
    return scores.withoutLabels().isPresent()
        ? Optional.empty()
        : problem(labels(prediction, truth), scores.labels());
  }

  private static Optional<String> problem(
      SortedMap<BigInteger, Overlap> expected, SortedMap<BigInteger, Overlap> found) {
    TreeSet<BigInteger> labels = new TreeSet<>(expected.keySet());
    labels.addAll(found.keySet());
    for (BigInteger label : labels) {
      Optional<Overlap> byReference = Optional.ofNullable(expected.get(label));
      Optional<Overlap> counted = Optional.ofNullable(found.get(label));
      if (!byReference.equals(counted)) {
        return Optional.of(different("label " + label, counted, byReference));
      }
    }
    return Optional.empty();
  }

  private static SortedMap<BigInteger, Overlap> labels(
      Segmentation prediction, Segmentation truth) {
    SortedMap<BigInteger, Supplier<MaskView>> predicted = VoxelViews.labels(prediction);
    SortedMap<BigInteger, Supplier<MaskView>> actual = VoxelViews.labels(truth);
    Supplier<MaskView> none = () -> VoxelViews.none(truth.shape().voxels());
    TreeSet<BigInteger> labels = new TreeSet<>(predicted.keySet());
    labels.addAll(actual.keySet());
    SortedMap<BigInteger, Overlap> overlaps = new TreeMap<>();
    for (BigInteger label : labels) {
      Overlap overlap =
          Reference.overlap(
              predicted.getOrDefault(label, none).get(), actual.getOrDefault(label, none).get());
      if (LabelScores.occurs(overlap)) {
        overlaps.put(label, overlap);
      }
    }
    return overlaps;
  }

  private static String different(
      String what, Optional<Overlap> counted, Optional<Overlap> byReference) {
    return "the reference counts %s as %s, the evaluator as %s: a defect of Sorensen, please report it"
        .formatted(what, text(byReference), text(counted));
  }

  private static String text(Optional<Overlap> overlap) {
    return overlap.map(Overlap::toString).orElse("not there");
  }
}
