package dev.sorensen.examples.evaluate.input;

import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Some rows of a picture as voxels: of one channel, or of several that have the same grey. */
final class PictureBand {

  private PictureBand() {}

  /**
   * Returns the type of the voxels.
   *
   * @param isSigned whether integers may be negative, which the raster's own type need not say
   */
  static VoxelType type(Raster band, boolean isSigned) throws InputException {
    if (band.getNumBands() > 1) {
      return switch (band.getSampleModel().getSampleSize(0)) {
        case Byte.SIZE -> VoxelType.UINT8;
        case Short.SIZE -> VoxelType.UINT16;
        default ->
            throw new InputException(
                "it has %d channels of %d bits, expected one, or several of 8 or 16"
                    .formatted(band.getNumBands(), band.getSampleModel().getSampleSize(0)));
      };
    }
    return switch (band.getTransferType()) {
      case DataBuffer.TYPE_BYTE -> isSigned ? VoxelType.INT8 : VoxelType.UINT8;
      case DataBuffer.TYPE_USHORT, DataBuffer.TYPE_SHORT ->
          isSigned ? VoxelType.INT16 : VoxelType.UINT16;
      case DataBuffer.TYPE_INT -> isSigned ? VoxelType.INT32 : VoxelType.UINT32;
      case DataBuffer.TYPE_FLOAT -> VoxelType.FLOAT32;
      case DataBuffer.TYPE_DOUBLE -> VoxelType.FLOAT64;
      default -> throw new InputException("its pixels have a type that is not known");
    };
  }

  /**
   * Returns the voxels, in the machine's order.
   *
   * @param firstRow the row of the picture that the band begins with
   */
  static byte[] bytes(Raster band, VoxelType type, int firstRow) throws InputException {
    int width = band.getWidth();
    int height = band.getHeight();
    Object pixels =
        band.getNumBands() == 1
            ? band.getDataElements(band.getMinX(), band.getMinY(), width, height, null)
            : grey(band, firstRow);
    if (pixels instanceof byte[] bytes) {
      return bytes;
    }
    ByteBuffer buffer =
        ByteBuffer.allocate(width * height * type.bytes()).order(ByteOrder.nativeOrder());
    switch (pixels) {
      case short[] shorts -> buffer.asShortBuffer().put(shorts);
      case int[] ints when type.bytes() == Integer.BYTES -> buffer.asIntBuffer().put(ints);
      case int[] ints -> {
        for (int value : ints) {
          if (type.bytes() == 1) {
            buffer.put((byte) value);
          } else {
            buffer.putShort((short) value);
          }
        }
      }
      case float[] floats -> buffer.asFloatBuffer().put(floats);
      case double[] doubles -> buffer.asDoubleBuffer().put(doubles);
      default -> throw new IllegalStateException("pixels in " + pixels.getClass());
    }
    return buffer.array();
  }

  /** Returns the first channel, if all of colour have the same, and nothing is transparent. */
  private static int[] grey(Raster band, int firstRow) throws InputException {
    int width = band.getWidth();
    int height = band.getHeight();
    int channels = band.getNumBands();
    int[] first = samples(band, 0);
    for (int channel = 1; channel < channels; channel++) {
      int[] other = samples(band, channel);
      boolean isAlpha = channels % 2 == 0 && channel == channels - 1;
      int opaque = (1 << band.getSampleModel().getSampleSize(channel)) - 1;
      for (int i = 0; i < width * height; i++) {
        if (other[i] != (isAlpha ? opaque : first[i])) {
          throw new InputException(
              "its pixel %d, %d %s, expected one channel with the labels, or grey"
                  .formatted(
                      i % width,
                      firstRow + i / width,
                      isAlpha ? "is transparent" : "has a colour"));
        }
      }
    }
    return first;
  }

  private static int[] samples(Raster band, int channel) {
    int[] none = null;
    return band.getSamples(
        band.getMinX(), band.getMinY(), band.getWidth(), band.getHeight(), channel, none);
  }
}
