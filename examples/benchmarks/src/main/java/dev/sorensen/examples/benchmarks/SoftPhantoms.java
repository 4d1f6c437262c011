package dev.sorensen.examples.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What a network would say of a few ellipsoids: the deeper in one, the surer, with noise. The truth
 * has the same ellipsoids without noise.
 */
final class SoftPhantoms {

  private static final double STEEPNESS = 12;
  private static final double NOISE = 0.5;

  /** How sure a network ever is: a logit. */
  private static final double SUREST = 8;

  private record Ellipsoid(
      double x, double y, double z, double width, double height, double depth) {

    static Ellipsoid random(Extents extents, SplittableRandom random) {
      return new Ellipsoid(
          random.nextDouble(0.25, 0.75) * extents.width(),
          random.nextDouble(0.25, 0.75) * extents.height(),
          random.nextDouble(0.25, 0.75) * (extents.depth() - 1),
          random.nextDouble(0.1, 0.4) * extents.width(),
          random.nextDouble(0.1, 0.4) * extents.height(),
          random.nextDouble(0.3, 0.6) * extents.depth());
    }

    /** Positive inside. */
    double logit(int column, int row, int slice) {
      double dx = (column - x) / width;
      double dy = (row - y) / height;
      double dz = (slice - z) / depth;
      double logit = STEEPNESS * (1 - Math.sqrt(dx * dx + dy * dy + dz * dz));
      return Math.clamp(logit, -SUREST, SUREST);
    }
  }

  private final Extents extents;
  private final long seed;
  private final Ellipsoid[] organs = new Ellipsoid[ClassLabels.CLASSES - 1];

  SoftPhantoms(Extents extents, long seed) {
    this.extents = extents;
    this.seed = seed;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < organs.length; i++) {
      organs[i] = Ellipsoid.random(extents, random);
    }
  }

  /** Returns the truth as bits: inside any ellipsoid. */
  long[] bits() {
    long[] words = new long[extents.words()];
    forEachPixel(
        (i, column, row, slice) -> {
          if (organAt(column, row, slice) != 0) {
            words[i >>> 6] |= 1L << i;
          }
        });
    return words;
  }

  /** Returns the truth as labels: which ellipsoid, from 1 on. */
  byte[] labels() {
    byte[] labels = new byte[extents.pixels()];
    forEachPixel((i, column, row, slice) -> labels[i] = (byte) organAt(column, row, slice));
    return labels;
  }

  /** Returns a truth that is not sure of edges. */
  float[] softTruth() {
    float[] truth = new float[extents.pixels()];
    forEachPixel(
        (i, column, row, slice) ->
            truth[i] = (float) SoftDice.sigmoid((float) logit(column, row, slice)));
    return truth;
  }

  /** Returns the prediction as logits of being inside any ellipsoid. */
  float[] logits() {
    float[] logits = new float[extents.pixels()];
    SplittableRandom noise = new SplittableRandom(seed + 1);
    forEachPixel(
        (i, column, row, slice) ->
            logits[i] = (float) (logit(column, row, slice) + NOISE * noise.nextGaussian()));
    return logits;
  }

  /** Returns the prediction as probabilities. */
  float[] probabilities() {
    float[] values = logits();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) SoftDice.sigmoid(values[i]);
    }
    return values;
  }

  /** Returns the same numbers as doubles. */
  static double[] widened(float[] values) {
    double[] widened = new double[values.length];
    Arrays.setAll(widened, i -> values[i]);
    return widened;
  }

  /** Returns the prediction as logits of each class, those of the background first. */
  float[] classLogits() {
    int pixels = extents.pixels();
    float[] planes = new float[Math.multiplyExact(ClassLabels.CLASSES, pixels)];
    SplittableRandom noise = new SplittableRandom(seed + 1);
    forEachPixel(
        (i, column, row, slice) -> {
          planes[i] = (float) (NOISE * noise.nextGaussian());
          for (int c = 1; c < ClassLabels.CLASSES; c++) {
            double logit = organs[c - 1].logit(column, row, slice);
            planes[c * pixels + i] = (float) (logit + NOISE * noise.nextGaussian());
          }
        });
    return planes;
  }

  private double logit(int column, int row, int slice) {
    double largest = -SUREST;
    for (Ellipsoid organ : organs) {
      largest = Math.max(largest, organ.logit(column, row, slice));
    }
    return largest;
  }

  private int organAt(int column, int row, int slice) {
    int most = 0;
    double largest = 0;
    for (int k = 0; k < organs.length; k++) {
      double logit = organs[k].logit(column, row, slice);
      if (logit > largest) {
        largest = logit;
        most = k + 1;
      }
    }
    return most;
  }

  private interface PixelAction {
    void at(int index, int column, int row, int slice);
  }

  private void forEachPixel(PixelAction action) {
    int i = 0;
    for (int slice = 0; slice < extents.depth(); slice++) {
      for (int row = 0; row < extents.height(); row++) {
        for (int column = 0; column < extents.width(); column++) {
          action.at(i++, column, row, slice);
        }
      }
    }
  }
}
