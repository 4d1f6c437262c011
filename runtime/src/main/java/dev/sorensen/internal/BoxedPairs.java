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
      Function<P, MaskBox> predictionBox,
      Function<T, MaskBox> truthBox,
      ToLongBiFunction<P, T> pixels,
      PairKernel<P, T> kernel) {
    List<MaskBox> boxes = new ArrayList<>();
    for (T truth : truths) {
      boxes.add(truthBox.apply(truth));
    }
    Overlap[][] overlaps = new Overlap[predictions.size()][truths.size()];
    int row = 0;
    for (P prediction : predictions) {
      MaskBox a = predictionBox.apply(prediction);
      int column = 0;
      for (T truth : truths) {
        MaskBox b = boxes.get(column);
        long count = pixels.applyAsLong(prediction, truth);
        long shared = a.isApartFrom(b) ? 0 : shared(prediction, a, truth, b, kernel);
        overlaps[row][column++] = new Overlap(shared, a.size(), b.size(), count);
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
