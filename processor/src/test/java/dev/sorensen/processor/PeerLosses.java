package dev.sorensen.processor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sorensen.Activation;
import dev.sorensen.Form;
import dev.sorensen.OverlapLoss;
import dev.sorensen.Reduction;
import dev.sorensen.SoftOverlap;
import dev.sorensen.StandardLoss;
import dev.sorensen.processor.LossCase.Tolerance;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The overlap losses and soft scores of libraries other than MONAI, as losses of ours. */
final class PeerLosses {

  static final String NO_TRUTH = "SMP makes the loss of a class without a truth 0";
  static final String LOG_OF_OTHER = "the logarithm of something else than Dice";
  static final String IGNORED_IN_PLANES = "a value that is ignored in each plane";

  /** Of gradients that were computed in doubles. */
  private static final Tolerance OF_DOUBLES = new Tolerance(1e-9, 1e-12);

  /** Of gradients for which a library made its sums in floats. */
  private static final Tolerance OF_FLOATS = new Tolerance(1e-5, 1e-8);

  private static final double NO_EXPONENT = 1;

  private static final Set<String> NNUNET =
      Set.of("nnunet_soft_dice", "nnunet_memory_efficient_soft_dice");

  private static final Set<String> SMP_LOSSES =
      Set.of("smp_dice_loss", "smp_jaccard_loss", "smp_tversky_loss");

  private static final Set<String> SMP_SCORES =
      Set.of("smp_soft_dice_score", "smp_soft_jaccard_score", "smp_soft_tversky_score");

  private PeerLosses() {}

  /** Returns whether a case is of a kind that is read here. */
  static boolean isOne(JsonNode node) {
    return isIn(NNUNET, node) || isIn(SMP_LOSSES, node) || isIn(SMP_SCORES, node);
  }

  private static boolean isIn(Set<String> kinds, JsonNode node) {
    return kinds.contains(node.get("kind").textValue());
  }

  /**
   * Reads nnU-Net's soft Dice: {@link StandardLoss#dice} with one smoothing term for both, less 1.
   * Its sums are floats, and so are its losses.
   */
  static LossCases ofNnUnet(JsonNode file) {
    LossCases cases = new LossCases();
    for (JsonNode node : file) {
      if (isIn(NNUNET, node)) {
        JsonNode options = node.get("options");
        double smooth = options.get("smooth").doubleValue();
        StandardLoss loss =
            StandardLoss.dice()
                .withSmoothing(smooth, smooth)
                .withBackground(options.get("do_bg").booleanValue())
                .withBatch(options.get("batch_dice").booleanValue());
        cases.add(
            of(
                node,
                LossData.ofLabels(node),
                Activation.SOFTMAX,
                Form.PRODUCT,
                loss,
                1 + node.get("expected").doubleValue(),
                LossFiles.numbers(node.get("grad_f64")),
                OF_FLOATS));
      }
    }
    return cases;
  }

  /**
   * Reads the losses and the soft scores of SMP: {@link StandardLoss#tversky} over the sums of a
   * batch in the L1 form, with α = β = ½ for Dice and 1 for Jaccard, and one smoothing term for
   * both. The weights of classes are divided by their sum, and a class that is not chosen has none.
   * With both its smoothing terms doubled, our logarithm of Dice is theirs. Their γ is an exponent
   * of the mean over classes.
   */
  static LossCases ofSmp(JsonNode file) {
    LossCases cases = new LossCases();
    for (JsonNode node : file) {
      if (isIn(SMP_LOSSES, node)) {
        addSmpLoss(cases, node);
      } else if (isIn(SMP_SCORES, node)) {
        cases.add(smpScore(node));
      }
    }
    return cases;
  }

