package dev.sorensen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sorensen.MetricCases.Case;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The metrics of torchmetrics, segmentation_models.pytorch, miseval, Metrics Reloaded, ITK,
 * MorphoLibJ, plastimatch and surface-distance. Where they give 0 / 0 another answer than Sorensen
 * does, the test says which.
 */
class PeerMetricsTest {

  private static final double NO_LABEL = Double.NaN;

  private static ClassOverlaps total(List<ClassOverlaps> samples) {
    return samples.stream().reduce(ClassOverlaps::plus).orElseThrow();
  }

  /** Label maps of torchmetrics, all in one where it aggregates globally. */
  private static List<ClassOverlaps> torchmetrics(Case each, List<ClassOverlaps> samples) {
    List<ClassOverlaps> some =
        each.withBackground()
            ? samples
            : samples.stream().map(ClassOverlaps::withoutBackground).toList();
    return each.option("aggregation_level").asText().equals("global") ? List.of(total(some)) : some;
  }

  private static List<ClassOverlaps> torchmetricsLabels(Case each) {
    return torchmetrics(each, each.labels(each.option("num_classes").asInt(), NO_LABEL));
  }

  /** Its averages are NaN where no class occurs. */
  private static double[] torchmetricsDice(String average, ClassOverlaps overlaps) {
    return switch (average) {
      case "micro" -> new double[] {overlaps.micro().dice(EmptyMasks.NAN)};
      case "macro" -> new double[] {overlaps.meanDice(EmptyMasks.NAN)};
      case "weighted" -> new double[] {overlaps.weightedDice(EmptyMasks.NAN)};
      case "none" -> overlaps.stream().mapToDouble(each -> each.dice(EmptyMasks.NAN)).toArray();
      default -> throw new IllegalArgumentException(average);
    };
  }

  @Test
  void torchmetricsDiceScore() throws IOException {
    for (Case each : MetricCases.ofPeers("tm_dice_score")) {
      String average = each.option("average").asText();
      each.assertExpected(
          torchmetricsLabels(each).stream()
              .map(overlaps -> torchmetricsDice(average, overlaps))
              .flatMapToDouble(Arrays::stream)
              .toArray());
    }
  }

  /** The mean over samples leaves out those that are NaN. */
  @Test
  void torchmetricsDiceScoreOfBatches() throws IOException {
    for (Case each : MetricCases.ofPeers("tm_dice_score_class")) {
      String average = each.option("average").asText();
      List<double[]> scores =
          torchmetrics(each, each.planes()).stream()
              .map(overlaps -> torchmetricsDice(average, overlaps))
              .toList();
      each.assertExpected(
          IntStream.range(0, scores.getFirst().length)
              .mapToDouble(
                  i -> MetricCases.mean(scores.stream().mapToDouble(one -> one[i]).toArray()))
              .toArray());
    }
  }

  @Test
  void torchmetricsGeneralizedDiceScore() throws IOException {
    for (Case each : MetricCases.ofPeers("tm_generalized_dice_score")) {
      ClassWeighting weighting =
          switch (each.option("weight_type").asText()) {
            case "square" -> ClassWeighting.SQUARE;
            case "simple" -> ClassWeighting.SIMPLE;
            case "linear" -> ClassWeighting.UNIFORM;
            default -> throw new IllegalArgumentException(each.id());
          };
      Stream<ClassOverlaps> samples = torchmetricsLabels(each).stream();
      each.assertExpected(
          (each.option("per_class").asBoolean()
                  ? samples.flatMap(ClassOverlaps::stream).map(ClassOverlaps::of)
                  : samples)
              .mapToDouble(overlaps -> overlaps.generalizedDice(weighting))
              .toArray());
    }
  }

  /** A class that does not occur is −1 there, and 1 here; the mean of both leaves it out. */
  @Test
  void torchmetricsMeanIou() throws IOException {
    for (Case each : MetricCases.ofPeers("tm_mean_iou")) {
      each.assertExpected(
          torchmetricsLabels(each).stream()
              .flatMap(ClassOverlaps::stream)
              .mapToDouble(Overlap::jaccard)
              .toArray());
    }
    for (Case each : MetricCases.ofPeers("tm_mean_iou_class")) {
      ClassOverlaps overlaps = total(torchmetricsLabels(each));
      each.assertExpected(
          each.option("per_class").asBoolean()
              ? overlaps.stream().mapToDouble(one -> isEmpty(one) ? -1 : one.jaccard()).toArray()
              : new double[] {overlaps.meanJaccard()});
    }
  }

  private static boolean isEmpty(Overlap overlap) {
    return overlap.prediction() == 0 && overlap.truth() == 0;
  }

  private static final Map<String, ToDoubleFunction<Overlap>> SMP =
      Map.of(
          "iou_score", Overlap::jaccard,
          "f1_score", Overlap::dice,
          "accuracy", Overlap::accuracy,
          "sensitivity", Overlap::recall,
          "specificity", Overlap::specificity,
          "positive_predictive_value", Overlap::precision,
          "false_positive_rate", Overlap::falsePositiveRate,
          "balanced_accuracy", Overlap::balancedAccuracy);

