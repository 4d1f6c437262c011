package dev.sorensen.internal;

/**
 * The probabilities of blocks of logits, and the way back from gradients by probabilities to those
 * by logits.
 *
 * <p>A sigmoid is right to 2.5 units in the last place, in both tails; a softmax to a few more, and
 * what rounding the difference of two logits adds. NaN gives NaN in its pixel alone: in a softmax
 * in all of its classes, as +∞ and a pixel of nothing but −∞ do. The last pixels of a block, which
 * fill no vector, may differ from equal ones before them within these bounds.
 *
 * <p>A last argument says whether to use vectors, which only {@link KernelChoice} may decide.
 */
public final class Activations {

  private Activations() {}

  /**
   * Writes the sigmoid p of each of a block of logits, which may be where it is written, or its
   * tail: p below a logit of 0, and p − 1 from there on. The tail keeps all digits of the smaller
   * of p and 1 − p, and so of the sigmoid's derivative p (1 − p).
   *
   * @param tails whether to write the tails
   */
  public static void sigmoid(
      float[] logits, int from, int length, float[] into, int at, boolean tails, boolean vectors) {
    int done = 0;
    if (vectors) {
      done = FloatVectorActivations.sigmoid(logits, from, length, into, at, tails);
    }
    ScalarActivations.sigmoid(logits, from + done, length - done, into, at + done, tails);
  }

  /** Writes the sigmoid of each of a block of logits, or its tail, as of floats. */
  public static void sigmoid(
      double[] logits,
      int from,
      int length,
      double[] into,
      int at,
      boolean tails,
      boolean vectors) {
    int done = 0;
    if (vectors) {
      done = DoubleVectorActivations.sigmoid(logits, from, length, into, at, tails);
    }
    ScalarActivations.sigmoid(logits, from + done, length - done, into, at + done, tails);
  }

  /** Writes the sigmoid of each of a block of logits, or its tail, as doubles. */
  public static void sigmoid(
      float[] logits, int from, int length, double[] into, int at, boolean tails, boolean vectors) {
    widen(logits, from, length, into, at);
    sigmoid(into, at, length, into, at, tails, vectors);
  }

  /**
   * Writes the softmax of a block of logits: all pixels of class 0 first. The logits must be
   * elsewhere.
   *
   * @param stride how far apart the logits of two classes are
   */
  public static void softmax(
      float[] logits,
      int from,
      int stride,
      int classes,
      int length,
      float[] into,
      boolean vectors) {
    int done = 0;
    if (vectors) {
      done = FloatVectorActivations.softmax(logits, from, stride, classes, length, into);
    }
    ScalarActivations.softmax(logits, from, stride, classes, done, length, into);
  }

  /**
   * Writes the softmax of a block of logits: all pixels of class 0 first.
   *
   * @param stride how far apart the logits of two classes are
   */
  public static void softmax(
      double[] logits,
      int from,
      int stride,
      int classes,
      int length,
      double[] into,
      boolean vectors) {
    int done = 0;
    if (vectors) {
      done = DoubleVectorActivations.softmax(logits, from, stride, classes, length, into);
    }
    ScalarActivations.softmax(logits, from, stride, classes, done, length, into);
  }

  /**
   * Writes the softmax of a block of logits: all pixels of class 0 first.
   *
   * @param stride how far apart the logits of two classes are
   */
  public static void softmax(
      float[] logits,
      int from,
      int stride,
      int classes,
      int length,
      double[] into,
      boolean vectors) {
    // Doubles, unlike floats, may be where their softmax is written.
    for (int c = 0; c < classes; c++) {
      widen(logits, from + c * stride, length, into, c * length);
    }
    softmax(into, 0, length, classes, length, into, vectors);
  }

  /**
   * Turns a gradient by a softmax's probabilities into one by its logits: p_c (g_c − Σ_k g_k p_k),
   * with g counted from that of the likeliest class. As the probabilities sum to 1 that is the
   * same, but nothing cancels where one class has nearly all. A pixel with a gradient of 0 keeps
   * that, whatever its probabilities are.
   *
   * @param gradient a block as long as the block of probabilities
   */
  public static void softmaxGradient(
      float[] probabilities, float[] gradient, int classes, int length, boolean vectors) {
    int done = 0;
    if (vectors) {
      done = FloatVectorActivations.softmaxGradient(probabilities, gradient, classes, length);
    }
    ScalarActivations.softmaxGradient(probabilities, gradient, classes, done, length);
  }

  /**
   * Turns a gradient by a softmax's probabilities into one by its logits: p_c (g_c − Σ_k g_k p_k),
   * with g counted from that of the likeliest class. As the probabilities sum to 1 that is the
   * same, but nothing cancels where one class has nearly all. A pixel with a gradient of 0 keeps
   * that, whatever its probabilities are.
   *
   * @param gradient a block as long as the block of probabilities
   */
  public static void softmaxGradient(
      double[] probabilities, double[] gradient, int classes, int length, boolean vectors) {
    int done = 0;
    if (vectors) {
      done = DoubleVectorActivations.softmaxGradient(probabilities, gradient, classes, length);
    }
    ScalarActivations.softmaxGradient(probabilities, gradient, classes, done, length);
  }

  private static void widen(float[] values, int from, int length, double[] into, int at) {
    for (int i = 0; i < length; i++) {
      into[at + i] = values[from + i];
    }
  }
}
