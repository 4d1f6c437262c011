package dev.sorensen.examples.evaluate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** The voxels of one volume, as they lie in the file. */
final class Volume {

  /** How many bytes the voxels of a volume can take: they lie in one array. */
  static final int MAX_BYTES = Integer.MAX_VALUE - 8;

  private final Shape shape;
  private final VoxelType type;
  private final Scaling scaling;
  private final byte[] bytes;
  private final ByteBuffer voxels;

  /** Makes a volume of an array, without a copy. */
  Volume(Shape shape, VoxelType type, Scaling scaling, ByteOrder order, byte[] bytes) {
    if (shape.voxels() * type.bytes() != bytes.length) {
      throw new IllegalArgumentException(
          bytes.length + " bytes for " + shape + " voxels of " + type);
    }
    this.shape = shape;
    this.type = type;
    this.scaling = scaling;
    this.bytes = bytes;
    this.voxels = ByteBuffer.wrap(bytes).order(order);
  }

  Shape shape() {
    return shape;
  }

  VoxelType type() {
    return type;
  }

  /** Returns the number of voxels. */
  int size() {
    return bytes.length / type.bytes();
  }

  /**
   * Returns the voxels as one byte each, the array itself, if the file has them so: then a voxel is
   * 0 exactly where its byte is.
   */
  Optional<byte[]> asBytes() {
    return type.bytes() == 1 && scaling.isNone() ? Optional.of(bytes) : Optional.empty();
  }

  /**
   * Returns what the file holds for a voxel, as the other methods take it. Voxels with the same
   * bits have the same value.
   */
  long bits(int index) {
    return type.bits(voxels, index);
  }

  /** Returns whether a voxel with such bits is foreground: neither 0 nor NaN. */
  boolean isForeground(long bits) {
    if (isExact()) {
      return bits != 0;
    }
    double value = value(bits);
    return value < 0 || value > 0;
  }

  /** Returns the value of a voxel with such bits, rounded to a double if need be. */
  double value(long bits) {
    return scaling.apply(type.toDouble(bits));
  }

  /** Returns the value of a voxel with such bits if it is an integer, and never rounded. */
  Optional<BigInteger> integer(long bits) {
    if (isExact()) {
      BigInteger value = BigInteger.valueOf(bits);
      return Optional.of(
          type == VoxelType.UINT64 && bits < 0 ? value.add(BigInteger.TWO.pow(64)) : value);
    }
    double value = value(bits);
    return Double.isFinite(value) && value == Math.rint(value)
        ? Optional.of(new BigDecimal(value).toBigInteger())
        : Optional.empty();
  }

  /** Whether the bits are the value. Scaled integers are doubles, as nibabel has them. */
  private boolean isExact() {
    return type.isInteger() && scaling.isNone();
  }
}
