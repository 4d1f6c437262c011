package dev.sorensen.examples.benchmarks;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SplittableRandom;

/** Masks to measure on, the same for the same seed. */
final class Phantoms {

  /** Pixels of the largest semi-axis of a blob. */
  private static final int LARGEST_AXIS = 24;

  private Phantoms() {}

  /** Returns blobs: ellipses, or ellipsoids, with ragged borders. They cover about a third. */
  static BitSet blobs(Extents extents, long seed) {
    return blobs(extents, seed, 0);
  }

  /** Returns the same blobs as a prediction might have them: a little off, ragged elsewhere. */
  static BitSet nearby(Extents extents, long seed) {
    return blobs(extents, seed, 2);
  }

  /** Returns a mask as packed words. */
  static long[] words(BitSet mask, Extents extents) {
    return Arrays.copyOf(mask.toLongArray(), extents.words());
  }

  /** Returns a mask as bytes of 0 and 255. */
  static byte[] bytes(BitSet mask, Extents extents) {
    byte[] bytes = new byte[extents.pixels()];
    mask.stream().forEach(i -> bytes[i] = (byte) 255);
    return bytes;
  }

  /** Returns a map with a label in a mask, and smaller labels in stripes around it. */
  static byte[] labelled(BitSet mask, Extents extents, int label) {
    byte[] labels = new byte[extents.pixels()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (byte) ((i >>> 5) % label);
    }
    mask.stream().forEach(i -> labels[i] = (byte) label);
    return labels;
  }

  /** Returns the same labels in 16 bits. */
  static short[] widened(byte[] labels) {
    short[] wide = new short[labels.length];
    for (int i = 0; i < labels.length; i++) {
      wide[i] = (short) (labels[i] & 255);
    }
    return wide;
  }

  /** Returns labels below a number of classes, each as likely as the others: the worst case. */
  static byte[] noise(Extents extents, int classes, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] labels = new byte[extents.pixels()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (byte) random.nextInt(classes);
    }
    return labels;
  }

  /** Returns labels of which a part are those of another map, and the others noise. */
  static byte[] agreeing(byte[] labels, int classes, double part, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] others = labels.clone();
    for (int i = 0; i < others.length; i++) {
      if (random.nextDouble() >= part) {
        others[i] = (byte) random.nextInt(classes);
      }
    }
    return others;
  }

  private static BitSet blobs(Extents extents, long seed, int shift) {
    BitSet mask = new BitSet(extents.pixels());
    SplittableRandom shapes = new SplittableRandom(seed);
    SplittableRandom borders = new SplittableRandom(seed + 1 + shift);
    double flat = 60.0 * 60;
    double area = extents.depth() == 1 ? flat : flat * 40;
    long count = Math.max(1, (long) (extents.pixels() / area));
    for (long i = 0; i < count; i++) {
      int x = shapes.nextInt(extents.width()) + shift;
      int y = shapes.nextInt(extents.height()) + shift / 2;
      int z = shapes.nextInt(extents.depth());
      blob(mask, extents, x, y, z, axis(shapes), axis(shapes), axis(shapes), borders);
    }
    return mask;
  }

  private static int axis(SplittableRandom shapes) {
    return shapes.nextInt(LARGEST_AXIS / 3, LARGEST_AXIS + 1);
  }

  private static void blob(
      BitSet mask,
      Extents extents,
      int centreX,
      int centreY,
      int centreZ,
      int axisX,
      int axisY,
      int axisZ,
      SplittableRandom borders) {
    int lastZ = Math.min(extents.depth() - 1, centreZ + axisZ);
    int lastY = Math.min(extents.height() - 1, centreY + axisY);
    for (int z = Math.max(0, centreZ - axisZ); z <= lastZ; z++) {
      for (int y = Math.max(0, centreY - axisY); y <= lastY; y++) {
        double partY = (double) (y - centreY) / axisY;
        double partZ = (double) (z - centreZ) / axisZ;
        double rest = 1 - partY * partY - partZ * partZ;
        int half = rest <= 0 ? 0 : (int) (axisX * Math.sqrt(rest));
        int from = Math.max(0, centreX - half + borders.nextInt(3));
        int to = Math.min(extents.width(), centreX + half + borders.nextInt(3));
        if (from < to) {
          int row = (z * extents.height() + y) * extents.width();
          mask.set(row + from, row + to);
        }
      }
    }
  }
}
