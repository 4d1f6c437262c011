package dev.sorensen.internal;

import dev.sorensen.Activation;
import dev.sorensen.RunEncoding;
import dev.sorensen.SegmentationMask;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A made-up segmentation, to measure or to warm up with: balls in an image whose extents are all
 * alike, in every layout. Each call makes the same.
 */
public final class SampleMask {

  /** How much of the image all balls together would take, did they not overlap. */
  private static final double COVERED = 0.3;

  private static final int FEWEST_BALLS = 8;

  /** How far a prediction's balls are from the truth's, relative to their radius. */
  private static final double MOVED = 0.2;

  private static final long SEED_OF_BALLS = 1;
  private static final long SEED_OF_PREDICTION = 2;
  private static final long SEED_OF_TRUTH = 3;

  private final int classes;

  /** Seeds what the mask alone has: another mask has the same balls. */
  private final long seed;

  /** The class of each pixel, unsigned; of one class, 1 in the foreground. */
  private final short[] pixels;

  private SampleMask(int dimensions, int edge, int classes, double moved, long seed) {
    this.classes = classes;
    this.seed = seed;
    double all = Math.pow(edge, dimensions);
    if (edge < 1 || dimensions < 1 || all * classes > Integer.MAX_VALUE - Long.SIZE) {
      throw new IllegalArgumentException(
          "no array holds a sample with %d dimensions of %d pixels and %d classes"
              .formatted(dimensions, edge, classes));
    }
    this.pixels = new short[(int) all];
    drawBalls(dimensions, edge, moved);
  }

  /**
   * Returns a prediction: the balls of {@link #truth}, each moved a little.
   *
   * @param dimensions how many dimensions the image has
   * @param edge how many pixels it has in each
   * @param classes 1 for foreground and background, or how many classes there are
   */
  public static SampleMask prediction(int dimensions, int edge, int classes) {
    return new SampleMask(dimensions, edge, classes, MOVED, SEED_OF_PREDICTION);
  }

  /**
   * Returns a truth.
   *
   * @param dimensions how many dimensions the image has
   * @param edge how many pixels it has in each
   * @param classes 1 for foreground and background, or how many classes there are
   */
  public static SampleMask truth(int dimensions, int edge, int classes) {
    return new SampleMask(dimensions, edge, classes, 0, SEED_OF_TRUTH);
  }

