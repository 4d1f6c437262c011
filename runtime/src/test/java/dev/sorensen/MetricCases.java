package dev.sorensen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Masks that other libraries were given, and the metrics that they returned. */
final class MetricCases {

  private MetricCases() {}

  /** Returns the cases of some kinds that libraries' own tests have. */
  static List<Case> ofPeers(String... kinds) throws IOException {
    return cases(SharedFiles.conformance("peer_cases.json"), kinds);
  }

  /** Returns the random masks that MONAI was given. */
  static List<Case> random() throws IOException {
    return cases(SharedFiles.conformance("random_cases.json"), "dice_metric_matrix");
  }

  /** Returns a few of {@link #random()}. */
  static List<Case> few() throws IOException {
    try (InputStream file = MetricCases.class.getResourceAsStream("metric-cases.json")) {
      return cases(new ObjectMapper().readTree(file), "dice_metric_matrix");
    }
  }

  private static List<Case> cases(JsonNode array, String... kinds) {
    Set<String> wanted = Set.of(kinds);
    List<Case> cases =
        StreamSupport.stream(array.spliterator(), false)
            .filter(each -> wanted.contains(each.get("kind").asText()))
            .map(Case::new)
            .toList();
    assertThat(cases).as("cases of %s", wanted).isNotEmpty();
    return cases;
  }

  /** One case. Its masks are counted by plain loops over their values. */
  record Case(JsonNode json) {

    String id() {
      return json.get("id").asText();
    }

    JsonNode option(String name) {
      return json.get("options").path(name);
    }

    boolean withBackground() {
      return option("include_background").asBoolean(true);
    }

    double[] expected() {
      return doubles(json.get("expected"));
    }

    double[] expected(String name) {
      return doubles(json.get("expected").get(name));
    }

    /** Within the tolerance of the case; NaN matches NaN alone. */
    void assertExpected(double... actual) {
      assertMatches("", actual, expected());
    }

    void assertMatches(String what, double[] actual, double[] expected) {
      JsonNode tolerance = json.get("tolerance");
      assertMatches(
          what,
          actual,
          expected,
          tolerance.get("rtol").asDouble(),
          tolerance.get("atol").asDouble());
    }

    void assertMatches(
        String what, double[] actual, double[] expected, double relative, double absolute) {
      String as = "%s %s: %s".formatted(id(), what, Arrays.toString(actual));
      assertThat(actual).as(as).hasSameSizeAs(expected);
      for (int i = 0; i < actual.length; i++) {
        boolean matches =
            Double.isNaN(expected[i])
                ? Double.isNaN(actual[i])
                : Math.abs(actual[i] - expected[i]) <= absolute + relative * Math.abs(expected[i]);
        assertThat(matches).as("%s at %d, expected %s", as, i, expected[i]).isTrue();
      }
    }

    /** One pair of masks: the pixels of a value are foreground. */
    Overlap where(DoublePredicate foreground) {
      int pixels = Math.toIntExact(size("truth", 0));
      IntToDoubleFunction prediction = values("pred");
      IntToDoubleFunction truth = values("truth");
      return count(
          pixels,
          i -> foreground.test(prediction.applyAsDouble(i)),
          i -> foreground.test(truth.applyAsDouble(i)),
          i -> true);
    }

    /** Label maps of one sample each, in a row. */
    List<ClassOverlaps> labels(int classes, double ignored) {
      int pixels = Math.toIntExact(size("truth", 1));
      IntToDoubleFunction prediction = values("pred");
      IntToDoubleFunction truth = values("truth");
      List<ClassOverlaps> samples = new ArrayList<>();
      for (int sample = 0; sample < shape("truth")[0]; sample++) {
        int from = sample * pixels;
        Overlap[] overlaps = new Overlap[classes];
        for (int c = 0; c < classes; c++) {
          int label = c;
          overlaps[c] =
              count(
                  pixels,
                  i -> prediction.applyAsDouble(from + i) == label,
                  i -> truth.applyAsDouble(from + i) == label,
                  i -> truth.applyAsDouble(from + i) != ignored);
        }
        samples.add(ClassOverlaps.of(overlaps));
      }
      return samples;
    }

    /**
     * MONAI's samples: planes of classes, or one plane of labels where there are several classes.
     * Without the background if the case says so.
     */
    List<ClassOverlaps> planes() {
      int classes =
          option("num_classes").asInt((int) Math.max(shape("pred")[1], shape("truth")[1]));
      int pixels = Math.toIntExact(size("truth", 2));
      List<ClassOverlaps> samples = new ArrayList<>();
      for (int sample = 0; sample < shape("truth")[0]; sample++) {
        Overlap[] overlaps = new Overlap[classes];
        for (int c = 0; c < classes; c++) {
          overlaps[c] =
              count(
                  pixels,
                  plane("pred", sample, c, classes, pixels),
                  plane("truth", sample, c, classes, pixels),
                  i -> true);
        }
        ClassOverlaps all = ClassOverlaps.of(overlaps);
        samples.add(withBackground() ? all : all.withoutBackground());
      }
      return samples;
    }

