package dev.sorensen.examples.quickstart;

import dev.sorensen.DiceLoss;
import dev.sorensen.Extent;
import dev.sorensen.Overlap;
import dev.sorensen.Pixels;
import dev.sorensen.RunEncoding;
import dev.sorensen.SegmentationMask;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Four layouts on one page. Each type below holds the same two discs in its own way, and its
 * generated class compares them where they lie: {@code Bits} has {@code Quickstart_BitsDice}.
 */
public final class Quickstart {

  static final int WIDTH = 8;
  static final int HEIGHT = 7;

  /** One bit a pixel. */
  @SegmentationMask
  record Bits(@Pixels long[] words, @Extent int width, @Extent int height) {}

  /** One byte a pixel, in a class with a getter; of its labels, 1 is the foreground. */
  @SegmentationMask(foreground = 1)
  static final class Labels {
    private final byte[] labels;

    Labels(byte[] labels) {
      this.labels = labels;
    }

    @Pixels
    byte[] getLabels() {
      return labels;
    }
  }

  /** One float a pixel. Its loss is smoothed by default; here it is not, like the others'. */
  @SegmentationMask(threshold = 0.5)
  @DiceLoss(smoothNumerator = 0, smoothDenominator = 0)
  record Probabilities(@Pixels float[] values, @Extent int width, @Extent int height) {}

  /** COCO's uncompressed run lengths, which go down the columns: so height is innermost. */
  @SegmentationMask(runs = RunEncoding.COUNTS)
  record CocoCounts(@Pixels int[] counts, @Extent int height, @Extent int width) {}

  private Quickstart() {}

  /** Whether a pixel is in the disc of radius 2 around (centre, 3). */
  private static boolean inDisc(int x, int y, int centre) {
    return (x - centre) * (x - centre) + (y - 3) * (y - 3) <= 4;
  }

  static Bits bits(int centre) {
    long[] words = new long[(WIDTH * HEIGHT + 63) / 64];
    pixels(centre).forEach(i -> words[i >>> 6] |= 1L << i);
    return new Bits(words, WIDTH, HEIGHT);
  }

  static Labels labels(int centre) {
    byte[] labels = new byte[WIDTH * HEIGHT];
    labels[0] = 2; // another label: background here
    pixels(centre).forEach(i -> labels[i] = 1);
    return new Labels(labels);
  }

  static Probabilities probabilities(int centre) {
    float[] values = new float[WIDTH * HEIGHT];
    pixels(centre).forEach(i -> values[i] = 1);
    return new Probabilities(values, WIDTH, HEIGHT);
  }

  static CocoCounts cocoCounts(int centre) {
    int[] counts = new int[WIDTH * HEIGHT + 1];
    int run = 0; // even: background, odd: foreground
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      run += inDisc(i / HEIGHT, i % HEIGHT, centre) == (run % 2 == 1) ? 0 : 1;
      counts[run]++;
    }
    return new CocoCounts(Arrays.copyOf(counts, run + 1), HEIGHT, WIDTH);
  }

  /** The pixels of a disc, row by row. */
  private static IntStream pixels(int centre) {
    return IntStream.range(0, WIDTH * HEIGHT).filter(i -> inDisc(i % WIDTH, i / WIDTH, centre));
  }

  /**
   * Prints how the discs around 4 and 3 overlap: the same in every layout.
   *
   * @param args none
   */
  public static void main(String[] args) {
    print(
        "BIT_PACKED",
        Quickstart_BitsDice.dice(bits(4), bits(3)),
        Quickstart_BitsDice.overlap(bits(4), bits(3)),
        Quickstart_BitsDice.diceLoss(bits(4), bits(3)));
    print(
        "BYTE",
        Quickstart_LabelsDice.dice(labels(4), labels(3)),
        Quickstart_LabelsDice.overlap(labels(4), labels(3)),
        Quickstart_LabelsDice.diceLoss(labels(4), labels(3)));
    print(
        "FLOAT",
        Quickstart_ProbabilitiesDice.dice(probabilities(4), probabilities(3)),
        Quickstart_ProbabilitiesDice.overlap(probabilities(4), probabilities(3)),
        Quickstart_ProbabilitiesDice.diceLoss(probabilities(4), probabilities(3)));
    print(
        "RLE",
        Quickstart_CocoCountsDice.dice(cocoCounts(4), cocoCounts(3)),
        Quickstart_CocoCountsDice.overlap(cocoCounts(4), cocoCounts(3)),
        Quickstart_CocoCountsDice.diceLoss(cocoCounts(4), cocoCounts(3)));
  }

  private static void print(String layout, double dice, Overlap overlap, double loss) {
    System.out.printf("%-10s  Dice %s  loss %s  %s%n", layout, dice, loss, overlap);
  }
}
