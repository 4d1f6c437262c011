package dev.sorensen.internal;

import dev.sorensen.Overlap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongBiFunction;

/**
 * Counts many masks against many. Most pairs of instances lie apart, which their boxes tell; of the
 * others, only the rows that they share are compared.
 */
public final class BoxedPairs {

  private BoxedPairs() {}

  /** Counts the pixels of a pair of masks from one, a multiple of 64, to before another. */
  @FunctionalInterface
  public interface PairKernel<P, T> {
    /** Returns the overlap of a range of pixels, or of more around it. */
    Overlap overlap(P prediction, T truth, long from, long to);
  }

  /** Counts the pixels that a pair of masks shares, given what is known of them. */
  @FunctionalInterface
  private interface SharedPixels<P, A, T, B> {
    long count(P prediction, A a, T truth, B b);
  }

  /**
   * Returns the counts of every prediction with every truth.
   *
   * @param predictionBox reads and checks a prediction
   * @param truthBox reads and checks a truth
   * @param pixels checks that a pair has the same extents
   * @param kernel counts a pair
   */
  public static <P, T> Overlap[][] overlaps(
      List<? extends P> predictions,
      List<? extends T> truths,
      Function<P, ? extends Boxed> predictionBox,
      Function<T, ? extends Boxed> truthBox,
      ToLongBiFunction<P, T> pixels,
      PairKernel<P, T> kernel) {
    return allPairs(
        predictions,
        truths,
        predictionBox,
        truthBox,
        pixels,
        (prediction, a, truth, b) -> shared(prediction, a.box(), truth, b.box(), kernel));
  }

  /**
   * Returns the counts of every prediction with every truth, both of runs.
   *
   * @param predictionRuns reads and checks a prediction
   * @param truthRuns reads and checks a truth
   * @param pixels checks that a pair has the same extents
   */
  public static <P, T> Overlap[][] overlaps(
      List<? extends P> predictions,
      List<? extends T> truths,
      Function<P, BoxedRuns> predictionRuns,
      Function<T, BoxedRuns> truthRuns,
      ToLongBiFunction<P, T> pixels) {
    return allPairs(
        predictions,
        truths,
        predictionRuns,
        truthRuns,
        pixels,
        (prediction, a, truth, b) -> a.shared(b));
  }

  private static <P, A extends Boxed, T, B extends Boxed> Overlap[][] allPairs(
      List<? extends P> predictions,
      List<? extends T> truths,
      Function<P, A> readPrediction,
      Function<T, B> readTruth,
      ToLongBiFunction<P, T> pixels,
      SharedPixels<P, A, T, B> shared) {
    List<B> read = new ArrayList<>();
    for (T truth : truths) {
      read.add(readTruth.apply(truth));
    }
    Overlap[][] overlaps = new Overlap[predictions.size()][truths.size()];
    int row = 0;
    for (P prediction : predictions) {
      A a = readPrediction.apply(prediction);
      int column = 0;
      for (T truth : truths) {
        B b = read.get(column);
        long count = pixels.applyAsLong(prediction, truth);
        long both = a.box().isApartFrom(b.box()) ? 0 : shared.count(prediction, a, truth, b);
        overlaps[row][column++] = new Overlap(both, a.box().size(), b.box().size(), count);
      }
      row++;
    }
    return overlaps;
  }

  private static <P, T> long shared(
      P prediction, MaskBox a, T truth, MaskBox b, PairKernel<P, T> kernel) {
    long from = Math.max(a.from(), b.from());
    long to = Math.min(Math.min(a.to(), b.to()), a.pixels());
    return kernel.overlap(prediction, truth, from, to).intersection();
  }
}
