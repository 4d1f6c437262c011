package dev.sorensen.examples.quickstart;

import dev.sorensen.Extent;
import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the Dice coefficient and the Dice loss change while one square is pushed over another of the
 * same size: the picture in the README.
 */
public final class OverlapCurve {

  /** Of a square, in pixels. */
  static final int SIDE = 20;

  private static final int WIDTH = 2 * SIDE;
  private static final int HEIGHT = SIDE;

  /** One bit a pixel. */
  @SegmentationMask
  record Bits(@Pixels long[] words, @Extent int width, @Extent int height) {}

  /** One probability a pixel, with the default loss. */
  @SegmentationMask(truths = Bits.class)
  record Probabilities(@Pixels float[] values, @Extent int width, @Extent int height) {}

  /**
   * A place on the curves.
   *
   * @param columns how many of the {@link #SIDE} columns of the truth the prediction covers
   * @param dice the Dice coefficient of two masks of bits
   * @param loss the Dice loss of probabilities against bits
   */
  record Point(int columns, double dice, double loss) {

    /** The share of either mask that lies in the other. */
    double overlap() {
      return (double) columns / SIDE;
    }
  }

  private OverlapCurve() {}

  /** The square of {@link #SIDE} columns that begins at one. */
  private static IntStream square(int firstColumn) {
    return IntStream.range(0, WIDTH * HEIGHT)
        .filter(i -> i % WIDTH >= firstColumn && i % WIDTH < firstColumn + SIDE);
  }

  static Bits bits(int firstColumn) {
    long[] words = new long[(WIDTH * HEIGHT + 63) / 64];
    square(firstColumn).forEach(i -> words[i >>> 6] |= 1L << i);
    return new Bits(words, WIDTH, HEIGHT);
  }

  static Probabilities probabilities(int firstColumn) {
    float[] values = new float[WIDTH * HEIGHT];
    square(firstColumn).forEach(i -> values[i] = 1);
    return new Probabilities(values, WIDTH, HEIGHT);
  }

  /** The curves, from no overlap to all. */
  static List<Point> points() {
    Bits truth = bits(0);
    return IntStream.rangeClosed(0, SIDE)
        .mapToObj(
            columns ->
                new Point(
                    columns,
                    OverlapCurve_BitsDice.dice(bits(SIDE - columns), truth),
                    OverlapCurve_ProbabilitiesDice.diceLoss(probabilities(SIDE - columns), truth)))
        .toList();
  }

  /**
   * Prints the picture, an SVG file.
   *
   * @param args none
   */
  public static void main(String[] args) {
    System.out.print(CurvePicture.of(points()));
  }
}
