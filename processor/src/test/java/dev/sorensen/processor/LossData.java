package dev.sorensen.processor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The masks of a case, by sample; the planes of a sample lie one after another.
 *
 * @param classes how many planes a prediction has
 * @param predictions the values before the activation
 * @param planes the truth; what it holds where a pixel is left out has no meaning
 * @param kept whether each pixel counts; null if all do
 */
record LossData(
    int classes, double[][] predictions, double[][] planes, boolean @Nullable [][] kept) {

  /** Reads a case whose truth has planes too. */
  static LossData ofPlanes(JsonNode node) {
    int samples = samples(node);
    int classes = node.get("pred_shape").get(1).intValue();
    double[][] planes = split(numbers(node, "truth"), samples);
    return new LossData(
        classes, split(numbers(node, "pred"), samples), planes, mask(node, samples));
  }

  /** Reads a case whose truth is a label map. */
  static LossData ofLabels(JsonNode node) {
    LossData data = ofPlanes(node);
    double[][] planes = new double[data.planes.length][data.predictions[0].length];
    for (int b = 0; b < planes.length; b++) {
      double[] labels = data.planes[b];
      for (int i = 0; i < labels.length; i++) {
        if (labels[i] < data.classes) {
          planes[b][(int) labels[i] * labels.length + i] = 1;
        }
      }
    }
    return new LossData(data.classes, data.predictions, planes, data.kept);
  }

  /** Reads one class whose pixels are in rows, each of which is a sample. */
  static LossData ofRows(JsonNode node) {
    int rows = node.get("pred_shape").size() == 1 ? 1 : samples(node);
    return new LossData(
        1, split(numbers(node, "pred"), rows), split(numbers(node, "truth"), rows), null);
  }

  /** Returns whether there is a class of which no pixel of any sample is. */
  boolean lacksATruth() {
    boolean[] present = new boolean[classes];
    for (double[] sample : planes) {
      for (int i = 0; i < sample.length; i++) {
        present[i / pixels()] |= sample[i] != 0;
      }
    }
    return IntStream.range(0, classes).anyMatch(c -> !present[c]);
  }

  /** Returns the same with those pixels left out whose truth is no class at all. */
  LossData withoutPixelsOfNoClass() {
    boolean[][] some = new boolean[planes.length][pixels()];
    for (int b = 0; b < planes.length; b++) {
      for (int i = 0; i < planes[b].length; i++) {
        some[b][i % pixels()] |= planes[b][i] != 0;
      }
    }
    return new LossData(classes, predictions, planes, some);
  }

  /** A float may be written with the digits that tell it from other floats. */
  private static double[] numbers(JsonNode node, String name) {
    double[] values = LossFiles.numbers(node.get(name));
    if (node.path(name + "_dtype").asText().equals("float32")) {
      Arrays.setAll(values, i -> (float) values[i]);
    }
    return values;
  }

  private static int samples(JsonNode node) {
    return node.get("pred_shape").get(0).intValue();
  }

  private static double[][] split(double[] values, int samples) {
    int length = values.length / samples;
    double[][] split = new double[samples][];
    for (int b = 0; b < samples; b++) {
      split[b] = Arrays.copyOfRange(values, b * length, (b + 1) * length);
    }
    return split;
  }

  /** One mask serves all samples, or each has its own. */
  private static boolean @Nullable [][] mask(JsonNode node, int samples) {
    if (!node.has("mask")) {
      return null;
    }
    double[][] masks =
        split(LossFiles.numbers(node.get("mask")), node.get("mask_shape").get(0).intValue());
    boolean[][] kept = new boolean[samples][masks[0].length];
    for (int b = 0; b < samples; b++) {
      for (int i = 0; i < kept[b].length; i++) {
        kept[b][i] = masks[masks.length == 1 ? 0 : b][i] != 0;
      }
    }
    return kept;
  }

  private int pixels() {
    return predictions[0].length / classes;
  }

  /**
   * Returns the truth as label maps, with {@link LossMasks#IGNORED} where a pixel is left out; null
   * where a pixel has no class, or several, or a part of one. It is null too where a prediction is
   * infinite: that is NaN times a plane's 0, but a label map leaves it out of the intersection.
   */
  byte @Nullable [][] labels() {
    if (Arrays.stream(predictions).flatMapToDouble(Arrays::stream).anyMatch(Double::isInfinite)) {
      return null;
    }
    byte[][] labels = new byte[planes.length][pixels()];
    for (int b = 0; b < labels.length; b++) {
      for (int i = 0; i < labels[b].length; i++) {
        boolean counts = kept == null || kept[b][i];
        int label = counts ? label(planes[b], i) : LossMasks.IGNORED;
        if (label < 0) {
          return null;
        }
        labels[b][i] = (byte) label;
      }
    }
    return labels;
  }

  /** Returns the class of a pixel, or −1. The pixels of one plane are of class 1, or 0. */
  private int label(double[] sample, int pixel) {
    int label = -1;
    for (int c = 0; c < classes; c++) {
      double value = sample[c * pixels() + pixel];
      if (value != 0 && (value != 1 || label >= 0)) {
        return -1;
      }
      label = value == 1 ? c : label;
    }
    return classes == 1 ? label + 1 : label;
  }
}
