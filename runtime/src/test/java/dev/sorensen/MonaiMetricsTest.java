package dev.sorensen;

import static dev.sorensen.MetricCases.reduce;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sorensen.MetricCases.Case;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The metrics of MONAI 1.5, by its own cases and by random masks that it was given. */
class MonaiMetricsTest {

  /** By MONAI's names. It has NaN where "ts" and "f1" are 0 / 0, and 1 is the answer here. */
  private static final Map<String, ToDoubleFunction<Overlap>> CONFUSION =
      Map.ofEntries(
          Map.entry("tpr", Overlap::recall),
          Map.entry("tnr", Overlap::specificity),
          Map.entry("ppv", Overlap::precision),
          Map.entry("npv", Overlap::negativePredictiveValue),
          Map.entry("fnr", Overlap::falseNegativeRate),
          Map.entry("fpr", Overlap::falsePositiveRate),
          Map.entry("fdr", Overlap::falseDiscoveryRate),
          Map.entry("for", Overlap::falseOmissionRate),
          Map.entry("ts", each -> bothEmpty(each) ? Double.NaN : each.jaccard()),
          Map.entry("acc", Overlap::accuracy),
          Map.entry("ba", Overlap::balancedAccuracy),
          Map.entry("f1", each -> each.dice(EmptyMasks.NAN)),
          Map.entry("mcc", Overlap::matthewsCorrelation),
          Map.entry("fm", Overlap::fowlkesMallows),
          Map.entry("bm", Overlap::informedness),
          Map.entry("mk", Overlap::markedness),
          Map.entry("pt", Overlap::prevalenceThreshold));

  private static boolean bothEmpty(Overlap overlap) {
    return overlap.prediction() == 0 && overlap.truth() == 0;
  }

  private static double[][] byClass(
      List<ClassOverlaps> samples, ToDoubleFunction<Overlap> measure) {
    return samples.stream()
        .map(sample -> sample.stream().mapToDouble(measure).toArray())
        .toArray(double[][]::new);
  }

  /** The choice that MONAI offers for a class that is absent from the truth. */
  private static ToDoubleFunction<Overlap> monai(
      boolean ignoreEmpty, ToDoubleFunction<Overlap> measure) {
    return each -> ignoreEmpty && each.truth() == 0 ? Double.NaN : measure.applyAsDouble(each);
  }

  @Test
  void fewRandomMasks() throws IOException {
    for (Case each : MetricCases.few()) {
      assertMatrix(each);
    }
  }

  @Test
  void randomMasks() throws IOException {
    List<Case> cases = MetricCases.random();
    assertThat(cases).hasSize(40);
    for (Case each : cases) {
      assertMatrix(each);
    }
  }

  private static void assertMatrix(Case each) {
    List<ClassOverlaps> samples = each.planes();
    assertCounts(each, samples, each.expected("confusion_tp_fp_tn_fn"));
    CONFUSION.forEach(
        (name, measure) ->
            each.assertMatches(
                name,
                reduce("none", byClass(samples, measure)),
                each.expected("cm_" + name),
                1e-10,
                1e-12));
    for (boolean ignoreEmpty : new boolean[] {true, false}) {
      String iou = "iou_ignore_empty_" + ignoreEmpty;
      each.assertMatches(
          iou,
          reduce("none", byClass(samples, monai(ignoreEmpty, Overlap::jaccard))),
          each.expected(iou));
      assertDice(each, samples, ignoreEmpty);
    }
    for (ClassWeighting weighting : ClassWeighting.values()) {
      assertGeneralizedDice(each, samples, weighting);
    }
  }

  private static void assertCounts(Case each, List<ClassOverlaps> samples, double[] expected) {
    double[] counts =
        samples.stream()
            .flatMap(ClassOverlaps::stream)
            .flatMapToDouble(
                overlap ->
                    DoubleStream.of(
                        overlap.intersection(),
                        overlap.falsePositives(),
                        overlap.trueNegatives(),
                        overlap.falseNegatives()))
            .toArray();
    assertThat(counts).as(each.id()).isEqualTo(expected);
  }