  /**
   * Draws the second half of the pixels at random, and returns this: label maps in which labels
   * change often are counted in another way.
   */
  public SampleMask withNoise() {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = pixels.length / 2; i < pixels.length; i++) {
      pixels[i] = (short) random.nextInt(classes == 1 ? 2 : classes);
    }
    return this;
  }

  private void drawBalls(int dimensions, int edge, double moved) {
    int balls = Math.max(FEWEST_BALLS, classes - 1);
    double radius = edge * Math.pow(COVERED / balls / unitBall(dimensions), 1.0 / dimensions);
    SplittableRandom common = new SplittableRandom(SEED_OF_BALLS);
    SplittableRandom own = new SplittableRandom(seed);
    for (int ball = 0; ball < balls; ball++) {
      double r = radius * common.nextDouble(0.6, 1.4);
      double[] centre = new double[dimensions];
      for (int d = 0; d < dimensions; d++) {
        centre[d] = edge * common.nextDouble() + moved * r * (2 * own.nextDouble() - 1);
      }
      short label = (short) (classes == 1 ? 1 : 1 + ball % (classes - 1));
      draw(label, centre, dimensions - 1, 0, r * r, edge);
    }
  }

  /** The volume of a ball with radius 1. */
  private static double unitBall(int dimensions) {
    return switch (dimensions) {
      case 0 -> 1;
      case 1 -> 2;
      default -> unitBall(dimensions - 2) * 2 * Math.PI / dimensions;
    };
  }

  /**
   * Draws what a ball has of an axis and those inside it.
   *
   * @param from the first pixel of the row, plane, … that is drawn into
   * @param left the squared radius, less the squared distance on the axes outside
   */
  private void draw(short label, double[] centre, int axis, int from, double left, int edge) {
    double reach = Math.sqrt(left);
    int first = (int) Math.max(0, Math.ceil(centre[axis] - reach));
    int end = (int) Math.min(edge, Math.floor(centre[axis] + reach) + 1);
    if (axis == 0) {
      if (first < end) {
        Arrays.fill(pixels, from + first, from + end, label);
      }
      return;
    }
    int stride = (int) Math.pow(edge, axis);
    for (int x = first; x < end; x++) {
      double distance = x - centre[axis];
      double inside = Math.max(0, left - distance * distance);
      draw(label, centre, axis - 1, from + x * stride, inside, edge);
    }
  }

  /** Returns how many numbers there are: one for each pixel and class. */
  int numbers() {
    return classes * pixels.length;
  }

  /** Whether a pixel is in a plane: of one class, that of the foreground. */
  private boolean isIn(int plane, int pixel) {
    return Short.toUnsignedInt(pixels[pixel]) == (classes == 1 ? 1 : plane);
  }

  /** Returns one bit a pixel, each class in a plane of words. */
  public long[] bits() {
    int words = Math.ceilDiv(pixels.length, Long.SIZE);
    long[] bits = new long[classes * words];
    for (int c = 0; c < classes; c++) {
      for (int i = 0; i < pixels.length; i++) {
        if (isIn(c, i)) {
          bits[c * words + i / Long.SIZE] |= 1L << i;
        }
      }
    }
    return bits;
  }

  /**
   * Returns one label a pixel, of a mask of one class.
   *
   * @param ignored the label of the first pixels, one in 64 of all; or {@link
   *     SegmentationMask#NO_LABEL}
   */
  public byte[] bytes(int background, int foreground, int ignored) {
    return bytes(ignored, new int[] {background, foreground});
  }

  /** Returns {@link #bytes} as 16-bit labels. */
  public short[] shorts(int background, int foreground, int ignored) {
    return shorts(ignored, new int[] {background, foreground});
  }

  /**
   * Returns the class of each pixel, of a mask of several.
   *
   * @param ignored the label of the first pixels, one in 64 of all; or {@link
   *     SegmentationMask#NO_LABEL}
   */
  public byte[] classBytes(int ignored) {
    return bytes(ignored, IntStream.range(0, classes).toArray());
  }

  /** Returns {@link #classBytes} as 16-bit labels. */
  public short[] classShorts(int ignored) {
    return shorts(ignored, IntStream.range(0, classes).toArray());
  }

  private byte[] bytes(int ignored, int[] labels) {
    byte[] bytes = new byte[pixels.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) label(i, ignored, labels);
    }
    return bytes;
  }

  private short[] shorts(int ignored, int[] labels) {
    short[] shorts = new short[pixels.length];
    for (int i = 0; i < shorts.length; i++) {
      shorts[i] = (short) label(i, ignored, labels);
    }
    return shorts;
  }

  private int label(int pixel, int ignored, int[] labels) {
    boolean isIgnored = ignored != SegmentationMask.NO_LABEL && pixel < pixels.length / 64;
    return isIgnored ? ignored : labels[Short.toUnsignedInt(pixels[pixel])];
  }

  /**
   * Returns one number a pixel and class: probabilities above the threshold where the pixel is of
   * the class and below it elsewhere, or their logits.
   *
   * @param threshold of the mask type; one that is no probability is taken to be ½
   * @param activation what makes probabilities of the numbers
   */
  public float[] floats(double threshold, Activation activation) {
    float[] numbers = new float[numbers()];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) number(i, threshold, activation, random);
    }
    return numbers;
  }

  /** Returns {@link #floats} as doubles. */
  public double[] doubles(double threshold, Activation activation) {
    double[] numbers = new double[numbers()];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(i, threshold, activation, random);
    }
    return numbers;
  }

  private double number(
      int index, double threshold, Activation activation, SplittableRandom random) {
    double border = threshold > 0 && threshold < 1 ? threshold : 0.5;
    // Not so near the border that a float would be on it, nor so near 0 or 1.
    double part = random.nextDouble(0.02, 0.98);
    boolean inside = isIn(index / pixels.length, index % pixels.length);
    double probability = inside ? border + (1 - border) * part : border * part;
    return switch (activation) {
      case NONE -> probability;
      case SIGMOID, SOFTMAX -> Math.log(probability / (1 - probability));
    };
  }

  /** Returns the foreground as runs, of a mask of one class. */
  public int[] runs(RunEncoding encoding) {
    int[] runs = new int[16];
    int count = 0;
    int from = 0; // of the run before the next change
    for (int i = 0; i <= pixels.length; i++) {
      boolean inRun = count % 2 == 1;
      boolean foreground = i < pixels.length && isIn(0, i);
      if (i < pixels.length && foreground == inRun) {
        continue;
      }
      if (i == pixels.length && !inRun && encoding != RunEncoding.COUNTS) {
        break;
      }
      if (count == runs.length) {
        runs = Arrays.copyOf(runs, 2 * count);
      }
      boolean isStart = encoding != RunEncoding.COUNTS && !inRun;
      runs[count++] = isStart || encoding == RunEncoding.START_END ? i : i - from;
      from = i;
    }
    return Arrays.copyOf(runs, count);
  }

  /** Returns a copy off the heap, which lives as long as it is in use. */
  public static MemorySegment offHeap(MemorySegment array) {
    MemorySegment copy = Arena.ofAuto().allocate(array.byteSize(), Long.BYTES);
    return copy.copyFrom(array);
  }
}
