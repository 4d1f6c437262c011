package dev.sorensen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Losses with their gradients that MONAI computed, from {@code shared/conformance}. A test that
 * asks for them is skipped where the files are absent.
 */
final class ConformanceCases {

  private static final List<String> KINDS =
      List.of("dice_loss", "tversky_loss", "generalized_dice_loss");

  private ConformanceCases() {}

  /**
   * One loss.
   *
   * @param id its name
   * @param options MONAI's options, with those that have their default
   * @param loss the loss that has these options
   * @param form the sums that the options ask for
   * @param prediction the values before the activation, by sample, class and pixel
   * @param truth the truth by sample, class and pixel; a label map has become planes of 0 and 1
   * @param expected the loss, or the losses without a reduction, row by row
   * @param reduced whether {@code expected} is one number for all
   * @param upstream what the losses without a reduction are weighed with before the gradient
   * @param gradient the derivatives by the values of the prediction, in its order; null where the
   *     loss is not finite
   * @param tolerance of the value, relative and absolute, and the same of the gradient
   */
  record Case(
      String id,
      JsonNode options,
      StandardLoss loss,
      Form form,
      double[][][] prediction,
      double[][][] truth,
      double[] expected,
      boolean reduced,
      double[] upstream,
      double @Nullable [] gradient,
      Tolerance tolerance) {

    /** Returns {@code none}, {@code sigmoid}, {@code softmax} or {@code tanh}. */
    String activation() {
      String activation = options.get("activation").textValue();
      // MONAI warns, and goes on without it.
      return activation.equals("softmax") && prediction[0].length == 1 ? "none" : activation;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /** How far values and gradients may be. */
  record Tolerance(double relative, double absolute, double ofGradient, double absoluteOfGradient) {
    private static Tolerance of(JsonNode node) {
      return new Tolerance(
          node.get("rtol").doubleValue(),
          node.get("atol").doubleValue(),
          node.get("grad_rtol").doubleValue(),
          node.get("grad_atol").doubleValue());
    }

    double ofValue(double expected) {
      return absolute + relative * Math.abs(expected);
    }

    double ofGradient(double expected) {
      return absoluteOfGradient + ofGradient * Math.abs(expected);
    }
  }

  /** Returns the seeded, extreme and short inputs, each with options of its own. */
  static List<Case> random() throws IOException {
    List<Case> cases = new ArrayList<>();
    for (JsonNode node : SharedFiles.conformance("random_cases.json")) {
      if (KINDS.contains(node.get("kind").textValue())) {
        cases.add(read(node, node, node.get("options"), Tolerance.of(node.get("tolerance"))));
      }
    }
    return cases;
  }

  /** Returns all combinations of options on a few small inputs. */
  static List<Case> factorial() throws IOException {
    JsonNode file = SharedFiles.conformance("factorial_cases.json");
    Tolerance tolerance = Tolerance.of(file.get("tolerance"));
    List<Case> cases = new ArrayList<>();
    for (JsonNode node : file.get("cases")) {
      String kind = node.get("kind").textValue();
      if (KINDS.contains(kind)) {
        ObjectNode options = file.get("defaults").get(kind).deepCopy();
        options.setAll((ObjectNode) node.get("options"));
        JsonNode input = file.get("inputs").get(node.get("input").textValue());
        cases.add(read(node, input, options, tolerance));
      }
    }
    return cases;
  }

  private static Case read(JsonNode node, JsonNode input, JsonNode options, Tolerance tolerance) {
    double[][][] prediction = planes(input, "pred");
    double[][][] truth = planes(input, "truth");
    int classes = prediction[0].length;
    if (options.get("to_onehot_y").booleanValue() && classes > 1) {
      truth = oneHot(truth, classes);
    }
    boolean comparable = !node.has("grad_comparable") || node.get("grad_comparable").booleanValue();
    return new Case(
        node.get("id").textValue(),
        options,
        loss(node.get("kind").textValue(), options),
        form(options),
        prediction,
        truth,
        numbers(node.get("expected")),
        !options.get("reduction").textValue().equals("none"),
        node.has("upstream") ? numbers(node.get("upstream")) : new double[0],
        comparable ? numbers(node.get("grad")) : null,
        tolerance);
  }

  private static StandardLoss loss(String kind, JsonNode options) {
    StandardLoss loss =
        switch (kind) {
          case "tversky_loss" ->
              StandardLoss.tversky(
                  options.get("alpha").doubleValue(), options.get("beta").doubleValue());
          case "generalized_dice_loss" ->
              StandardLoss.generalizedDice(
                  switch (options.get("w_type").textValue()) {
                    case "square" -> ClassWeighting.SQUARE;
                    case "simple" -> ClassWeighting.SIMPLE;
                    default -> ClassWeighting.UNIFORM;
                  });
          default ->
              options.get("jaccard").booleanValue() ? StandardLoss.jaccard() : StandardLoss.dice();
        };
    JsonNode weight = options.path("weight");
    return loss.withSmoothing(
            options.get("smooth_nr").doubleValue(), options.get("smooth_dr").doubleValue())
        .withBackground(options.get("include_background").booleanValue())
        .withWeights(weight.isNumber() || weight.isArray() ? numbers(weight) : new double[0])
        .withBatch(options.get("batch").booleanValue())
        .withReduction(
            options.get("reduction").textValue().equals("sum") ? Reduction.SUM : Reduction.MEAN);
  }

  private static Form form(JsonNode options) {
    if (options.path("squared_pred").booleanValue()) {
      return Form.SQUARED;
    }
    return options.get("soft_label").booleanValue() ? Form.SOFT_LABEL : Form.PRODUCT;
  }

  /** The last axis is fastest: the pixels of a class lie together. */
  private static double[][][] planes(JsonNode input, String name) {
    JsonNode shape = input.get(name + "_shape");
    double[] flat = numbers(input.get(name));
    int samples = shape.get(0).intValue();
    int classes = shape.get(1).intValue();
    int pixels = flat.length / samples / classes;
    double[][][] planes = new double[samples][classes][pixels];
    for (int i = 0; i < flat.length; i++) {
      planes[i / pixels / classes][i / pixels % classes][i % pixels] = flat[i];
    }
    return planes;
  }

  private static double[][][] oneHot(double[][][] labels, int classes) {
    int pixels = labels[0][0].length;
    double[][][] planes = new double[labels.length][classes][pixels];
    for (int b = 0; b < labels.length; b++) {
      for (int i = 0; i < pixels; i++) {
        planes[b][(int) labels[b][0][i]][i] = 1;
      }
    }
    return planes;
  }

  private static double[] numbers(JsonNode node) {
    return node.isArray()
        ? StreamSupport.stream(node.spliterator(), false)
            .mapToDouble(ConformanceCases::number)
            .toArray()
        : new double[] {number(node)};
  }

  /** NaN and the infinities are strings, spelled as in Java. */
  private static double number(JsonNode node) {
    return node.isTextual() ? Double.parseDouble(node.textValue()) : node.doubleValue();
  }
}