  private static void addSmpLoss(LossCases cases, JsonNode node) {
    JsonNode options = node.get("options");
    boolean labelMap = options.get("mode").textValue().equals("multiclass");
    boolean ignoring = options.get("ignore_index").isNumber();
    boolean dice = node.get("kind").textValue().equals("smp_dice_loss");
    boolean logarithm = options.get("log_loss").booleanValue();
    LossData data = labelMap ? LossData.ofLabels(node) : LossData.ofPlanes(node);
    if (ignoring && !labelMap) {
      cases.leaveOut(IGNORED_IN_PLANES);
    } else if (data.lacksATruth()) {
      cases.leaveOut(NO_TRUTH);
    } else if (logarithm && !dice) {
      cases.leaveOut(LOG_OF_OTHER);
    } else {
      double smooth = options.get("smooth").doubleValue();
      StandardLoss loss =
          logarithm
              ? StandardLoss.logDice().withSmoothing(2 * smooth, 2 * smooth)
              : smpTversky(node).withSmoothing(smooth, smooth);
      loss =
          loss.withBatch(true)
              .withReduction(Reduction.SUM)
              .withWeights(smpWeights(options, data.classes()));
      boolean logits = options.get("from_logits").booleanValue();
      Activation activation = labelMap ? Activation.SOFTMAX : Activation.SIGMOID;
      cases.add(
          of(
              node,
              ignoring ? data.withoutPixelsOfNoClass() : data,
              logits ? activation : Activation.NONE,
              Form.SOFT_LABEL,
              new Power(loss, options.path("gamma").asDouble(NO_EXPONENT)),
              node.get("expected").doubleValue(),
              // Where a probability is 0 or equal to the truth, each has a slope of its own.
              logits ? LossFiles.numbers(node.get("grad_f64")) : null,
              OF_DOUBLES));
    }
  }

  /** A score of all, or the mean of the scores of the rows. */
  private static LossCase smpScore(JsonNode node) {
    double smooth = node.get("options").get("smooth").doubleValue();
    return of(
        node,
        LossData.ofRows(node),
        Activation.NONE,
        Form.SOFT_LABEL,
        smpTversky(node).withSmoothing(smooth, smooth),
        1 - node.get("expected").doubleValue(),
        null,
        OF_DOUBLES);
  }

  private static StandardLoss smpTversky(JsonNode node) {
    JsonNode options = node.get("options");
    double ofKind = node.get("kind").textValue().contains("jaccard") ? 1 : 0.5;
    return StandardLoss.tversky(
        options.path("alpha").asDouble(ofKind), options.path("beta").asDouble(ofKind));
  }

  private static double[] smpWeights(JsonNode options, int classes) {
    double[] weights = new double[classes];
    if (options.get("classes").isNull()) {
      Arrays.fill(weights, 1);
    } else {
      options.get("classes").forEach(chosen -> weights[chosen.intValue()] = 1);
    }
    if (options.get("class_weights").isArray()) {
      for (int c = 0; c < classes; c++) {
        weights[c] *= options.get("class_weights").get(c).doubleValue();
      }
    }
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }

  /** A loss to a power. */
  private record Power(OverlapLoss loss, double exponent) implements OverlapLoss {
    @Override
    public Result evaluate(SoftOverlap[][] sums) {
      Result result = loss.evaluate(sums);
      double slope = exponent * Math.pow(result.value(), exponent - 1);
      return new Result(
          Math.pow(result.value(), exponent),
          times(slope, result.byIntersection()),
          times(slope, result.byPrediction()));
    }

    private static double[][] times(double factor, double[][] slopes) {
      return Arrays.stream(slopes)
          .map(row -> Arrays.stream(row).map(slope -> factor * slope).toArray())
          .toArray(double[][]::new);
    }
  }

  private static LossCase of(
      JsonNode node,
      LossData data,
      Activation activation,
      Form form,
      OverlapLoss loss,
      double expected,
      double @Nullable [] gradient,
      Tolerance ofGradient) {
    JsonNode tolerance = node.get("tolerance");
    double relative = tolerance.get("rtol").doubleValue();
    double absolute = tolerance.get("atol").doubleValue();
    return new LossCase(
        node.get("id").textValue(),
        data.classes(),
        activation,
        form,
        loss,
        data.predictions(),
        data.kept() == null ? data.planes() : null,
        data.labels(),
        new double[] {expected},
        gradient,
        new Tolerance(relative, absolute),
        ofGradient,
        new Tolerance(Math.max(relative, 2e-5), Math.max(absolute, 2e-6)));
  }
}