  private static List<ClassOverlaps> smpLabels(Case each) {
    return each.labels(
        each.option("num_classes").asInt(), each.option("ignore_index").asDouble(NO_LABEL));
  }

  /**
   * Rates that are 0 / 0, which are NaN here, are 1 there by default. Its averages with weights of
   * the caller's are left out.
   */
  @Test
  void segmentationModels() throws IOException {
    int compared = 0;
    for (Case each : MetricCases.ofPeers("smp_metric")) {
      String reduction = each.option("reduction").asText();
      if (reduction.startsWith("weighted")) {
        continue;
      }
      ToDoubleFunction<Overlap> measure = SMP.get(each.option("metric").asText());
      double[] values =
          smpOverlaps(reduction, smpLabels(each))
              .mapToDouble(measure)
              .map(value -> Double.isNaN(value) ? 1 : value)
              .toArray();
      each.assertExpected(
          reduction.equals("none") ? values : new double[] {MetricCases.mean(values)});
      compared++;
    }
    assertThat(compared).isEqualTo(80);
  }

  private static Stream<Overlap> smpOverlaps(String reduction, List<ClassOverlaps> samples) {
    return switch (reduction) {
      case "micro" -> Stream.of(total(samples).micro());
      case "macro" -> total(samples).stream();
      case "micro-imagewise" -> samples.stream().map(ClassOverlaps::micro);
      case "macro-imagewise", "none" -> samples.stream().flatMap(ClassOverlaps::stream);
      default -> throw new IllegalArgumentException(reduction);
    };
  }

  @Test
  void segmentationModelsStats() throws IOException {
    for (Case each : MetricCases.ofPeers("smp_get_stats")) {
      Stream<ToDoubleFunction<Overlap>> counts =
          Stream.of(
              Overlap::intersection,
              Overlap::falsePositives,
              Overlap::falseNegatives,
              Overlap::trueNegatives);
      each.assertExpected(
          counts
              .flatMapToDouble(
                  count ->
                      smpLabels(each).stream().flatMap(ClassOverlaps::stream).mapToDouble(count))
              .toArray());
    }
  }

  /** Whatever is 0 / 0 is 0 there, but for DSC and VS: here Jaccard is 1 and all else NaN. */
  private static final Map<String, ToDoubleFunction<Overlap>> MISEVAL =
      Map.of(
          "DSC", Overlap::dice,
          "DSC_Sets", each -> each.dice(EmptyMasks.ZERO),
          "IoU", each -> isEmpty(each) ? 0 : each.jaccard(),
          "SENS", each -> MetricCases.zeroForNaN(each.recall()),
          "SPEC", each -> MetricCases.zeroForNaN(each.specificity()),
          "PREC", each -> MetricCases.zeroForNaN(each.precision()),
          "VS", Overlap::volumetricSimilarity,
          "Kappa", each -> MetricCases.zeroForNaN(each.cohenKappa()),
          "MCC", each -> MetricCases.zeroForNaN(each.matthewsCorrelation()));

  @Test
  void miseval() throws IOException {
    for (Case each : MetricCases.ofPeers("miseval")) {
      ToDoubleFunction<Overlap> measure = MISEVAL.get(each.option("metric").asText());
      JsonNode classes = each.option("c");
      each.assertExpected(
          (classes.isArray() ? classes.valueStream() : Stream.of(classes))
              .mapToInt(JsonNode::asInt)
              .mapToObj(label -> each.where(value -> value == label))
              .mapToDouble(measure)
              .toArray());
    }
  }

  private static final Map<String, ToDoubleFunction<Overlap>> METRICS_RELOADED =
      Map.ofEntries(
          Map.entry("fn", Overlap::falseNegatives),
          Map.entry("fp", Overlap::falsePositives),
          Map.entry("tp", Overlap::intersection),
          Map.entry("tn", Overlap::trueNegatives),
          Map.entry("specificity", Overlap::specificity),
          Map.entry("matthews_correlation_coefficient", Overlap::matthewsCorrelation),
          Map.entry("fbeta", each -> each.fBeta(1)),
          Map.entry("sensitivity", Overlap::recall),
          Map.entry("positive_predictive_value", Overlap::precision),
          Map.entry("dsc", Overlap::dice),
          Map.entry("intersection_over_union", Overlap::jaccard));

