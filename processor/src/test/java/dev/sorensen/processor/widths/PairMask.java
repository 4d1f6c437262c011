package dev.sorensen.processor.widths;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;

/**
 * A mask of one of the types of {@link PairMasks}, with what its layout means spelled out.
 *
 * @param mask the mask
 * @param foreground which pixels are foreground
 * @param ignored which pixels count nowhere if this is the truth
 * @param values what soft sums add up
 */
record PairMask(Object mask, boolean[] foreground, boolean[] ignored, double[] values) {

  record Shape(int width, int height) {
    static Shape random(int pixels, Random random) {
      int height = pixels % 7 == 0 && random.nextBoolean() ? 7 : 1;
      return new Shape(pixels / height, height);
    }
  }

  /** Returns a mask of a type, whose foreground is about that of a plain one. */
  static PairMask of(Class<?> type, boolean[] plain, Shape shape, Random random) {
    int w = shape.width();
    int h = shape.height();
    return switch (type.getSimpleName()) {
      case "Bits" -> hard(new PairMasks.Bits(Sample.bits(plain, random), w, h), plain);
      case "Starts" -> hard(new PairMasks.Starts(Sample.startLength(plain), w, h), plain);
      case "Ends" -> hard(new PairMasks.Ends(Sample.startEnd(plain), w, h), plain);
      case "Counts" -> hard(new PairMasks.Counts(Sample.counts(plain), w, h), plain);
      case "OffHeapBits" ->
          hard(new PairMasks.OffHeapBits(offHeap(Sample.bits(plain, random), random), w, h), plain);
      case "OffHeapRuns" ->
          hard(new PairMasks.OffHeapRuns(offHeap(Sample.counts(plain), random), w, h), plain);
      case "Labels" -> {
        int[] labels = labels(plain, new int[] {7, 7, 255}, new int[] {0, 1, 254, 255}, random);
        yield labelled(new PairMasks.Labels(bytes(labels), w, h), labels, 7, 255);
      }
      case "Shorts" -> {
        int[] labels =
            labels(plain, new int[] {1, 300, 65_535, 40_000}, new int[] {0, 0, 40_000}, random);
        yield labelled(new PairMasks.Shorts(shorts(labels)), labels, -1, 40_000);
      }
      case "OffHeapLabels" -> {
        int[] labels = labels(plain, new int[] {1, 2, 255, 200}, new int[] {0, 0, 200}, random);
        yield labelled(
            new PairMasks.OffHeapLabels(offHeap(bytes(labels), random)), labels, -1, 200);
      }
      case "OffHeapShorts" -> {
        int[] labels = labels(plain, new int[] {7}, new int[] {0, 0, 8, 263}, random);
        yield labelled(
            new PairMasks.OffHeapShorts(offHeap(shorts(labels), random), w, h), labels, 7, -1);
      }
      case "Floats" -> {
        float[] values = floats(plain, 0.25f, random);
        yield numbers(new PairMasks.Floats(values, w, h), widened(values), 0.25);
      }
      case "OffHeapFloats" -> {
        float[] values = floats(plain, 0.25f, random);
        yield numbers(new PairMasks.OffHeapFloats(offHeap(values, random)), widened(values), 0.25);
      }
      case "Doubles" -> {
        double[] values = doubles(plain, 0.1, random);
        yield numbers(new PairMasks.Doubles(values, (long) w * h), values, 0.1);
      }
      case "OffHeapDoubles" -> {
        double[] values = doubles(plain, 0.5, random);
        yield numbers(new PairMasks.OffHeapDoubles(offHeap(values, random), w, h), values, 0.5);
      }
      case "Logits" -> {
        float[] logits = floats(plain, (float) Math.log(0.3 / 0.7), random);
        yield numbers(new PairMasks.Logits(logits, w, h), sigmoid(widened(logits)), 0.3);
      }
      case "OffHeapLogits" -> {
        double[] logits = doubles(plain, 0, random);
        yield numbers(
            new PairMasks.OffHeapLogits(offHeap(logits, random), w, h), sigmoid(logits), 0.5);
      }
      default -> throw new AssertionError(type);
    };
  }

  private static PairMask hard(Object mask, boolean[] foreground) {
    return new PairMask(mask, foreground, new boolean[foreground.length], asNumbers(foreground));
  }

  private static double[] asNumbers(boolean[] foreground) {
    double[] values = new double[foreground.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = foreground[i] ? 1 : 0;
    }
    return values;
  }

