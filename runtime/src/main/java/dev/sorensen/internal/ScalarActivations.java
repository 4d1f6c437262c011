package dev.sorensen.internal;

/** {@link Activations} in plain Java, and the pixels that vectors leave over. */
final class ScalarActivations {

  private ScalarActivations() {}

  static void sigmoid(float[] logits, int from, int length, float[] into, int at, boolean tails) {
    for (int i = 0; i < length; i++) {
      into[at + i] = (float) sigmoid(logits[from + i], tails);
    }
  }

  static void sigmoid(double[] logits, int from, int length, double[] into, int at, boolean tails) {
    for (int i = 0; i < length; i++) {
      into[at + i] = sigmoid(logits[from + i], tails);
    }
  }

  private static double sigmoid(double logit, boolean tails) {
    // By the exponential that cannot overflow: the small tail keeps all its digits.
    double z = Math.exp(-Math.abs(logit));
    double above = tails ? -z : 1;
    return (logit >= 0 ? above : z) / (1 + z);
  }

  /** Writes the softmax of a block's pixels from the first one on. */
  static void softmax(
      float[] logits, int from, int stride, int classes, int first, int length, float[] into) {
    for (int i = first; i < length; i++) {
      float largest = logits[from + i];
      for (int c = 1; c < classes; c++) {
        float logit = logits[from + c * stride + i];
        largest = logit > largest ? logit : largest;
      }
      double sum = 0;
      for (int c = 0; c < classes; c++) {
        double exponential = Math.exp((double) logits[from + c * stride + i] - largest);
        into[c * length + i] = (float) exponential;
        sum += exponential;
      }
      for (int c = 0; c < classes; c++) {
        into[c * length + i] = (float) (into[c * length + i] / sum);
      }
    }
  }

  /** Writes the softmax of a block's pixels from the first one on. */
  static void softmax(
      double[] logits, int from, int stride, int classes, int first, int length, double[] into) {
    for (int i = first; i < length; i++) {
      double largest = logits[from + i];
      for (int c = 1; c < classes; c++) {
        double logit = logits[from + c * stride + i];
        largest = logit > largest ? logit : largest;
      }
      double sum = 0;
      for (int c = 0; c < classes; c++) {
        double exponential = Math.exp(logits[from + c * stride + i] - largest);
        into[c * length + i] = exponential;
        sum += exponential;
      }
      for (int c = 0; c < classes; c++) {
        into[c * length + i] /= sum;
      }
    }
  }

  /** Turns the gradients of a block's pixels from the first one on. */
  static void softmaxGradient(
      float[] probabilities, float[] gradient, int classes, int first, int length) {
    for (int i = first; i < length; i++) {
      int largest = i;
      for (int at = i; at < classes * length; at += length) {
        largest = probabilities[at] > probabilities[largest] ? at : largest;
      }
      double origin = gradient[largest];
      double mean = 0;
      for (int at = i; at < classes * length; at += length) {
        // A pixel without slopes keeps none, even if its probabilities are NaN.
        boolean none = origin == 0 && gradient[at] == 0;
        mean += none ? 0 : probabilities[at] * (gradient[at] - origin);
      }
      for (int at = i; at < classes * length; at += length) {
        double slope = gradient[at] - origin - mean;
        gradient[at] = slope == 0 ? 0 : (float) (probabilities[at] * slope);
      }
    }
  }

  /** Turns the gradients of a block's pixels from the first one on. */
  static void softmaxGradient(
      double[] probabilities, double[] gradient, int classes, int first, int length) {
    for (int i = first; i < length; i++) {
      int largest = i;
      for (int at = i; at < classes * length; at += length) {
        largest = probabilities[at] > probabilities[largest] ? at : largest;
      }
      double origin = gradient[largest];
      double mean = 0;
      for (int at = i; at < classes * length; at += length) {
        // A pixel without slopes keeps none, even if its probabilities are NaN.
        boolean none = origin == 0 && gradient[at] == 0;
        mean += none ? 0 : probabilities[at] * (gradient[at] - origin);
      }
      for (int at = i; at < classes * length; at += length) {
        double slope = gradient[at] - origin - mean;
        gradient[at] = slope == 0 ? 0 : probabilities[at] * slope;
      }
    }
  }
}