  private static void assertDice(Case each, List<ClassOverlaps> samples, boolean ignoreEmpty) {
    String name = "dice_ignore_empty_" + ignoreEmpty;
    double[][] dice = byClass(samples, monai(ignoreEmpty, Overlap::dice));
    JsonNode expected = each.json().get("expected").get(name);
    each.assertMatches(name, reduce("none", dice), MetricCases.doubles(expected.get("per_class")));
    for (String reduction :
        List.of("mean", "sum", "mean_batch", "sum_batch", "mean_channel", "sum_channel")) {
      each.assertMatches(
          name + " " + reduction,
          reduce(reduction, dice),
          MetricCases.doubles(expected.get(reduction)));
    }
    // As the documentation of ClassOverlaps has it.
    each.assertMatches(
        name + " by stream",
        samples.stream()
            .mapToDouble(
                sample ->
                    sample.stream()
                        .filter(overlap -> !ignoreEmpty || overlap.truth() != 0)
                        .mapToDouble(Overlap::dice)
                        .average()
                        .orElse(0))
            .toArray(),
        MetricCases.doubles(expected.get("mean_channel")));
  }

  private static void assertGeneralizedDice(
      Case each, List<ClassOverlaps> samples, ClassWeighting weighting) {
    String name = "generalized_dice_" + weighting.name().toLowerCase(Locale.ROOT);
    each.assertMatches(
        name,
        samples.stream().mapToDouble(sample -> sample.generalizedDice(weighting)).toArray(),
        each.expected(name + "_sumtrue"));
    each.assertMatches(
        name + " by class",
        reduce("none", byClass(samples, overlap -> generalizedDice(overlap, weighting))),
        each.expected(name + "_sumfalse"));
  }

  private static double generalizedDice(Overlap overlap, ClassWeighting weighting) {
    return ClassOverlaps.of(overlap).generalizedDice(weighting);
  }

