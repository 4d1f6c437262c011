package dev.sorensen.examples.evaluate.input;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes and looks at small volumes. */
public final class Volumes {

  private Volumes() {}

  public static Volume ofDoubles(double... values) {
    ByteBuffer buffer = ByteBuffer.allocate(8 * values.length);
    buffer.asDoubleBuffer().put(values);
    return of(VoxelType.FLOAT64, Scaling.NONE, buffer.array());
  }

  static Volume ofDoubles(Shape shape, double... values) {
    byte[] bytes = ofDoubles(values).bytes();
    return new Volume(shape, VoxelType.FLOAT64, Scaling.NONE, ByteOrder.nativeOrder(), bytes);
  }

  public static Volume ofLongs(VoxelType type, long... values) {
    ByteBuffer buffer = ByteBuffer.allocate(8 * values.length);
    buffer.asLongBuffer().put(values);
    return of(type, Scaling.NONE, buffer.array());
  }

  public static Volume ofSignedLongs(long... values) {
    return ofLongs(VoxelType.INT64, values);
  }

  public static Volume ofShorts(VoxelType type, int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(2 * values.length);
    for (int value : values) {
      buffer.putShort((short) value);
    }
    return of(type, Scaling.NONE, buffer.array());
  }

  public static Volume ofSignedBytes(int... values) {
    return of(VoxelType.INT8, Scaling.NONE, ofBytes(values).bytes());
  }

  public static Volume ofBytes(int... values) {
    return ofBytes(Scaling.NONE, values);
  }

  public static Volume ofBytes(Shape shape, int... values) {
    return new Volume(
        shape, VoxelType.UINT8, Scaling.NONE, ByteOrder.BIG_ENDIAN, ofBytes(values).bytes());
  }

  /** Makes one whose voxels are of 1 mm, and begin some mm from the origin. */
  public static Volume placed(double millimetres, int... values) {
    return ofBytes(values)
        .at(
            Placement.ofAffine(
                new double[] {1, 0, 0, millimetres},
                new double[] {0, 1, 0, 0},
                new double[] {0, 0, 1, 0}));
  }

  public static Volume ofScaledBytes(double slope, double intercept, int... values) {
    return ofBytes(new Scaling(slope, intercept), values);
  }

  static Volume ofBytes(Scaling scaling, int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return of(VoxelType.UINT8, scaling, bytes);
  }

  private static Volume of(VoxelType type, Scaling scaling, byte[] bytes) {
    Shape shape = Shape.of(bytes.length / type.bytes());
    return new Volume(shape, type, scaling, ByteOrder.BIG_ENDIAN, bytes);
  }

  public static List<Boolean> foreground(Volume volume) {
    return IntStream.range(0, volume.size())
        .mapToObj(i -> volume.isForeground(volume.bits(i)))
        .toList();
  }

  /** Returns the integer of each voxel, null where it is none. */
  public static List<String> integers(Volume volume) {
    return IntStream.range(0, volume.size())
        .mapToObj(i -> volume.integer(volume.bits(i)).map(BigInteger::toString).orElse(null))
        .collect(Collectors.toList());
  }
}
