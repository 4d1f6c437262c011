package dev.sorensen.processor.widths;

import java.lang.foreign.MemorySegment;
import java.util.Random;

/**
 * A mask of one of the types of {@link ClassMasks}, with what its layout means spelled out.
 *
 * @param mask the mask
 * @param labels the class of each pixel, −1 for none; only of label maps
 * @param ignored which pixels count nowhere if this is the truth
 * @param values the probabilities by class and pixel; 1 and 0 where the layout has none
 * @param raw what is stored, by class and pixel, where that has an order
 * @param threshold foreground is above it
 * @param soft whether the layout has probabilities
 */
record ClassMask(
    Object mask,
    int[] labels,
    boolean[] ignored,
    double[][] values,
    double[][] raw,
    double threshold,
    boolean soft) {

  boolean isLabelMap() {
    return labels != null;
  }

  int pixels() {
    return ignored.length;
  }

  /** Returns whether a pixel is in a class, as prediction against a truth or as truth. */
  boolean is(int c, int pixel, ClassMask truth) {
    if (labels != null) {
      return labels[pixel] == c;
    }
    if (soft && truth.isLabelMap() && truth != this) {
      return largest(pixel) == c;
    }
    return values[c][pixel] > threshold;
  }

  private int largest(int pixel) {
    int best = 0;
    double largest = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < raw.length; c++) {
      if (raw[c][pixel] > largest) {
        largest = raw[c][pixel];
        best = c;
      }
    }
    return best;
  }

  /** Returns a mask of a type: label maps are about a plain one, planes are random. */
  static ClassMask of(Class<?> type, int[] plain, Random random) {
    int n = plain.length;
    return switch (type.getSimpleName()) {
      case "Bytes6", "Bytes40", "Bytes256" -> {
        int[] labels = of(classes(type), plain);
        yield labelMap(bytes(type, labels, n), labels, classes(type), -1);
      }
      case "Shorts6", "Shorts65536" -> {
        int[] labels = of(classes(type), plain);
        yield labelMap(shorts(type, labels, n), labels, classes(type), -1);
      }
      case "Partial6" -> {
        int[] labels = with(255, of(6, plain), random);
        yield labelMap(bytes(type, labels, n), labels, 6, 255);
      }
      case "OffHeapBytes6" -> {
        int[] labels = with(7, of(6, plain), random);
        yield labelMap(bytes(type, labels, n), labels, 6, 7);
      }
      case "Background6" -> {
        int[] labels = of(6, plain);
        yield labelMap(shorts(type, labels, n), labels, 6, 0);
      }
      case "Shorts40" -> {
        int[] labels = with(50_000, of(40, plain), random);
        yield labelMap(shorts(type, labels, n), labels, 40, 50_000);
      }
      case "Shorts300" -> {
        int[] labels = with(255, of(300, plain), random);
        yield labelMap(shorts(type, labels, n), labels, 300, 255);
      }
      case "Bits6", "OffHeapBits6" -> bitPlanes(type, n, random);
      case "Floats6" -> planes(type, 6, n, 0.25, random);
      case "Doubles6" -> planes(type, 6, n, 0.3, random);
      case "Logits6" -> planes(type, 6, n, 0.2, random);
      case "OffHeapLogits6" -> planes(type, 6, n, 0.5, random);
      case "Floats40", "OffHeapDoubles40" -> planes(type, 40, n, 0.5, random);
      default -> throw new AssertionError(type);
    };
  }

  static int classes(Class<?> type) {
    return Integer.parseInt(type.getSimpleName().replaceAll("\\D", ""));
  }

  private static int[] of(int classes, int[] plain) {
    int[] labels = plain.clone();
    for (int i = 0; i < labels.length; i++) {
      labels[i] %= classes;
    }
    return labels;
  }

  private static int[] with(int ignored, int[] labels, Random random) {
    int stretch = 1 + random.nextInt(50);
    for (int i = 0; i < labels.length; i += stretch) {
      for (int j = i; j < Math.min(labels.length, i + stretch / 4 + 1); j++) {
        labels[j] = random.nextInt(4) == 0 ? ignored : labels[j];
      }
    }
    return labels;
  }

  private static Object bytes(Class<?> type, int[] labels, int width) {
    byte[] bytes = new byte[labels.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) labels[i];
    }
    return switch (type.getSimpleName()) {
      case "Bytes6" -> new ClassMasks.Bytes6(bytes, width);
      case "Bytes40" -> new ClassMasks.Bytes40(bytes, width);
      case "Bytes256" -> new ClassMasks.Bytes256(bytes, width);
      case "Partial6" -> new ClassMasks.Partial6(bytes, width);
      case "OffHeapBytes6" ->
          new ClassMasks.OffHeapBytes6(
              PairMask.Segments.kind(width % 3, MemorySegment.ofArray(bytes)), width);
      default -> throw new AssertionError(type);
    };
  }

  private static Object shorts(Class<?> type, int[] labels, int width) {
    short[] shorts = new short[labels.length];
    for (int i = 0; i < shorts.length; i++) {
      shorts[i] = (short) labels[i];
    }
    return switch (type.getSimpleName()) {
      case "Shorts6" -> new ClassMasks.Shorts6(shorts);
      case "Shorts40" -> new ClassMasks.Shorts40(shorts, width);
      case "Shorts300" -> new ClassMasks.Shorts300(shorts, width);
      case "Shorts65536" -> new ClassMasks.Shorts65536(shorts, width);
      case "Background6" -> new ClassMasks.Background6(shorts, width);
      default -> throw new AssertionError(type);
    };
  }

  private static ClassMask labelMap(Object mask, int[] labels, int classes, int ignoreLabel) {
    boolean[] ignored = new boolean[labels.length];
    double[][] values = new double[classes > 1000 ? 0 : classes][labels.length];
    int[] predicted = labels.clone();
    for (int i = 0; i < labels.length; i++) {
      ignored[i] = labels[i] == ignoreLabel;
      if (ignored[i]) {
        predicted[i] = -1;
      } else if (values.length > 0) {
        values[labels[i]][i] = 1;
      }
    }
    return new ClassMask(mask, predicted, ignored, values, new double[0][], 0.5, false);
  }

  private static ClassMask bitPlanes(Class<?> type, int pixels, Random random) {
    int words = (pixels + 63) / 64;
    long[] all = new long[6 * words];
    double[][] values = new double[6][pixels];
    for (int c = 0; c < 6; c++) {
      boolean[] plane = Sample.random(random, pixels).prediction();
      System.arraycopy(Sample.bits(plane, random), 0, all, c * words, words);
      for (int i = 0; i < pixels; i++) {
        values[c][i] = plane[i] ? 1 : 0;
      }
    }
    Object mask =
        type == ClassMasks.Bits6.class
            ? new ClassMasks.Bits6(all, pixels)
            : new ClassMasks.OffHeapBits6(
                PairMask.Segments.kind(pixels % 3, MemorySegment.ofArray(all)), pixels);
    return new ClassMask(mask, null, new boolean[pixels], values, new double[0][], 0.5, false);
  }

  /** Values of few different kinds, so that many pixels have several largest. */
  private static ClassMask planes(
      Class<?> type, int classes, int pixels, double threshold, Random random) {
    float[] stored = new float[classes * pixels];
    for (int i = 0; i < stored.length; i++) {
      stored[i] = random.nextBoolean() ? random.nextInt(5) / 4f : random.nextFloat();
    }
    double[][] raw = new double[classes][pixels];
    for (int c = 0; c < classes; c++) {
      for (int i = 0; i < pixels; i++) {
        raw[c][i] = stored[c * pixels + i];
      }
    }
    double[] doubles = new double[stored.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = stored[i];
    }
    int kind = pixels % 3;
    Object mask =
        switch (type.getSimpleName()) {
          case "Floats6" -> new ClassMasks.Floats6(stored);
          case "Doubles6" -> new ClassMasks.Doubles6(doubles, pixels);
          case "Logits6" -> new ClassMasks.Logits6(stored, pixels);
          case "OffHeapLogits6" ->
              new ClassMasks.OffHeapLogits6(
                  PairMask.Segments.kind(kind, MemorySegment.ofArray(stored)), pixels);
          case "Floats40" -> new ClassMasks.Floats40(stored, pixels);
          case "OffHeapDoubles40" ->
              new ClassMasks.OffHeapDoubles40(
                  PairMask.Segments.kind(kind, MemorySegment.ofArray(doubles)), pixels);
          default -> throw new AssertionError(type);
        };
    return new ClassMask(
        mask, null, new boolean[pixels], activated(type, raw), raw, threshold, true);
  }

  private static double[][] activated(Class<?> type, double[][] raw) {
    int pixels = raw[0].length;
    double[][] values = new double[raw.length][pixels];
    for (int i = 0; i < pixels; i++) {
      double largest = Double.NEGATIVE_INFINITY;
      for (double[] plane : raw) {
        largest = Math.max(largest, plane[i]);
      }
      double sum = 0;
      for (double[] plane : raw) {
        sum += StrictMath.exp(plane[i] - largest);
      }
      for (int c = 0; c < raw.length; c++) {
        values[c][i] =
            switch (type.getSimpleName()) {
              case "Doubles6" -> 1 / (1 + StrictMath.exp(-raw[c][i]));
              case "Logits6", "OffHeapLogits6" -> StrictMath.exp(raw[c][i] - largest) / sum;
              default -> raw[c][i];
            };
      }
    }
    return values;
  }
}
