package dev.sorensen.processor.kernel;

import dev.sorensen.Activation;
import dev.sorensen.EmptyMasks;
import dev.sorensen.processor.kernel.Source.Grain;
import dev.sorensen.processor.model.MaskType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The passes over a prediction layout with a truth layout.
 *
 * @param classes how many classes both have
 * @param overlap counts pixels
 * @param dice the Dice coefficient alone, where it takes less work than the overlap
 * @param softOverlap the sums of losses, where the prediction holds numbers
 * @param gradient the gradient of losses, where the prediction holds numbers
 * @param sweep counts pixels at many thresholds, where the prediction holds numbers of one class
 */
public record PairPlan(
    int classes,
    Pass overlap,
    Optional<Pass> dice,
    Optional<Pass> softOverlap,
    Optional<Pass> gradient,
    Optional<Pass> sweep) {

  /** Returns every pass. */
  public List<Pass> passes() {
    return Stream.of(Optional.of(overlap), dice, softOverlap, gradient, sweep)
        .flatMap(Optional::stream)
        .toList();
  }

  /** Returns every kernel once. */
  public List<Kernel> kernels() {
    Map<String, Kernel> byName = new LinkedHashMap<>();
    passes().stream()
        .flatMap(pass -> pass.kernels().stream())
        .forEach(k -> byName.put(k.name(), k));
    return List.copyOf(byName.values());
  }

  /** Plans a type as the prediction against a type as the truth. */
  public static PairPlan of(MaskType predictionType, MaskType truthType) {
    int classes = predictionType.format().classes();
    if (classes != truthType.format().classes()) {
      throw new IllegalArgumentException(
          classes + " classes against " + truthType.format().classes());
    }
    Source prediction = Source.of(predictionType.format());
    Source truth = Source.of(truthType.format());
    Optional<SoftPlan> soft =
        prediction instanceof NumberSource numbers
            ? Optional.of(new SoftPlan(numbers, truth, predictionType.form()))
            : Optional.empty();
    return new PairPlan(
        classes,
        overlap(classes, hard(prediction, truth), truth),
        dice(classes, prediction, truth, predictionType.emptyMasks()),
        soft.map(
            plan ->
                plan.sums(classes > 1 ? check(Side.TRUTH, truth).stream().toList() : List.of())),
        soft.map(SoftPlan::gradient),
        prediction instanceof NumberSource numbers && classes == 1
            ? Optional.of(sweep(numbers, truth))
            : Optional.empty());
  }

  /** Planes of numbers against labels: the largest wins. Against planes, each stands alone. */
  private static Source hard(Source prediction, Source truth) {
    return prediction instanceof NumberSource numbers
            && numbers.classes() > 1
            && truth instanceof LabelSource labels
        ? new LargestSource(numbers.element(), labels.element(), numbers.classes())
        : prediction;
  }

  private static Pass overlap(int classes, Source prediction, Source truth) {
    String name = "overlap";
    if (prediction instanceof RunSource runs && truth instanceof RunSource others) {
      return Pass.of(
          new Kernel.RunMerge(name, runs.encoding(), others.encoding()), new Result.Counts());
    }
    Operands operands = new Operands(prediction.operand(), truth.operand());
    if (classes > 1 && truth instanceof LabelSource labels && isStretches(prediction, labels)) {
      return new Pass(
          new Kernel.LabelStretches(
              name,
              operands,
              classes,
              ignored(prediction),
              labels.ignoreLabel(),
              comparison(prediction, labels)),
          new Result.Counts(),
          classes,
          // It tells labels apart itself.
          checks(classes, prediction, truth).stream().map(LabelCheck::withoutKernel).toList());
    }
    Value predicted = prediction.foreground(Side.PREDICTION);
    Value actual = truth.foreground(Side.TRUTH);
    Optional<Value> counted = truth.counted();
    if (counted.isPresent()) {
      predicted = new Value.And("predictedCounted", predicted, counted.get());
    }
    List<Total> totals = overlapTotals(predicted, actual);
    if (classes == 1) {
      counted.ifPresent(value -> totals.add(new Total("pixels", value)));
    }
    return new Pass(
        counts(name, operands, totals),
        new Result.Counts(),
        classes,
        checks(classes, prediction, truth));
  }

  private static List<Total> overlapTotals(Value predicted, Value actual) {
    List<Total> totals = new ArrayList<>();
    totals.add(new Total("intersection", new Value.And(Names.BOTH, predicted, actual)));
    totals.add(new Total("predictionSize", predicted));
    totals.add(new Total("truthSize", actual));
    return totals;
  }

  /** The prediction is read as it is stored, for what it is compared with is not known yet. */
  private static Pass sweep(NumberSource prediction, Source truth) {
    List<Total> words = new ArrayList<>();
    words.add(new Total("foregroundWords", truth.foreground(Side.TRUTH).inWords()));
    truth.counted().ifPresent(value -> words.add(new Total("countedWords", value.inWords())));
    Operands operands = new Operands(prediction.operand(), truth.operand());
    return Pass.of(
        new Kernel.Indicators("sweep", operands, new Program(words, false)),
        new Result.Sweep(prediction.activation() == Activation.SIGMOID));
  }

  private static boolean isStretches(Source prediction, LabelSource truth) {
    boolean labels = prediction instanceof LabelSource || prediction instanceof LargestSource;
    int mostCompared =
        comparison(prediction, truth).isPresent()
            ? LabelMapLimits.MOST_COMPARED_CLASSES
            : LabelMapLimits.MOST_COMPARED_THROUGHOUT;
    return labels && (truth.classes() > mostCompared || ignores(prediction, truth));
  }

  private static boolean ignores(Source prediction, LabelSource truth) {
    return truth.ignoreLabel().isPresent() || ignored(prediction).isPresent();
  }

  /** Counts one class of label maps of few classes, all of which count. */
  private static Optional<Kernel.PixelCounts> comparison(Source prediction, LabelSource truth) {
    Operands operands = new Operands(prediction.operand(), truth.operand());
    if (!operands.sameForm()
        || truth.classes() > LabelMapLimits.MOST_COMPARED_IN_NOISE
        || ignores(prediction, truth)) {
      return Optional.empty();
    }
    List<Total> totals =
        overlapTotals(prediction.foreground(Side.PREDICTION), truth.foreground(Side.TRUTH));
    return Optional.of(new Kernel.PixelCounts("overlapOfClass", operands, new Program(totals)));
  }

  private static OptionalInt ignored(Source source) {
    return source instanceof LabelSource labels ? labels.ignoreLabel() : OptionalInt.empty();
  }

  /** Counts in the elements of both masks where they are alike, else in words. */
  private static Kernel counts(String name, Operands operands, List<Total> totals) {
    if (!operands.sameForm()) {
      List<Total> inWords =
          totals.stream().map(total -> new Total(total.name(), total.of().inWords())).toList();
      return new Kernel.WordCounts(name, operands, new Program(inWords));
    }
    Program program = new Program(totals);
    return operands.prediction().grain() == Grain.WORD
        ? new Kernel.WordCounts(name, operands, program)
        : new Kernel.PixelCounts(name, operands, program);
  }

  private static List<LabelCheck> checks(int classes, Source prediction, Source truth) {
    List<LabelCheck> checks = new ArrayList<>();
    if (classes > 1) {
      check(Side.PREDICTION, prediction).ifPresent(checks::add);
      check(Side.TRUTH, truth).ifPresent(checks::add);
    }
    return checks;
  }

  private static Optional<LabelCheck> check(Side side, Source source) {
    if (!(source instanceof LabelSource labels)) {
      return Optional.empty();
    }
    if (labels.isFull() && labels.ignoreLabel().isEmpty()) {
      return Optional.empty();
    }
    Optional<Kernel.PixelCounts> kept =
        labels
            .kept(side)
            .map(
                value ->
                    new Kernel.PixelCounts(
                        side.parameter() + "Kept",
                        new Operands(labels.operand(), labels.operand()),
                        new Program(List.of(new Total("kept", value)))));
    return Optional.of(new LabelCheck(side, labels.classes(), labels.ignoreLabel(), kept));
  }

  /** Of words, |A| + |B| = |A∩B| + |A∪B|: two bit counts where the overlap needs three. */
  private static Optional<Pass> dice(
      int classes, Source prediction, Source truth, EmptyMasks emptyMasks) {
    Operands operands = new Operands(prediction.operand(), truth.operand());
    boolean words = operands.sameForm() && operands.prediction().grain() == Grain.WORD;
    boolean merged = prediction instanceof RunSource && truth instanceof RunSource;
    if (classes > 1 || !words || merged) {
      return Optional.empty();
    }
    Value predicted = prediction.foreground(Side.PREDICTION);
    Value actual = truth.foreground(Side.TRUTH);
    Program program =
        new Program(
            List.of(
                new Total("intersection", new Value.And(Names.BOTH, predicted, actual)),
                new Total("union", new Value.Or(Names.EITHER, predicted, actual))));
    return Optional.of(
        Pass.of(new Kernel.WordCounts("dice", operands, program), new Result.Dice(emptyMasks)));
  }
}
