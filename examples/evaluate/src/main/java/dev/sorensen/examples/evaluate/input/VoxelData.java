package dev.sorensen.examples.evaluate.input;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads the voxels that a header has told of. */
final class VoxelData {

  /** Memory is asked for as data arrives, from this many bytes on. */
  static final int FIRST_CHUNK = 1 << 16;

  private VoxelData() {}

  /**
   * Returns how many bytes voxels take.
   *
   * @throws InputException if that is more than fit in an array
   */
  static int bytes(Shape shape, VoxelType type) throws InputException {
    long bytes;
    try {
      bytes = Math.multiplyExact(shape.voxels(), type.bytes());
    } catch (ArithmeticException e) {
      bytes = Long.MAX_VALUE;
    }
    if (bytes > Volume.MAX_BYTES) {
      throw new InputException(
          "it claims "
              + shape
              + " voxels of "
              + type
              + ", more than the "
              + Volume.MAX_BYTES
              + " bytes that fit");
    }
    return (int) bytes;
  }

  /**
   * Reads voxels. A header may claim anything, so the array grows with what there is.
   *
   * @param gap how many bytes there are before them
   */
  static byte[] read(InputStream in, long gap, Shape shape, VoxelType type)
      throws IOException, InputException {
    int expected = bytes(shape, type);
    byte[] voxels = new byte[Math.min(expected, FIRST_CHUNK)];
    int count = 0;
    try {
      in.skipNBytes(gap);
      while (count < expected) {
        if (count == voxels.length) {
          voxels = Arrays.copyOf(voxels, (int) Math.min(expected, 2L * voxels.length));
        }
        int more = in.read(voxels, count, voxels.length - count);
        if (more < 0) {
          throw new EOFException();
        }
        count += more;
      }
    } catch (EOFException e) {
      // Thrown above, by skipNBytes, or for compressed data that breaks off.
      throw new InputException(
          "it is truncated: "
              + count
              + " bytes of voxels, expected "
              + expected
              + " for "
              + shape
              + " of "
              + type);
    }
    return voxels;
  }
}
