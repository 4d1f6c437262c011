package dev.sorensen.internal;

import dev.sorensen.IllegalMaskException;
import dev.sorensen.RunEncoding;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.LongToIntFunction;

/**
 * The checks of one evaluator on the masks that it is given. Each message names the evaluator, the
 * mask and the component. What users hand over may be null, whatever its type says.
 */
public final class MaskChecks {

  private final String evaluator;

  /** Creates the checks of a generated class. */
  public MaskChecks(Class<?> evaluator) {
    this.evaluator = evaluator.getSimpleName();
  }

  /** Returns a mask that is not null. */
  public <M> M mask(String role, M mask) {
    if (mask == null) {
      throw new NullPointerException(evaluator + ": " + role + " is null");
    }
    return mask;
  }

  /** Returns a component that is not null. */
  public <D> D component(String role, String name, D data) {
    if (data == null) {
      throw new NullPointerException(evaluator + ": " + role + "." + name + " is null");
    }
    return data;
  }

  /** Returns {@code product} times an extent of one mask. */
  public long extent(long product, String role, String name, long extent) {
    if (extent < 0) {
      throw illegal(role + "." + name + " is " + extent + ", expected at least 0");
    }
    // Once for each pair of many masks, where a division would take most of the time.
    if (Math.multiplyHigh(product, extent) != 0 || product * extent < 0) {
      throw illegal(
          "the extents of "
              + role
              + " up to "
              + name
              + " = "
              + extent
              + " multiply to more than 2^63 - 1 pixels");
    }
    return product * extent;
  }

  /** Returns {@code product} times an extent that both masks must have. */
  public long extent(
      long product, String predictionName, long prediction, String truthName, long truth) {
    if (prediction != truth) {
      throw illegal(
          "truth."
              + truthName
              + " is "
              + truth
              + ", expected "
              + prediction
              + " as prediction."
              + predictionName);
    }
    return extent(product, "prediction", predictionName, prediction);
  }

  /** Checks that an array for the gradient is there and has as many elements as the data. */
  public void gradient(float[] gradient, String name, long length) {
    if (gradient == null) {
      throw nullGradient();
    }
    gradientLength(name, gradient.length, length);
  }

  /** Checks that an array for the gradient is there and has as many elements as the data. */
  public void gradient(double[] gradient, String name, long length) {
    if (gradient == null) {
      throw nullGradient();
    }
    gradientLength(name, gradient.length, length);
  }

  /**
   * Checks that a segment for the gradient is there, can be written and has as many elements as the
   * data.
   *
   * @param size the bytes of an element
   */
  public void gradient(MemorySegment gradient, String name, long length, int size) {
    if (gradient == null) {
      throw nullGradient();
    }
    if (gradient.isReadOnly()) {
      throw illegal("gradient is read-only, expected a segment that can be written");
    }
    if (gradient.byteSize() % size != 0) {
      throw illegal(
          "gradient has " + gradient.byteSize() + " bytes, expected a multiple of " + size);
    }
    gradientLength(name, gradient.byteSize() / size, length);
  }

  /** Checks that there are derivatives of each class. */
  public void derivatives(double[] byIntersection, double[] byPrediction, int classes) {
    if (byIntersection.length != classes || byPrediction.length != classes) {
      throw new IllegalArgumentException(
          evaluator
              + ": "
              + byIntersection.length
              + " and "
              + byPrediction.length
              + " derivatives, expected "
              + classes
              + " of each, one for each class");
    }
  }

  private NullPointerException nullGradient() {
    return new NullPointerException(evaluator + ": gradient is null");
  }

  private void gradientLength(String name, long length, long expected) {
    if (length != expected) {
      throw illegal(
          "gradient has length " + length + ", expected " + expected + " as prediction." + name);
    }
  }

  /** Returns how many words hold a number of bits. */
  public static long words(long pixels) {
    return (pixels >>> 6) + ((pixels & 63) == 0 ? 0 : 1);
  }

  /** Checks that data holds as many elements as its pixels need. */
  public void length(String role, String name, long length, long expected, long pixels) {
    if (length != expected) {
      throw illegal(
          role
              + "."
              + name
              + " has length "
              + length
              + ", expected "
              + expected
              + " for "
              + pixels
              + " pixels");
    }
  }

  /** Returns how many elements hold several planes; the most there can be, where that overflows. */
  public static long planes(long elements, int classes) {
    return elements > Long.MAX_VALUE / classes ? Long.MAX_VALUE : elements * classes;
  }

  /** Returns how many elements of a size a segment holds. */
  public long elements(String role, String name, MemorySegment data, int size) {
    if (data.byteSize() % size != 0) {
      throw illegal(
          role + "." + name + " has " + data.byteSize() + " bytes, expected a multiple of " + size);
    }
    return data.byteSize() / size;
  }

  /** Returns how many pixels there are, where the length of the data says so. */
  public long pixels(String role, String name, long length, int planes) {
    if (length % planes != 0) {
      throw illegal(
          role
              + "."
              + name
              + " has length "
              + length
              + ", expected a multiple of its "
              + planes
              + " classes");
    }
    return length / planes;
  }

  /** Checks that both masks have the same number of pixels, and returns it. */
  public long samePixels(long prediction, long truth) {
    if (prediction != truth) {
      throw illegal(
          "truth has " + truth + " pixels, expected " + prediction + " as prediction has");
    }
    return prediction;
  }

  /**
   * Returns what is wrong with labels of which one at least is out of range.
   *
   * @param ignoreLabel the label that may be out of range, or −1
   */
  public IllegalMaskException label(
      String role, String name, byte[] labels, long from, long to, int classes, int ignoreLabel) {
    return label(role, name, i -> labels[(int) i] & 0xFF, from, to, classes, ignoreLabel);
  }