  private static PairMask labelled(Object mask, int[] labels, int foreground, int ignoreLabel) {
    boolean[] yes = new boolean[labels.length];
    boolean[] ignored = new boolean[labels.length];
    for (int i = 0; i < labels.length; i++) {
      ignored[i] = labels[i] == ignoreLabel;
      boolean meant = foreground < 0 ? labels[i] != 0 : labels[i] == foreground;
      yes[i] = meant && !ignored[i];
    }
    return new PairMask(mask, yes, ignored, asNumbers(yes));
  }

  private static PairMask numbers(Object mask, double[] values, double threshold) {
    boolean[] foreground = new boolean[values.length];
    for (int i = 0; i < values.length; i++) {
      foreground[i] = values[i] > threshold;
    }
    return new PairMask(mask, foreground, new boolean[values.length], values);
  }

  private static int[] labels(boolean[] plain, int[] yes, int[] no, Random random) {
    int[] labels = new int[plain.length];
    for (int i = 0; i < plain.length; i++) {
      int[] some = plain[i] ? yes : no;
      labels[i] = some[random.nextInt(some.length)];
    }
    return labels;
  }

  private static byte[] bytes(int[] labels) {
    byte[] bytes = new byte[labels.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) labels[i];
    }
    return bytes;
  }

  private static short[] shorts(int[] labels) {
    short[] shorts = new short[labels.length];
    for (int i = 0; i < shorts.length; i++) {
      shorts[i] = (short) labels[i];
    }
    return shorts;
  }

  /** Values above and not above a threshold, many exactly at it or next to it. */
  private static double[] doubles(boolean[] plain, double threshold, Random random) {
    double[] values = new double[plain.length];
    for (int i = 0; i < values.length; i++) {
      double edge = plain[i] ? Math.nextUp(threshold) : threshold;
      // Probabilities are not negative; logits, with a threshold that is not positive, may be.
      double below =
          threshold > 0 ? threshold * random.nextDouble() : threshold - random.nextDouble();
      double other = plain[i] ? threshold + random.nextDouble() : below;
      values[i] = random.nextInt(3) == 0 ? edge : other;
    }
    return values;
  }

  private static float[] floats(boolean[] plain, float threshold, Random random) {
    float[] values = new float[plain.length];
    for (int i = 0; i < values.length; i++) {
      float edge = plain[i] ? Math.nextUp(threshold) : threshold;
      float below = threshold > 0 ? threshold * random.nextFloat() : threshold - random.nextFloat();
      float other = plain[i] ? threshold + random.nextFloat() : below;
      values[i] = random.nextInt(3) == 0 ? edge : other;
    }
    return values;
  }

  private static double[] widened(float[] values) {
    double[] widened = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      widened[i] = values[i];
    }
    return widened;
  }

  private static double[] sigmoid(double[] logits) {
    double[] probabilities = new double[logits.length];
    for (int i = 0; i < logits.length; i++) {
      probabilities[i] = 1 / (1 + StrictMath.exp(-logits[i]));
    }
    return probabilities;
  }

  private static MemorySegment offHeap(Object array, Random random) {
    MemorySegment heap =
        switch (array) {
          case long[] longs -> MemorySegment.ofArray(longs);
          case int[] ints -> MemorySegment.ofArray(ints);
          case short[] shorts -> MemorySegment.ofArray(shorts);
          case byte[] bytes -> MemorySegment.ofArray(bytes);
          case float[] floats -> MemorySegment.ofArray(floats);
          case double[] doubles -> MemorySegment.ofArray(doubles);
          default -> throw new AssertionError(array);
        };
    return Segments.kind(random.nextInt(Segments.KINDS), heap);
  }

  /** The same bytes in each kind of memory. */
  static final class Segments {

    static final int KINDS = 3;

    private Segments() {}

    static MemorySegment kind(int kind, MemorySegment heap) {
      switch (kind) {
        case 0 -> {
          return heap;
        }
        case 1 -> {
          // Not aligned to anything.
          MemorySegment around = Arena.ofAuto().allocate(heap.byteSize() + 1);
          return around.asSlice(1).copyFrom(heap);
        }
        default -> {
          byte[] bytes = heap.toArray(ValueLayout.JAVA_BYTE);
          return MemorySegment.ofArray(bytes).asReadOnly();
        }
      }
    }
  }
}