    private IntPredicate plane(String mask, int sample, int c, int classes, int pixels) {
      IntToDoubleFunction values = values(mask);
      int channels = (int) shape(mask)[1];
      if (channels == 1) {
        int label = classes == 1 ? 1 : c;
        return i -> values.applyAsDouble(sample * pixels + i) == label;
      }
      return i -> values.applyAsDouble((sample * channels + c) * pixels + i) != 0;
    }

    private static Overlap count(
        int pixels, IntPredicate inPrediction, IntPredicate inTruth, IntPredicate counts) {
      long intersection = 0;
      long prediction = 0;
      long truth = 0;
      long all = 0;
      for (int i = 0; i < pixels; i++) {
        if (!counts.test(i)) {
          continue;
        }
        boolean p = inPrediction.test(i);
        boolean t = inTruth.test(i);
        all++;
        prediction += p ? 1 : 0;
        truth += t ? 1 : 0;
        intersection += p && t ? 1 : 0;
      }
      return new Overlap(intersection, prediction, truth, all);
    }

    private long[] shape(String mask) {
      return StreamSupport.stream(json.get(mask + "_shape").spliterator(), false)
          .mapToLong(JsonNode::asLong)
          .toArray();
    }

    /** The product of the last extents. */
    private long size(String mask, int firstAxis) {
      return Arrays.stream(shape(mask)).skip(firstAxis).reduce(1, Math::multiplyExact);
    }

    private IntToDoubleFunction values(String mask) {
      if (json.has(mask + "_fill")) {
        double value = json.get(mask + "_fill").asDouble();
        return i -> value;
      }
      if (json.has(mask + "_digits")) {
        String digits = json.get(mask + "_digits").asText();
        return i -> digits.charAt(i) - '0';
      }
      if (json.has(mask + "_boxes")) {
        return boxes(json.get(mask + "_boxes"), shape(mask));
      }
      double[] values = doubles(json.get(mask));
      return i -> values[i];
    }

    private static IntToDoubleFunction boxes(JsonNode boxes, long[] shape) {
      List<double[]> bounds = new ArrayList<>();
      boxes.forEach(box -> bounds.add(doubles(box)));
      return i -> bounds.stream().anyMatch(box -> contains(box, shape, i)) ? 1 : 0;
    }

    private static boolean contains(double[] box, long[] shape, int index) {
      long rest = index;
      for (int axis = shape.length - 1; axis >= 0; axis--) {
        long at = rest % shape[axis];
        rest /= shape[axis];
        if (at < box[2 * axis] || at >= box[2 * axis + 1]) {
          return false;
        }
      }
      return true;
    }
  }

  static double[] doubles(JsonNode node) {
    Stream<JsonNode> values =
        node.isContainerNode() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
    return values
        .mapToDouble(each -> each.isTextual() ? Double.parseDouble(each.asText()) : each.asDouble())
        .toArray();
  }

  /** MONAI's reductions of numbers by sample and class, in which a mean of nothing is 0. */
  static double[] reduce(String reduction, double[][] values) {
    double[][] classes =
        IntStream.range(0, values[0].length)
            .mapToObj(c -> Arrays.stream(values).mapToDouble(sample -> sample[c]).toArray())
            .toArray(double[][]::new);
    return switch (reduction) {
      case "none" -> Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray();
      case "mean" -> new double[] {zeroForNaN(mean(means(values)))};
      case "sum" -> new double[] {sum(sums(values))};
      case "mean_batch" -> zerosForNaN(means(classes));
      case "sum_batch" -> sums(classes);
      case "mean_channel" -> zerosForNaN(means(values));
      case "sum_channel" -> sums(values);
      default -> throw new IllegalArgumentException(reduction);
    };
  }

  /** The mean of the numbers; NaN if there are none. */
  static double mean(double[] values) {
    return numbers(values).average().orElse(Double.NaN);
  }

  private static double[] means(double[][] rows) {
    return Arrays.stream(rows).mapToDouble(MetricCases::mean).toArray();
  }

  private static double sum(double[] values) {
    return numbers(values).sum();
  }

  private static double[] sums(double[][] rows) {
    return Arrays.stream(rows).mapToDouble(MetricCases::sum).toArray();
  }

  private static DoubleStream numbers(double[] values) {
    return Arrays.stream(values).filter(each -> !Double.isNaN(each));
  }

  private static double[] zerosForNaN(double[] values) {
    return Arrays.stream(values).map(MetricCases::zeroForNaN).toArray();
  }

  static double zeroForNaN(double value) {
    return Double.isNaN(value) ? 0 : value;
  }
}
