package dev.sorensen.examples.evaluate.score;

import dev.sorensen.ClassOverlaps;
import dev.sorensen.Overlap;
import dev.sorensen.examples.evaluate.input.Segmentation;
import dev.sorensen.examples.evaluate.input.Segments;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a prediction overlaps with the truth.
 *
 * @param foreground the overlap of all voxels that are foreground
 * @param labels the overlap of each label that occurs in either, in ascending order
 * @param names what the files call labels, those of the truth before those of the prediction
 * @param withoutLabels why labels were not scored; empty if they were
 */
public record Scores(
    Overlap foreground,
    SortedMap<BigInteger, Overlap> labels,
    Map<BigInteger, String> names,
    Optional<String> withoutLabels) {

  /** Scores segmentations of the same shape. */
  public static Scores of(Segmentation prediction, Segmentation truth) {
    if (prediction instanceof Segments predicted && truth instanceof Segments actual) {
      Optional<Segments> columns = predicted.byColumns();
      Optional<Segments> trueColumns = actual.byColumns();
      if (columns.isPresent() && trueColumns.isPresent()) {
        return inOneOrder(columns.get(), trueColumns.get());
      }
    }
    return inOneOrder(prediction, truth);
  }

  private static Scores inOneOrder(Segmentation prediction, Segmentation truth) {
    Overlap foreground = prediction.foreground().overlap(truth.foreground());
    Map<BigInteger, String> names = new HashMap<>();
    prediction.labelNames().forEach((label, name) -> names.put(BigInteger.valueOf(label), name));
    truth.labelNames().forEach((label, name) -> names.put(BigInteger.valueOf(label), name));
    try {
      return new Scores(foreground, LabelScores.of(prediction, truth), names, Optional.empty());
    } catch (NoLabelsException e) {
      return new Scores(foreground, new TreeMap<>(), names, Optional.of(e.getMessage()));
    }
  }

  /**
   * Returns the arithmetic mean of the labels' Dice coefficients, added up in ascending order of
   * the labels; empty if there are none.
   */
  public Optional<Double> meanLabelDice() {
    return labels.isEmpty()
        ? Optional.empty()
        : Optional.of(ClassOverlaps.of(labels.values().toArray(Overlap[]::new)).meanDice());
  }
}
