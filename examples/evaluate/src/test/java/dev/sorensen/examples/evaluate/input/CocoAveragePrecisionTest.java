package dev.sorensen.examples.evaluate.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sorensen.Overlap;
import dev.sorensen.examples.evaluate.SharedFiles;
import dev.sorensen.examples.evaluate.mask.RunMask;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The average precision of COCO's own example of results, which its authors have published to three
 * digits: it needs each polygon and each run to be drawn as they draw it. The definition is that of
 * cocodataset.org/#detection-eval.
 */
final class CocoAveragePrecisionTest {

  private static final int THRESHOLDS = 10;
  private static final int MOST_DETECTIONS = 100;

  /** An object, found or true. */
  private record Item(RunMask mask, double score, boolean isCrowd) {}

  /** A found object, and for each threshold whether it is right, wrong, or does not count. */
  private record Judged(double score, Verdict[] verdicts) {}

  private enum Verdict {
    RIGHT,
    WRONG,
    IGNORED
  }

  /** Reads objects, by category and then by image. */
  private static Map<Long, Map<Long, List<Item>>> items(JsonNode annotations, CocoFile truth)
      throws InputException {
    Map<Long, Map<Long, List<Item>>> items = new TreeMap<>();
    for (JsonNode annotation : annotations) {
      CocoImage image = truth.images().get(annotation.get("image_id").asLong());
      ColumnRuns runs = new CocoSegmentation(image).runs(annotation.get("segmentation"));
      items
          .computeIfAbsent(annotation.get("category_id").asLong(), key -> new TreeMap<>())
          .computeIfAbsent(image.id(), key -> new ArrayList<>())
          .add(
              new Item(
                  runs.mask(),
                  annotation.path("score").asDouble(),
                  annotation.path("iscrowd").asInt() == 1));
    }
    return items;
  }

  /** Returns one of some numbers, as numpy's linspace rounds them: many ratios are equal to one. */
  private static double spaced(double first, double last, int count, int index) {
    double step = (last - first) / (count - 1);
    return index == count - 1 ? last : index * step + first;
  }

  private static double iou(Item found, Item real) {
    Overlap overlap = found.mask().overlap(real.mask());
    // A crowd may be found in part.
    return real.isCrowd() ? overlap.precision() : overlap.jaccard();
  }

  private static List<Judged> judge(List<Item> found, List<Item> real) {
    List<Item> truths = new ArrayList<>(real);
    truths.sort(Comparator.comparing(Item::isCrowd));
    List<Item> best =
        found.stream()
            .sorted(Comparator.comparingDouble(Item::score).reversed())
            .limit(MOST_DETECTIONS)
            .toList();
    List<Judged> judged = new ArrayList<>();
    best.forEach(item -> judged.add(new Judged(item.score(), new Verdict[THRESHOLDS])));
    for (int t = 0; t < THRESHOLDS; t++) {
      boolean[] isTaken = new boolean[truths.size()];
      for (int d = 0; d < best.size(); d++) {
        double most = spaced(0.5, 0.95, THRESHOLDS, t);
        int match = -1;
        for (int g = 0; g < truths.size(); g++) {
          boolean isCrowd = truths.get(g).isCrowd();
          if (isTaken[g] && !isCrowd) {
            continue;
          }
          if (match >= 0 && !truths.get(match).isCrowd() && isCrowd) {
            break;
          }
          double iou = iou(best.get(d), truths.get(g));
          if (iou >= most) {
            most = iou;
            match = g;
          }
        }
        Verdict verdict = Verdict.WRONG;
        if (match >= 0) {
          isTaken[match] = true;
          verdict = truths.get(match).isCrowd() ? Verdict.IGNORED : Verdict.RIGHT;
        }
        judged.get(d).verdicts()[t] = verdict;
      }
    }
    return judged;
  }

  /** Returns the precision at 101 recalls. */
  private static double[] precisions(List<Judged> judged, int threshold, long truths) {
    List<Judged> sorted = new ArrayList<>(judged);
    sorted.sort(Comparator.comparingDouble(Judged::score).reversed());
    List<double[]> points = new ArrayList<>();
    int right = 0;
    int wrong = 0;
    for (Judged one : sorted) {
      right += one.verdicts()[threshold] == Verdict.RIGHT ? 1 : 0;
      wrong += one.verdicts()[threshold] == Verdict.WRONG ? 1 : 0;
      points.add(new double[] {(double) right / truths, right / Math.max(1.0, right + wrong)});
    }
    for (int i = points.size() - 1; i > 0; i--) {
      points.get(i - 1)[1] = Math.max(points.get(i - 1)[1], points.get(i)[1]);
    }
    double[] precisions = new double[101];
    for (int r = 0; r <= 100; r++) {
      double recall = spaced(0, 1, precisions.length, r);
      precisions[r] =
          points.stream()
              .filter(point -> point[0] >= recall)
              .mapToDouble(point -> point[1])
              .findFirst()
              .orElse(0);
    }
    return precisions;
  }

  @Test
  void isThatOfCoco() throws IOException, InputException {
    CocoFile file = CocoFile.read(SharedFiles.find("coco/instances_val2014_100.json"));
    Map<Long, Map<Long, List<Item>>> real =
        items(json("coco/instances_val2014_100.json").get("annotations"), file);
    Map<Long, Map<Long, List<Item>>> found =
        items(json("coco/instances_val2014_fakesegm100_results.json"), file);
    Map<Integer, List<Double>> byThreshold = new HashMap<>();
    real.forEach(
        (category, realByImage) -> {
          long truths =
              realByImage.values().stream()
                  .flatMap(List::stream)
                  .filter(item -> !item.isCrowd())
                  .count();
          if (truths == 0) {
            return;
          }
          List<Judged> judged = new ArrayList<>();
          found
              .getOrDefault(category, Map.of())
              .forEach(
                  (image, items) ->
                      judged.addAll(judge(items, realByImage.getOrDefault(image, List.of()))));
          for (int t = 0; t < THRESHOLDS; t++) {
            double average = Arrays.stream(precisions(judged, t, truths)).average().orElseThrow();
            byThreshold.computeIfAbsent(t, key -> new ArrayList<>()).add(average);
          }
        });

    double half = mean(byThreshold.get(0));
    double threeQuarters = mean(byThreshold.get(5));
    double all = mean(byThreshold.values().stream().flatMap(List::stream).toList());
    assertThat(half).isCloseTo(0.562, within(0.0005));
    assertThat(threeQuarters).isCloseTo(0.299, within(0.0005));
    assertThat(all).isCloseTo(0.320, within(0.0005));
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  private static JsonNode json(String name) throws IOException {
    return new ObjectMapper().readTree(SharedFiles.find(name).toFile());
  }
}
