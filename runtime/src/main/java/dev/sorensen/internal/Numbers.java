package dev.sorensen.internal;

/** Blocks of numbers made of others: wider or narrower ones, or the probabilities of logits. */
public final class Numbers {

  private Numbers() {}

  /** Returns a block of floats as doubles. */
  public static double[] widened(float[] values, int from, int length, int slot) {
    double[] block = Scratch.doubles(slot + Scratch.DERIVED, length);
    for (int i = 0; i < length; i++) {
      block[i] = values[from + i];
    }
    return block;
  }

  /** Returns numbers of classes as byte labels. */
  public static byte[] bytes(float[] classes, int length, int slot) {
    byte[] block = Scratch.bytes(slot + Scratch.DERIVED, length);
    for (int i = 0; i < length; i++) {
      block[i] = (byte) classes[i];
    }
    return block;
  }

  /** Returns numbers of classes as byte labels. */
  public static byte[] bytes(double[] classes, int length, int slot) {
    byte[] block = Scratch.bytes(slot + Scratch.DERIVED, length);
    for (int i = 0; i < length; i++) {
      block[i] = (byte) classes[i];
    }
    return block;
  }

  /** Returns numbers of classes as 16-bit labels. */
  public static short[] shorts(float[] classes, int length, int slot) {
    short[] block = Scratch.shorts(slot + Scratch.DERIVED, length);
    for (int i = 0; i < length; i++) {
      block[i] = (short) classes[i];
    }
    return block;
  }

  /** Returns numbers of classes as 16-bit labels. */
  public static short[] shorts(double[] classes, int length, int slot) {
    short[] block = Scratch.shorts(slot + Scratch.DERIVED, length);
    for (int i = 0; i < length; i++) {
      block[i] = (short) classes[i];
    }
    return block;
  }

  /** Returns the sigmoid of each of a block of logits. */
  public static float[] sigmoid(float[] logits, int from, int length, int slot, boolean vectors) {
    float[] block = Scratch.floats(slot + Scratch.DERIVED, length);
    Activations.sigmoid(logits, from, length, block, 0, false, vectors);
    return block;
  }

  /** Returns the sigmoid of each of a block of logits. */
  public static double[] sigmoid(double[] logits, int from, int length, int slot, boolean vectors) {
    double[] block = Scratch.doubles(slot + Scratch.DERIVED, length);
    Activations.sigmoid(logits, from, length, block, 0, false, vectors);
    return block;
  }

  /** Returns the sigmoid of each of a block of logits, as doubles. */
  public static double[] sigmoidInDoubles(
      float[] logits, int from, int length, int slot, boolean vectors) {
    double[] block = Scratch.doubles(slot + Scratch.DERIVED, length);
    Activations.sigmoid(logits, from, length, block, 0, false, vectors);
    return block;
  }

  /** Returns the tail of the sigmoid of each of a block of logits. */
  public static float[] sigmoidTail(
      float[] logits, int from, int length, int slot, boolean vectors) {
    float[] block = Scratch.floats(slot + Scratch.DERIVED, length);
    Activations.sigmoid(logits, from, length, block, 0, true, vectors);
    return block;
  }

  /** Returns the tail of the sigmoid of each of a block of logits. */
  public static double[] sigmoidTail(
      double[] logits, int from, int length, int slot, boolean vectors) {
    double[] block = Scratch.doubles(slot + Scratch.DERIVED, length);
    Activations.sigmoid(logits, from, length, block, 0, true, vectors);
    return block;
  }

  /** Returns the tail of the sigmoid of each of a block of logits, as doubles. */
  public static double[] sigmoidTailInDoubles(
      float[] logits, int from, int length, int slot, boolean vectors) {
    double[] block = Scratch.doubles(slot + Scratch.DERIVED, length);
    Activations.sigmoid(logits, from, length, block, 0, true, vectors);
    return block;
  }

  /**
   * Returns the softmax of a block of logits: all pixels of class 0 first.
   *
   * @param stride how far apart the logits of two classes are
   */
  public static float[] softmax(
      float[] logits, int from, int stride, int classes, int length, int slot, boolean vectors) {
    float[] block = Scratch.floats(slot + Scratch.DERIVED, classes * length);
    Activations.softmax(logits, from, stride, classes, length, block, vectors);
    return block;
  }

  /**
   * Returns the softmax of a block of logits: all pixels of class 0 first.
   *
   * @param stride how far apart the logits of two classes are
   */
  public static double[] softmax(
      double[] logits, int from, int stride, int classes, int length, int slot, boolean vectors) {
    double[] block = Scratch.doubles(slot + Scratch.DERIVED, classes * length);
    Activations.softmax(logits, from, stride, classes, length, block, vectors);
    return block;
  }

  /**
   * Returns the softmax of a block of logits, as doubles: all pixels of class 0 first.
   *
   * @param stride how far apart the logits of two classes are
   */
  public static double[] softmaxInDoubles(
      float[] logits, int from, int stride, int classes, int length, int slot, boolean vectors) {
    double[] block = Scratch.doubles(slot + Scratch.DERIVED, classes * length);
    Activations.softmax(logits, from, stride, classes, length, block, vectors);
    return block;
  }

  /**
   * Returns the softmax of a block of logits as the reference computes it: all pixels of class 0
   * first.
   *
   * @param stride how far apart the logits of two classes are
   */
  public static double[] strictSoftmaxInDoubles(
      float[] logits, int from, int stride, int classes, int length, int slot) {
    double[] block = Scratch.doubles(slot + Scratch.DERIVED, classes * length);
    for (int c = 0; c < classes; c++) {
      for (int i = 0; i < length; i++) {
        block[c * length + i] = logits[from + c * stride + i];
      }
    }
    strictSoftmax(block, classes, length);
    return block;
  }

  /**
   * Returns the softmax of a block of logits as the reference computes it: all pixels of class 0
   * first.
   *
   * @param stride how far apart the logits of two classes are
   */
  public static double[] strictSoftmax(
      double[] logits, int from, int stride, int classes, int length, int slot) {
    double[] block = Scratch.doubles(slot + Scratch.DERIVED, classes * length);
    for (int c = 0; c < classes; c++) {
      System.arraycopy(logits, from + c * stride, block, c * length, length);
    }
    strictSoftmax(block, classes, length);
    return block;
  }

  /** Strict, and class by class, so that a probability at the threshold is the same everywhere. */
  private static void strictSoftmax(double[] block, int classes, int length) {
    for (int i = 0; i < length; i++) {
      double largest = Double.NEGATIVE_INFINITY;
      for (int c = 0; c < classes; c++) {
        largest = Math.max(largest, block[c * length + i]);
      }
      double sum = 0;
      for (int c = 0; c < classes; c++) {
        double exponential = StrictMath.exp(block[c * length + i] - largest);
        block[c * length + i] = exponential;
        sum += exponential;
      }
      for (int c = 0; c < classes; c++) {
        block[c * length + i] /= sum;
      }
    }
  }
}
