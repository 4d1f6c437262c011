package dev.sorensen.processor.kernel;

import dev.sorensen.EmptyMasks;
import dev.sorensen.processor.kernel.Source.Grain;
import dev.sorensen.processor.model.MaskType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The kernels of a prediction layout with a truth layout.
 *
 * @param overlap counts pixels
 * @param dice the Dice coefficient alone, where it takes less work than the overlap
 * @param softOverlap soft sums, where the layouts hold probabilities
 */
public record PairPlan(Kernel overlap, Optional<Kernel> dice, Optional<Kernel> softOverlap) {

  /** Returns every kernel. */
  public List<Kernel> kernels() {
    return Stream.of(Optional.of(overlap), dice, softOverlap).flatMap(Optional::stream).toList();
  }

  /** Plans a type as the prediction against a type as the truth. */
  public static PairPlan of(MaskType predictionType, MaskType truthType) {
    Source prediction = Source.of(predictionType.format());
    Source truth = Source.of(truthType.format());
    if (prediction.grain() != truth.grain() || prediction.element() != truth.element()) {
      throw new IllegalArgumentException(
          "no common form of " + predictionType.format() + " and " + truthType.format());
    }
    return new PairPlan(
        overlap(prediction, truth),
        dice(prediction, truth, predictionType.emptyMasks()),
        soft(prediction, truth));
  }

  private static Kernel overlap(Source prediction, Source truth) {
    String name = "overlap";
    if (prediction instanceof RunSource runs && truth instanceof RunSource others) {
      return new Kernel.RunMerge(name, runs.encoding(), others.encoding(), new Result.Counts());
    }
    Value predicted = foreground(prediction, Side.PREDICTION);
    Value actual = foreground(truth, Side.TRUTH);
    Optional<Value> counted = truth.counted();
    if (counted.isPresent()) {
      predicted = new Value.And("predictedCounted", predicted, counted.get());
    }
    List<Total> totals = new ArrayList<>();
    totals.add(new Total("intersection", new Value.And(Names.BOTH, predicted, actual)));
    totals.add(new Total("predictionSize", predicted));
    totals.add(new Total("truthSize", actual));
    counted.ifPresent(value -> totals.add(new Total("pixels", value)));
    Program program = new Program(totals);
    return prediction.grain() == Grain.WORD
        ? new Kernel.WordCounts(name, program, new Result.Counts())
        : new Kernel.PixelCounts(name, prediction.element(), program, new Result.Counts());
  }

  /** Of words, |A| + |B| = |A∩B| + |A∪B|: two bit counts where the overlap needs three. */
  private static Optional<Kernel> dice(Source prediction, Source truth, EmptyMasks emptyMasks) {
    if (prediction.grain() != Grain.WORD) {
      return Optional.empty();
    }
    Value predicted = foreground(prediction, Side.PREDICTION);
    Value actual = foreground(truth, Side.TRUTH);
    Program program =
        new Program(
            List.of(
                new Total("intersection", new Value.And(Names.BOTH, predicted, actual)),
                new Total("union", new Value.Or(Names.EITHER, predicted, actual))));
    return Optional.of(new Kernel.WordCounts("dice", program, new Result.Dice(emptyMasks)));
  }

  private static Optional<Kernel> soft(Source prediction, Source truth) {
    Optional<Value> p = prediction.probability(Side.PREDICTION);
    Optional<Value> t = truth.probability(Side.TRUTH);
    if (p.isEmpty() || t.isEmpty()) {
      return Optional.empty();
    }
    Program program =
        new Program(
            List.of(
                new Total("intersection", new Value.Product("pt", p.get(), t.get())),
                new Total("predictionSum", p.get()),
                new Total("truthSum", t.get())));
    return Optional.of(
        new Kernel.PixelSums("softOverlap", prediction.element(), program, new Result.Sums()));
  }

  private static Value foreground(Source source, Side side) {
    return source.foreground(side).orElseThrow();
  }
}
