package dev.sorensen.examples.evaluate.score;

import dev.sorensen.Overlap;
import dev.sorensen.examples.evaluate.input.ObjectCount;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What many cases have in common.
 *
 * @param foreground the foreground of all
 * @param labels each label, in the cases in which it occurs
 * @param names what files call labels, as the first that does
 * @param predictedObjects how many objects the predictions are made of, if any has such
 * @param trueObjects how many the truths are made of, if any has such
 */
public record Summary(
    Spread foreground,
    SortedMap<BigInteger, Spread> labels,
    Map<BigInteger, String> names,
    Optional<ObjectCount> predictedObjects,
    Optional<ObjectCount> trueObjects) {

  /**
   * The Dice coefficients of some cases.
   *
   * @param cases how many there are
   * @param mean their arithmetic mean, the macro average
   * @param standardDeviation of the cases, with n − 1; NaN for one
   * @param minimum the least
   * @param lowerQuartile a quarter is not above it, as numpy's default interpolates
   * @param median the middle
   * @param upperQuartile three quarters are not above it
   * @param maximum the largest
   * @param micro the Dice coefficient of all cases as one, pooled voxel by voxel
   */
  public record Spread(
      int cases,
      double mean,
      double standardDeviation,
      double minimum,
      double lowerQuartile,
      double median,
      double upperQuartile,
      double maximum,
      double micro) {

    static Spread of(List<Overlap> overlaps) {
      double[] dice = overlaps.stream().mapToDouble(Overlap::dice).sorted().toArray();
      double mean = Arrays.stream(dice).average().orElse(Double.NaN);
      double squares = Arrays.stream(dice).map(d -> (d - mean) * (d - mean)).sum();
      return new Spread(
          dice.length,
          mean,
          dice.length < 2 ? Double.NaN : Math.sqrt(squares / (dice.length - 1)),
          dice[0],
          quantile(dice, 0.25),
          quantile(dice, 0.5),
          quantile(dice, 0.75),
          dice[dice.length - 1],
          overlaps.stream().reduce(Overlap::plus).orElseThrow().dice());
    }

    private static double quantile(double[] sorted, double part) {
      double at = part * (sorted.length - 1);
      int below = (int) at;
      int above = Math.min(below + 1, sorted.length - 1);
      return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
  }

  /** Summarizes outcomes, of which one at least was scored; others are left out. */
  public static Summary of(List<Outcome> outcomes) {
    List<Overlap> foreground = new ArrayList<>();
    Map<BigInteger, List<Overlap>> labels = new TreeMap<>();
    Map<BigInteger, String> names = new HashMap<>();
    for (Outcome outcome : outcomes) {
      outcome
          .scored()
          .ifPresent(
              scored -> {
                foreground.add(scored.scores().foreground());
                scored.scores().names().forEach(names::putIfAbsent);
                scored
                    .scores()
                    .labels()
                    .forEach(
                        (label, overlap) ->
                            labels.computeIfAbsent(label, key -> new ArrayList<>()).add(overlap));
              });
    }
    SortedMap<BigInteger, Spread> spreads = new TreeMap<>();
    labels.forEach((label, overlaps) -> spreads.put(label, Spread.of(overlaps)));
    return new Summary(
        Spread.of(foreground),
        spreads,
        names,
        objects(outcomes, Outcome.Scored::prediction),
        objects(outcomes, Outcome.Scored::truth));
  }

  private static Optional<ObjectCount> objects(
      List<Outcome> outcomes, Function<Outcome.Scored, Outcome.Kind> role) {
    return outcomes.stream()
        .flatMap(outcome -> outcome.scored().stream())
        .flatMap(scored -> role.apply(scored).objects().stream())
        .reduce(ObjectCount::plus);
  }
}