  @Test
  void metricsReloaded() throws IOException {
    int compared = 0;
    for (Case each : MetricCases.ofPeers("metrics_reloaded")) {
      ToDoubleFunction<Overlap> measure = METRICS_RELOADED.get(each.option("metric").asText());
      if (measure != null) {
        each.assertExpected(measure.applyAsDouble(each.where(value -> value != 0)));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(27);
  }

  @Test
  void metricsReloadedOfClasses() throws IOException {
    for (Case each : MetricCases.ofPeers("metrics_reloaded_multiclass")) {
      ClassOverlaps overlaps =
          ClassOverlaps.of(
              each.option("list_values")
                  .valueStream()
                  .map(label -> each.where(value -> value == label.asDouble()))
                  .toArray(Overlap[]::new));
      each.assertExpected(overlaps.mean(Overlap::recall));
    }
  }

  private static final Map<String, ToDoubleFunction<Overlap>> METRICS_RELOADED_NAMES =
      Map.ofEntries(
          Map.entry("False Positives", Overlap::falsePositives),
          Map.entry("False Negatives", Overlap::falseNegatives),
          Map.entry("True Positives", Overlap::intersection),
          Map.entry("True Negatives", Overlap::trueNegatives),
          Map.entry("Youden Index", Overlap::informedness),
          Map.entry("Sensitivity", Overlap::recall),
          Map.entry("Specificity", Overlap::specificity),
          Map.entry("Balanced Accuracy", Overlap::balancedAccuracy),
          Map.entry("Accuracy", Overlap::accuracy),
          Map.entry("False Positive Rate", Overlap::falsePositiveRate),
          Map.entry("Matthews Correlation Coefficient", Overlap::matthewsCorrelation),
          Map.entry("Cohens Kappa", Overlap::cohenKappa),
          Map.entry("Prediction Overlaps Reference", Overlap::precision),
          Map.entry("Positive Predictive Value", Overlap::precision),
          Map.entry("Recall", Overlap::recall),
          Map.entry("FBeta", each -> each.fBeta(1)),
          Map.entry("Negative Predictive Values", Overlap::negativePredictiveValue),
          Map.entry("Dice Score", Overlap::dice),
          Map.entry("Intersection Over Reference", Overlap::recall),
          Map.entry("Intersection Over Union", Overlap::jaccard));

  /** Denominators are 1e-5 larger there. */
  @Test
  void metricsReloadedWithSmoothing() throws IOException {
    int compared = 0;
    for (Case each : MetricCases.ofPeers("metrics_reloaded_binary_smooth1e-5")) {
      String name = each.option("metric_name").asText();
      if (METRICS_RELOADED_NAMES.containsKey(name)) {
        Overlap overlap = each.where(value -> value != 0);
        double actual = METRICS_RELOADED_NAMES.get(name).applyAsDouble(overlap);
        each.assertMatches(name, new double[] {actual}, each.expected(), 0, 2e-5);
        compared++;
      }
    }
    assertThat(compared).isEqualTo(20);
    for (Case each : MetricCases.ofPeers("metrics_reloaded_categorical_smooth1e-5")) {
      String name = each.option("metric_name").asText();
      if (name.equals("Balanced Accuracy")) {
        double actual = each.planes().getFirst().mean(Overlap::recall);
        each.assertMatches(name, new double[] {actual}, each.expected(), 0, 2e-5);
      }
    }
  }

  @Test
  void surfaceDistanceDice() throws IOException {
    for (Case each : MetricCases.ofPeers("dice_both_empty_nan")) {
      each.assertExpected(each.where(value -> value != 0).dice(EmptyMasks.NAN));
    }
  }

  @Test
  void plastimatchDice() throws IOException {
    for (Case each : MetricCases.ofPeers("plastimatch_dice")) {
      each.assertExpected(each.where(value -> value != 0).dice(EmptyMasks.ZERO));
    }
  }

  /** The totals of ITK and MorphoLibJ are micro averages over all labels but 0. */
  private static final Map<String, ToDoubleFunction<Overlap>> TOTALS =
      Map.of(
          "dice", Overlap::dice,
          "jaccard", Overlap::jaccard,
          "total", Overlap::recall,
          "FNE", Overlap::falseNegativeRate,
          "FPE", Overlap::falseDiscoveryRate,
          // Theirs is signed, and twice as large.
          "VS", each -> 2 * (1 - each.volumetricSimilarity()));

  @Test
  void itkAndMorphoLibJ() throws IOException {
    for (Case each : MetricCases.ofPeers("itk_label_overlap", "morpholibj_label_overlap")) {
      ClassOverlaps overlaps =
          ClassOverlaps.of(
              IntStream.rangeClosed(0, 3)
                  .mapToObj(label -> each.where(value -> value == label))
                  .toArray(Overlap[]::new));
      Overlap total = overlaps.withoutBackground().micro();
      TOTALS.forEach(
          (name, measure) -> {
            double expected = Math.abs(each.expected(name)[0]);
            double actual = measure.applyAsDouble(total);
            if (expected > 2 || Double.isNaN(expected)) {
              assertOfNothing(each, name, actual);
            } else {
              each.assertMatches(name, new double[] {actual}, new double[] {expected});
            }
          });
      for (int label = 1; label <= 3; label++) {
        String name = "dice_label" + label;
        if (each.json().get("expected").has(name)) {
          each.assertMatches(name, new double[] {overlaps.get(label).dice()}, each.expected(name));
        }
      }
    }
  }

  /** Their 0 / 0 is infinite, the largest double or NaN. */
  private static void assertOfNothing(Case each, String name, double actual) {
    double[] expected =
        switch (name) {
          case "dice", "jaccard" -> new double[] {1};
          case "VS" -> new double[] {0};
          default -> new double[] {Double.NaN};
        };
    each.assertMatches(name, new double[] {actual}, expected);
  }
}
