package dev.sorensen.processor.widths;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * Random masks of the types of {@link GradientMasks}, and their data as numbers. No value is near a
 * kink of a form: 0, or the truth of the same pixel.
 */
final class GradientMask {

  private GradientMask() {}

  private static int classes(Class<?> type) {
    String name = type.getSimpleName();
    return name.charAt(name.length() - 1) - '0';
  }

  static boolean holdsDoubles(Class<?> type) {
    return type.getSimpleName().startsWith("Double") || type.getSimpleName().contains("HeapDouble");
  }

  static Object of(Class<?> type, int pixels, Random random) {
    int classes = classes(type);
    String name = type.getSimpleName();
    if (name.startsWith("Bits")) {
      return create(type, bits(classes, pixels, random), pixels);
    }
    if (name.startsWith("Runs")) {
      return create(type, Sample.startLength(mask(pixels, random)), pixels);
    }
    if (name.startsWith("Bytes") || name.startsWith("Shorts")) {
      byte[] bytes = new byte[pixels];
      short[] shorts = new short[pixels];
      for (int i = 0; i < pixels; i++) {
        boolean ignored = name.startsWith("Bytes") && random.nextInt(6) == 0;
        bytes[i] = (byte) (ignored ? 255 : random.nextInt(Math.max(2, classes)));
        shorts[i] = bytes[i];
      }
      return create(type, name.startsWith("Bytes") ? bytes : shorts);
    }
    boolean truth = name.startsWith("Doubles") || name.startsWith("Floats");
    double[] values = truth ? truths(classes * pixels, random) : values(type, pixels, random);
    boolean offHeap = name.startsWith("OffHeap");
    if (holdsDoubles(type)) {
      return create(type, offHeap ? writable(MemorySegment.ofArray(values), random) : values);
    }
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return create(type, offHeap ? writable(MemorySegment.ofArray(floats), random) : floats);
  }

  private static MemorySegment writable(MemorySegment heap, Random random) {
    return PairMask.Segments.kind(random.nextInt(2), heap);
  }

  /** Truths are multiples of a tenth, some of them 0 or 1. */
  private static double[] truths(int length, Random random) {
    return random.ints(length, 0, 11).mapToDouble(tenths -> tenths / 10.0).toArray();
  }

  /** Probabilities lie between the tenths, some outside of 0 to 1; logits have such a sigmoid. */
  private static double[] values(Class<?> type, int pixels, Random random) {
    double[] values = new double[classes(type) * pixels];
    boolean sigmoid = type.getSimpleName().contains("Sigmoid");
    boolean softmax = type.getSimpleName().contains("Softmax");
    for (int i = 0; i < values.length; i++) {
      if (softmax) {
        values[i] = random.nextDouble(-3, 3);
      } else {
        int tenths = sigmoid ? random.nextInt(10) : random.nextInt(-2, 12);
        double p = (tenths + random.nextDouble(0.05, 0.95)) / 10;
        values[i] = sigmoid ? Math.log(p / (1 - p)) : p;
      }
    }
    return values;
  }

  private static boolean[] mask(int pixels, Random random) {
    boolean[] mask = new boolean[pixels];
    for (int i = 0; i < pixels; i++) {
      mask[i] = random.nextInt(3) != 0;
    }
    return mask;
  }

  private static long[] bits(int classes, int pixels, Random random) {
    int words = (pixels + 63) / 64;
    long[] all = new long[classes * words];
    for (int c = 0; c < classes; c++) {
      System.arraycopy(Sample.bits(mask(pixels, random), random), 0, all, c * words, words);
    }
    return all;
  }

  private static Object create(Class<?> type, Object... components) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return constructor.newInstance(components);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns what a prediction's values are held in. */
  static Object data(Object mask) {
    try {
      RecordComponent data = mask.getClass().getRecordComponents()[0];
      data.getAccessor().setAccessible(true);
      return data.getAccessor().invoke(mask);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  static int length(Object data) {
    return switch (data) {
      case float[] floats -> floats.length;
      case double[] doubles -> doubles.length;
      // Only segments of doubles are looked into.
      case MemorySegment segment -> (int) (segment.byteSize() / Double.BYTES);
      default -> throw new AssertionError(data);
    };
  }

  static double get(Object data, int i) {
    return switch (data) {
      case float[] floats -> floats[i];
      case double[] doubles -> doubles[i];
      case MemorySegment segment -> segment.getAtIndex(ValueLayout.JAVA_DOUBLE_UNALIGNED, i);
      default -> throw new AssertionError(data);
    };
  }

  /** Changes every value of a prediction. */
  static void change(Object prediction, DoubleUnaryOperator change) {
    switch (data(prediction)) {
      case double[] doubles -> Arrays.setAll(doubles, i -> change.applyAsDouble(doubles[i]));
      case float[] floats -> {
        for (int i = 0; i < floats.length; i++) {
          floats[i] = (float) change.applyAsDouble(floats[i]);
        }
      }
      case MemorySegment segment when holdsDoubles(prediction.getClass()) -> {
        for (int i = 0; i < segment.byteSize() / Double.BYTES; i++) {
          double value = segment.getAtIndex(ValueLayout.JAVA_DOUBLE_UNALIGNED, i);
          segment.setAtIndex(ValueLayout.JAVA_DOUBLE_UNALIGNED, i, change.applyAsDouble(value));
        }
      }
      case MemorySegment segment -> {
        for (int i = 0; i < segment.byteSize() / Float.BYTES; i++) {
          float value = segment.getAtIndex(ValueLayout.JAVA_FLOAT_UNALIGNED, i);
          segment.setAtIndex(
              ValueLayout.JAVA_FLOAT_UNALIGNED, i, (float) change.applyAsDouble(value));
        }
      }
      default -> throw new AssertionError(prediction);
    }
  }

  static void set(Object data, int i, double value) {
    switch (data) {
      case double[] doubles -> doubles[i] = value;
      case MemorySegment segment -> segment.setAtIndex(ValueLayout.JAVA_DOUBLE_UNALIGNED, i, value);
      default -> throw new AssertionError(data);
    }
  }
}
