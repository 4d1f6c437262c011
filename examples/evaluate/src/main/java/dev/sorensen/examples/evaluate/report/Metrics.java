package dev.sorensen.examples.evaluate.report;

import dev.sorensen.Overlap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What files with scores have of each label, under the names that the field has for it. */
final class Metrics {

  private Metrics() {}

  /** Returns them in order: ratios, of which one may be NaN, and counts of voxels. */
  static Map<String, Number> of(Overlap overlap) {
    Map<String, Number> metrics = new LinkedHashMap<>();
    metrics.put("dice", overlap.dice());
    metrics.put("jaccard", overlap.jaccard());
    metrics.put("precision", overlap.precision());
    metrics.put("recall", overlap.recall());
    metrics.put("specificity", overlap.specificity());
    metrics.put("volumetric_similarity", overlap.volumetricSimilarity());
    metrics.put("true_positives", overlap.intersection());
    metrics.put("false_positives", overlap.falsePositives());
    metrics.put("false_negatives", overlap.falseNegatives());
    metrics.put("true_negatives", overlap.trueNegatives());
    return metrics;
  }
}