  /** Where all classes occur in the truth, there is nothing to disagree about. */
  @Test
  void theMeanDiceOfClassesThatAllOccur() throws IOException {
    int compared = 0;
    for (Case each : MetricCases.random()) {
      List<ClassOverlaps> samples = each.planes();
      if (samples.stream().flatMap(ClassOverlaps::stream).allMatch(one -> one.truth() != 0)) {
        each.assertMatches(
            "mean",
            samples.stream().mapToDouble(ClassOverlaps::meanDice).toArray(),
            MetricCases.doubles(each.json().at("/expected/dice_ignore_empty_true/mean_channel")));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(10);
  }

  /** Dice and Jaccard are 1 where MONAI's ConfusionMatrixMetric has NaN. */
  @Test
  void twoEmptyMasksAgree() throws IOException {
    int compared = 0;
    for (Case each : MetricCases.random()) {
      List<Overlap> overlaps = each.planes().stream().flatMap(ClassOverlaps::stream).toList();
      for (int i = 0; i < overlaps.size(); i++) {
        if (bothEmpty(overlaps.get(i))) {
          assertThat(each.expected("cm_ts")[i]).as(each.id()).isNaN();
          assertThat(overlaps.get(i).jaccard()).as(each.id()).isEqualTo(1);
          assertThat(each.expected("cm_f1")[i]).as(each.id()).isNaN();
          assertThat(overlaps.get(i).dice()).as(each.id()).isEqualTo(1);
          compared++;
        }
      }
    }
    assertThat(compared).isPositive();
  }

  @Test
  void diceByClass() throws IOException {
    for (Case each : MetricCases.ofPeers("dice_metric_per_class", "dice_metric")) {
      assertReduced(each, Overlap::dice);
    }
  }

  @Test
  void jaccardByClass() throws IOException {
    for (Case each : MetricCases.ofPeers("iou_metric_per_class", "iou_metric")) {
      assertReduced(each, Overlap::jaccard);
    }
  }

  private static void assertReduced(Case each, ToDoubleFunction<Overlap> measure) {
    boolean ignoreEmpty = each.option("ignore_empty").booleanValue();
    String reduction = each.option("reduction").asText("none");
    each.assertExpected(reduce(reduction, byClass(each.planes(), monai(ignoreEmpty, measure))));
  }

  /** The predictions are planes of 0 and 1: above the threshold and the largest are the same. */
  @Test
  void diceHelper() throws IOException {
    for (Case each : MetricCases.ofPeers("dice_helper")) {
      List<ClassOverlaps> samples = each.planes();
      if (each.option("apply_argmax").asBoolean()) {
        samples = samples.stream().map(ClassOverlaps::withoutBackground).toList();
      }
      each.assertExpected(
          reduce(
              each.option("reduction").asText(),
              byClass(samples, monai(each.option("ignore_empty").asBoolean(), Overlap::dice))));
    }
  }

  @Test
  void generalizedDice() throws IOException {
    for (Case each : MetricCases.ofPeers("generalized_dice_score")) {
      String reduction = each.option("reduction").asText();
      each.assertExpected(reduce(reduction, generalizedDice(each, !reduction.endsWith("_batch"))));
    }
    for (Case each : MetricCases.ofPeers("generalized_dice_score_per_class")) {
      boolean sumOverClasses = each.option("sum_over_classes").asBoolean();
      each.assertExpected(reduce("none", generalizedDice(each, sumOverClasses)));
    }
  }

  private static double[][] generalizedDice(Case each, boolean sumOverClasses) {
    ClassWeighting weighting =
        ClassWeighting.valueOf(each.option("weight_type").asText().toUpperCase(Locale.ROOT));
    return sumOverClasses
        ? each.planes().stream()
            .map(sample -> new double[] {sample.generalizedDice(weighting)})
            .toArray(double[][]::new)
        : byClass(each.planes(), overlap -> generalizedDice(overlap, weighting));
  }

  @Test
  void confusionCounts() throws IOException {
    for (Case each : MetricCases.ofPeers("confusion_counts_tp_fp_tn_fn")) {
      assertCounts(each, each.planes(), each.expected());
    }
  }

  @Test
  void confusionMetrics() throws IOException {
    for (Case each : MetricCases.ofPeers("confusion_metric")) {
      List<String> names =
          Stream.concat(
                  Stream.of(each.option("metric_name")).filter(one -> one.isTextual()),
                  each.option("metric_name").valueStream())
              .map(one -> one.asText())
              .toList();
      String reduction = each.option("reduction").asText();
      boolean bySample = each.option("compute_sample").asBoolean();
      each.assertExpected(
          names.stream()
              .map(CONFUSION::get)
              .map(
                  measure ->
                      bySample
                          ? reduce(reduction, byClass(each.planes(), measure))
                          : ofCounts(reduction, each.planes(), measure))
              .flatMapToDouble(Arrays::stream)
              .toArray());
    }
  }

  /** Counts first reduced, then measured. */
  private static double[] ofCounts(
      String reduction, List<ClassOverlaps> samples, ToDoubleFunction<Overlap> measure) {
    Stream<Overlap> micro = samples.stream().map(ClassOverlaps::micro);
    return switch (reduction) {
      case "mean_channel" -> micro.mapToDouble(measure).toArray();
      case "mean" ->
          new double[] {measure.applyAsDouble(micro.reduce(Overlap.NONE, Overlap::plus))};
      default -> throw new IllegalArgumentException(reduction);
    };
  }

  @Test
  void fBeta() throws IOException {
    for (Case each : MetricCases.ofPeers("fbeta_metric")) {
      if (each.id().endsWith("nan_truth_row")) {
        continue; // A truth of NaN is no mask.
      }
      double beta = each.option("beta").asDouble();
      each.assertExpected(
          ofCounts(each.option("reduction").asText(), each.planes(), one -> one.fBeta(beta)));
    }
  }
}
