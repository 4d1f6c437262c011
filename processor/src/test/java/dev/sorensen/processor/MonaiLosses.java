package dev.sorensen.processor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sorensen.Activation;
import dev.sorensen.ClassWeighting;
import dev.sorensen.Form;
import dev.sorensen.OverlapLoss;
import dev.sorensen.Reduction;
import dev.sorensen.StandardLoss;
import dev.sorensen.processor.LossCase.Tolerance;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * MONAI's overlap losses: options become a {@link StandardLoss}, a {@link Form} and an {@link
 * Activation}, and a mask becomes a label that is ignored.
 */
final class MonaiLosses {

  static final String NOT_OUR_ACTIVATION = "an activation that is not ours";
  static final String NO_LABEL_MAP = "a mask, and a truth that is no label map";
  static final String MASKED_FIRST = "the prediction is masked before its activation";

  private static final Set<String> KINDS =
      Set.of("dice_loss", "tversky_loss", "generalized_dice_loss", "masked_dice_loss");

  private MonaiLosses() {}

  /** Reads those of an array of cases that are of these kinds. */
  static LossCases ofArray(JsonNode file) {
    LossCases cases = new LossCases();
    for (JsonNode node : file) {
      if (isOne(node)) {
        add(cases, node, node, node.get("options"), node.get("tolerance"));
      }
    }
    return cases;
  }

  /** Reads combinations of options on inputs that are shared. */
  static LossCases ofCombinations(JsonNode file) {
    LossCases cases = new LossCases();
    for (JsonNode node : file.get("cases")) {
      ObjectNode options = file.get("defaults").get(node.get("kind").textValue()).deepCopy();
      options.setAll((ObjectNode) node.get("options"));
      JsonNode input = file.get("inputs").get(node.get("input").textValue());
      add(cases, node, input, options, file.get("tolerance"));
    }
    return cases;
  }

  static boolean isOne(JsonNode node) {
    return KINDS.contains(node.get("kind").textValue());
  }

  private static void add(
      LossCases cases, JsonNode node, JsonNode input, JsonNode options, JsonNode tolerance) {
    boolean several = input.get("pred_shape").get(1).intValue() > 1;
    LossData data =
        options.get("to_onehot_y").booleanValue() && several
            ? LossData.ofLabels(input)
            : LossData.ofPlanes(input);
    Activation activation = activation(options.get("activation").textValue(), several);
    byte[][] labels = data.labels();
    boolean masked = data.kept() != null;
    boolean masksFirst =
        masked && activation != Activation.NONE && !node.has("expected_activation_first");
    if (activation == null) {
      cases.leaveOut(NOT_OUR_ACTIVATION);
    } else if (masksFirst) {
      cases.leaveOut(MASKED_FIRST);
    } else if (masked && labels == null) {
      cases.leaveOut(NO_LABEL_MAP);
    } else {
      double relative = tolerance.get("rtol").doubleValue();
      double absolute = tolerance.get("atol").doubleValue();
      cases.add(
          new LossCase(
              node.get("id").textValue(),
              data.classes(),
              activation,
              form(options),
              loss(node, options),
              data.predictions(),
              masked ? null : data.planes(),
              labels,
              LossFiles.numbers(first(node, "expected_activation_first", "expected")),
              gradient(node),
              new Tolerance(relative, absolute),
              new Tolerance(
                  tolerance.path("grad_rtol").asDouble(1e-9),
                  tolerance.path("grad_atol").asDouble(1e-12)),
              new Tolerance(
                  tolerance.path("f32_rtol").asDouble(Math.max(relative, 2e-5)),
                  tolerance.path("f32_atol").asDouble(Math.max(absolute, 2e-6)))));
    }
  }

  private static @Nullable Activation activation(String name, boolean several) {
    return switch (name) {
      case "none" -> Activation.NONE;
      case "sigmoid" -> Activation.SIGMOID;
      // With one class MONAI warns, and goes on without it.
      case "softmax" -> several ? Activation.SOFTMAX : Activation.NONE;
      default -> null;
    };
  }

  private static Form form(JsonNode options) {
    if (options.path("squared_pred").booleanValue()) {
      return Form.SQUARED;
    }
    return options.get("soft_label").booleanValue() ? Form.SOFT_LABEL : Form.PRODUCT;
  }

  private static OverlapLoss loss(JsonNode node, JsonNode options) {
    StandardLoss loss =
        switch (node.get("kind").textValue()) {
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
    loss =
        loss.withSmoothing(
                options.get("smooth_nr").doubleValue(), options.get("smooth_dr").doubleValue())
            .withBackground(options.get("include_background").booleanValue())
            .withWeights(
                weight.isNumber() || weight.isArray() ? LossFiles.numbers(weight) : new double[0])
            .withBatch(options.get("batch").booleanValue());
    return switch (options.get("reduction").textValue()) {
      case "sum" -> loss.withReduction(Reduction.SUM);
      case "none" -> new WeighedLosses(loss, weights(node));
      default -> loss;
    };
  }

  /** What the losses were weighed with before the gradient; where nothing is said, it was 1. */
  private static double[] weights(JsonNode node) {
    if (node.has("upstream")) {
      return LossFiles.numbers(node.get("upstream"));
    }
    double[] ones = new double[node.get("expected").size()];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Where the loss is not finite there is no gradient to compare with. */
  private static double @Nullable [] gradient(JsonNode node) {
    JsonNode gradient = first(node, "grad_activation_first", "grad", "grad_f64");
    boolean comparable = node.path("grad_comparable").asBoolean(true);
    return comparable && gradient != null ? LossFiles.numbers(gradient) : null;
  }

  /** Returns the first member that there is. */
  private static @Nullable JsonNode first(JsonNode node, String... names) {
    return Stream.of(names).filter(node::has).findFirst().map(node::get).orElse(null);
  }
}