  /** Returns what is wrong with labels of which one at least is out of range. */
  public IllegalMaskException label(
      String role, String name, short[] labels, long from, long to, int classes, int ignoreLabel) {
    return label(role, name, i -> labels[(int) i] & 0xFFFF, from, to, classes, ignoreLabel);
  }

  /** Returns what is wrong with byte labels of which one at least is out of range. */
  public IllegalMaskException byteLabel(
      String role,
      String name,
      MemorySegment labels,
      long from,
      long to,
      int classes,
      int ignoreLabel) {
    return label(
        role,
        name,
        i -> labels.get(ValueLayout.JAVA_BYTE, i) & 0xFF,
        from,
        to,
        classes,
        ignoreLabel);
  }

  /** Returns what is wrong with 16-bit labels of which one at least is out of range. */
  public IllegalMaskException shortLabel(
      String role,
      String name,
      MemorySegment labels,
      long from,
      long to,
      int classes,
      int ignoreLabel) {
    return label(
        role,
        name,
        i -> labels.get(ValueLayout.JAVA_SHORT_UNALIGNED, 2 * i) & 0xFFFF,
        from,
        to,
        classes,
        ignoreLabel);
  }

  private IllegalMaskException label(
      String role,
      String name,
      LongToIntFunction labels,
      long from,
      long to,
      int classes,
      int ignoreLabel) {
    for (long i = from; i < to; i++) {
      int label = labels.applyAsInt(i);
      if (label >= classes && label != ignoreLabel) {
        return illegal(
            at(role, name, i)
                + "the label "
                + label
                + ", expected 0 to "
                + (classes - 1)
                + (ignoreLabel < 0 ? "" : ", or " + ignoreLabel + " to ignore"));
      }
    }
    // Only if another thread mends the mask while it is read.
    return illegal(role + "." + name + " had a label out of range, and was changed meanwhile");
  }

  /** Returns what is wrong with a call about one class where there are several. */
  public UnsupportedOperationException severalClasses(String method, String instead) {
    return new UnsupportedOperationException(
        evaluator + ": " + method + " is for masks of one class, use " + instead);
  }

  /** Checks that two arrays that say how many pixels there are agree, and returns it. */
  public long sameLength(String predictionName, long prediction, String truthName, long truth) {
    if (prediction != truth) {
      throw illegal(
          "truth."
              + truthName
              + " has length "
              + truth
              + ", expected "
              + prediction
              + " as prediction."
              + predictionName);
    }
    return prediction;
  }

  /** Checks runs, and returns how many pixels they cover. */
  public long runs(String role, String name, int[] runs, RunEncoding encoding, long pixels) {
    long size = RunSize.of(runs, encoding, pixels);
    if (size == RunSize.ILLEGAL) {
      switch (encoding) {
        case START_LENGTH -> startLength(role, name, runs, pixels);
        case START_END -> startEnd(role, name, runs, pixels);
        case COUNTS -> counts(role, name, runs, pixels);
      }
      // Only if another thread mends the mask while it is read.
      throw illegal(role + "." + name + " had illegal runs, and was changed meanwhile");
    }
    return size;
  }

  private void startLength(String role, String name, int[] runs, long pixels) {
    requirePairs(role, name, runs);
    long previousEnd = 0;
    for (int i = 0; i < runs.length; i += 2) {
      int start = runs[i];
      int length = runs[i + 1];
      if (length < 0) {
        throw illegal(at(role, name, i + 1) + "a length of " + length + ", expected at least 0");
      }
      long end = (long) start + length;
      requireInOrder(role, name, i, start, previousEnd);
      requireInside(role, name, i + 1, end, pixels);
      previousEnd = end;
    }
  }

  private void startEnd(String role, String name, int[] runs, long pixels) {
    requirePairs(role, name, runs);
    long previousEnd = 0;
    for (int i = 0; i < runs.length; i += 2) {
      int start = runs[i];
      int end = runs[i + 1];
      requireInOrder(role, name, i, start, previousEnd);
      if (end < start) {
        throw illegal(
            at(role, name, i + 1) + "an end at " + end + ", expected at least its start, " + start);
      }
      requireInside(role, name, i + 1, end, pixels);
      previousEnd = end;
    }
  }

  private void counts(String role, String name, int[] runs, long pixels) {
    long position = 0;
    for (int i = 0; i < runs.length; i++) {
      int count = runs[i];
      if (count < 0) {
        throw illegal(at(role, name, i) + "a count of " + count + ", expected at least 0");
      }
      position += count;
      requireInside(role, name, i, position, pixels);
    }
    if (position != pixels) {
      throw illegal(
          role + "." + name + " has counts that add up to " + position + ", expected " + pixels);
    }
  }

  private void requirePairs(String role, String name, int[] runs) {
    if ((runs.length & 1) != 0) {
      throw illegal(
          role + "." + name + " has length " + runs.length + ", expected pairs of two numbers");
    }
  }

  private void requireInOrder(String role, String name, int index, int start, long previousEnd) {
    if (start < previousEnd) {
      throw illegal(
          at(role, name, index)
              + "a run that starts at "
              + start
              + ", expected at least "
              + previousEnd
              + (index == 0 ? "" : ", where the run before it ends"));
    }
  }

  private void requireInside(String role, String name, int index, long end, long pixels) {
    if (end > pixels) {
      throw illegal(
          at(role, name, index)
              + "a run that ends at "
              + end
              + ", past the last of "
              + pixels
              + " pixels");
    }
  }

  private static String at(String role, String name, long index) {
    return role + "." + name + "[" + index + "] is ";
  }

  private IllegalMaskException illegal(String problem) {
    return new IllegalMaskException(evaluator + ": " + problem);
  }
}
