package dev.sorensen.examples.evaluate.input;

import java.nio.ByteOrder;

/**
 * A volume to try the command on: an ellipsoid with a shell, a middle and a core, labels 1 to 3.
 */
public final class Phantom {

  private static final int WIDTH = 96;
  private static final int HEIGHT = 80;
  private static final int DEPTH = 64;

  /** The squared radii of core, middle and shell, as parts of the ellipsoid's. */
  private static final double[] SQUARED_RADII = {0.1, 0.4, 1};

  private Phantom() {}

  /** Returns the true volume. */
  public static Volume truth() {
    return ellipsoid(0, 0, 0);
  }

  /** Returns a prediction that is a little off. */
  public static Volume prediction() {
    return ellipsoid(2, -1, 1);
  }

  private static Volume ellipsoid(int right, int down, int back) {
    byte[] labels = new byte[WIDTH * HEIGHT * DEPTH];
    int i = 0;
    for (int z = 0; z < DEPTH; z++) {
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          double squaredRadius =
              squaredPart(x - right, WIDTH)
                  + squaredPart(y - down, HEIGHT)
                  + squaredPart(z - back, DEPTH);
          labels[i++] = label(squaredRadius);
        }
      }
    }
    return new Volume(
        Shape.of(WIDTH, HEIGHT, DEPTH),
        VoxelType.UINT8,
        Scaling.NONE,
        ByteOrder.LITTLE_ENDIAN,
        labels);
  }

  /** How far from the middle a coordinate is, in parts of a semi-axis, squared. */
  private static double squaredPart(int coordinate, int size) {
    double part = (coordinate - size / 2) / (0.4 * size);
    return part * part;
  }

  private static byte label(double squaredRadius) {
    for (int i = 0; i < SQUARED_RADII.length; i++) {
      if (squaredRadius <= SQUARED_RADII[i]) {
        return (byte) (SQUARED_RADII.length - i);
      }
    }
    return 0;
  }
}
