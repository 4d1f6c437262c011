package dev.sorensen.examples.benchmarks;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Label maps as real ones are: an ellipsoid in the background, divided into regions. A pixel has
 * the label of the nearest of as many random centres, so that borders are flat, regions convex, and
 * equal labels lie side by side.
 */
final class Atlas {

  private final Extents extents;
  private final int regions;

  /** Coordinates of the centres, by region. */
  private final double[] x;

  private final double[] y;
  private final double[] z;

  // Along a row the squared distance to a centre is a parabola; the nearest centres are the lower
  // envelope of all: which region has the stretch from where on.
  private final int[] envelope;
  private final double[] from;

  private Atlas(Extents extents, int classes, long seed) {
    this.extents = extents;
    regions = classes - 1;
    x = new double[regions];
    y = new double[regions];
    z = new double[regions];
    envelope = new int[regions];
    from = new double[regions];
    SplittableRandom random = new SplittableRandom(seed);
    for (int region = 0; region < regions; region++) {
      x[region] = random.nextDouble() * extents.width();
      y[region] = random.nextDouble() * extents.height();
      z[region] = random.nextDouble() * extents.depth();
    }
    Arrays.sort(x); // the envelope is built from left to right
  }

  /** Returns a map. */
  static byte[] labels(Extents extents, int classes, long seed) {
    return new Atlas(extents, classes, seed).draw(0, 0, 0);
  }

  /**
   * Returns the same map moved a little: by 2 along rows, 1 across, and 1 plane if there are any.
   */
  static byte[] moved(Extents extents, int classes, long seed) {
    return new Atlas(extents, classes, seed).draw(2, 1, extents.depth() > 1 ? 1 : 0);
  }

  private byte[] draw(int right, int down, int back) {
    byte[] labels = new byte[extents.pixels()];
    int row = 0;
    for (int k = 0; k < extents.depth(); k++) {
      for (int j = 0; j < extents.height(); j++) {
        drawRow(labels, row, right, j - down, k - back);
        row += extents.width();
      }
    }
    return labels;
  }

  private void drawRow(byte[] labels, int row, int right, int j, int k) {
    double rest = 1 - squaredPart(j, extents.height()) - squaredPart(k, extents.depth());
    if (rest <= 0) {
      return;
    }
    int width = extents.width();
    double half = 0.45 * width * Math.sqrt(rest);
    int first = Math.max(0, (int) (width / 2.0 - half) + right);
    int end = Math.min(width, (int) (width / 2.0 + half) + right);
    int last = envelope(j, k);
    int piece = 0;
    for (int i = first; i < end; i++) {
      while (piece < last && from[piece + 1] <= i - right) {
        piece++;
      }
      labels[row + i] = (byte) (envelope[piece] + 1);
    }
  }

  /** How far from the middle a coordinate is, in parts of a semi-axis, squared. */
  private static double squaredPart(int coordinate, int size) {
    double part = (coordinate + 0.5 - size / 2.0) / (0.45 * Math.max(size, 2));
    return part * part;
  }

  /** Finds the nearest regions along a row, and returns the index of the last piece. */
  private int envelope(int j, int k) {
    int last = -1;
    for (int region = 0; region < regions; region++) {
      double crossing = Double.NEGATIVE_INFINITY;
      while (last >= 0) {
        crossing = crossing(envelope[last], region, j, k);
        if (crossing > from[last]) {
          break;
        }
        last--;
      }
      last++;
      envelope[last] = region;
      from[last] = last == 0 ? Double.NEGATIVE_INFINITY : crossing;
    }
    return last;
  }

  /** Where along a row a region gets nearer than another, whose centre lies further left. */
  private double crossing(int left, int region, int j, int k) {
    double difference = offset(region, j, k) - offset(left, j, k);
    return difference / (2 * (x[region] - x[left]));
  }

  private double offset(int region, int j, int k) {
    double dy = j - y[region];
    double dz = k - z[region];
    return x[region] * x[region] + dy * dy + dz * dz;
  }
}
