package dev.sorensen.examples.evaluate.input;

import dev.sorensen.examples.evaluate.mask.BitMask;
import dev.sorensen.examples.evaluate.mask.ByteMask;
import dev.sorensen.examples.evaluate.mask.DoubleMask;
import dev.sorensen.examples.evaluate.mask.FloatMask;
import dev.sorensen.examples.evaluate.mask.Mask;
import dev.sorensen.examples.evaluate.mask.ShortMask;
import dev.sorensen.examples.evaluate.mask.SoftMask;
import java.lang.foreign.MemorySegment;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** A number for each voxel: its label, or the probability that it is foreground. */
public final class Volume implements Segmentation {

  /** How many bytes the voxels of a volume can take: they lie in one array. */
  static final int MAX_BYTES = Integer.MAX_VALUE - 8;

  private final Shape shape;
  private final VoxelType type;
  private final Scaling scaling;
  private final byte[] bytes;
  private final ByteBuffer voxels;
  private final Map<Long, String> names;
  private final boolean isProbabilities;
  private final double threshold;
  private final Optional<Placement> placement;
  private final Optional<SparsePlanes> sparsePlanes;

  /**
   * Makes a volume of an array, without a copy: where its voxels are not in the machine's order,
   * they are brought into it in place.
   */
  Volume(Shape shape, VoxelType type, Scaling scaling, ByteOrder order, byte[] bytes) {
    this(shape, type, scaling, order, bytes, Map.of());
  }

  /**
   * Makes a volume of an array, without a copy.
   *
   * @param names what the file calls labels
   */
  Volume(
      Shape shape,
      VoxelType type,
      Scaling scaling,
      ByteOrder order,
      byte[] bytes,
      Map<Long, String> names) {
    if (shape.voxels() * type.bytes() != bytes.length) {
      throw new IllegalArgumentException(
          bytes.length + " bytes for " + shape + " voxels of " + type);
    }
    this.shape = shape;
    this.type = type;
    this.scaling = scaling;
    this.bytes = bytes;
    this.names = Map.copyOf(names);
    this.voxels = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    if (!order.equals(ByteOrder.nativeOrder())) {
      reverseVoxels();
    }
    this.isProbabilities = !isExact() && roundsToZeroAndOne();
    this.threshold = SoftMask.THRESHOLD;
    this.placement = Optional.empty();
    this.sparsePlanes = Optional.empty();
  }

  /** Makes another of the same kind. */
  private Volume(
      Volume other,
      Shape shape,
      byte[] bytes,
      double threshold,
      Optional<Placement> placement,
      Optional<SparsePlanes> sparsePlanes) {
    this.shape = shape;
    this.type = other.type;
    this.scaling = other.scaling;
    this.bytes = bytes;
    this.voxels = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    this.names = other.names;
    this.isProbabilities = other.isProbabilities;
    this.threshold = threshold;
    this.placement = placement;
    this.sparsePlanes = sparsePlanes;
  }

  private void reverseVoxels() {
    int size = type.bytes();
    for (int start = 0; start < bytes.length; start += size) {
      for (int low = start, high = start + size - 1; low < high; low++, high--) {
        byte swapped = bytes[low];
        bytes[low] = bytes[high];
        bytes[high] = swapped;
      }
    }
  }

  private boolean roundsToZeroAndOne() {
    boolean isRounded = false;
    for (int i = 0; i < size(); i++) {
      double value = value(bits(i));
      if (value <= -0.5 || value >= 1.5) {
        return false;
      }
      isRounded |= value != Math.rint(value) && !Double.isNaN(value);
    }
    return isRounded;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public String type() {
    return isProbabilities ? type + " probabilities" : type.toString();
  }

  @Override
  public Map<Long, String> labelNames() {
    return names;
  }

  /** Returns the type of the numbers in the file. */
  public VoxelType voxelType() {
    return type;
  }

  /** Returns the number of voxels. */
  public int size() {
    return bytes.length / type.bytes();
  }

  /**
   * Returns whether the numbers are probabilities, rather than labels: floating-point or scaled
   * numbers that round to 0 or 1, and are not all integers. Resampled ones may overshoot a little.
   */
  public boolean isProbabilities() {
    return isProbabilities;
  }

  /**
   * Returns whether the numbers in the file are the labels, integers of one byte or two, so that
   * they can be counted where they are.
   */
  public boolean hasSmallLabels() {
    return isExact() && type.bytes() <= Short.BYTES;
  }

  /** Returns the array with the voxels, in the machine's order. */
  public byte[] bytes() {
    return bytes;
  }

  /** Returns the voxels, in the machine's order. */
  public MemorySegment segment() {
    return MemorySegment.ofArray(bytes);
  }

  /** Returns the largest number that the bits of a voxel are, of {@link #hasSmallLabels}. */
  public int largestBits() {
    int most = type.bytes() == 1 ? 0xFF : 0xFFFF;
    int largest = 0;
    for (int i = 0; i < size(); i++) {
      largest = Math.max(largest, (int) bits(i) & most);
    }
    return largest;
  }

  @Override
  public Optional<Placement> placement() {
    return placement;
  }

  /** Returns the same at a place in space. */
  Volume at(Optional<Placement> place) {
    return new Volume(this, shape, bytes, threshold, place, sparsePlanes);
  }

  /** Returns the same, of which planes without foreground may be missing. */
  Volume inPlanes(SparsePlanes planes) {
    return new Volume(this, shape, bytes, threshold, placement, Optional.of(planes));
  }

  @Override
  public Optional<SparsePlanes> sparsePlanes() {
    return sparsePlanes;
  }

  @Override
  public Volume above(double other) {
    double compared = hasFloats() ? FloatMask.rounded(other) : other;
    return new Volume(this, shape, bytes, compared, placement, sparsePlanes);
  }

  /** Copies its voxels. */
  @Override
  public Volume plane(long index) {
    Shape plane = shape.plane();
    int length = Math.toIntExact(plane.voxels() * type.bytes());
    int first = Math.toIntExact(index * length);
    return new Volume(
        this,
        plane,
        Arrays.copyOfRange(bytes, first, first + length),
        threshold,
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public Optional<SoftMask> probabilities() {
    if (!isProbabilities) {
      return Optional.empty();
    }
    if (scaling.isNone()) {
      return Optional.of(hasFloats() ? new FloatMask(segment()) : new DoubleMask(segment()));
    }
    double[] values = new double[size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(bits(i));
    }
    return Optional.of(new DoubleMask(MemorySegment.ofArray(values)));
  }

  /** In probabilities it is what is above the threshold, in labels all but 0 and NaN. */
  @Override
  public Mask foreground() {
    if (isProbabilities) {
      return probabilities().orElseThrow().above(threshold);
    }
    if (hasSmallLabels()) {
      return type.bytes() == 1 ? new ByteMask(bytes) : new ShortMask(segment());
    }
    // A float that is not 0 may be negative: no threshold tells.
    int size = size();
    long[] words = new long[(int) ((size + 63L) >>> 6)];
    for (int i = 0; i < size; i++) {
      if (isForeground(bits(i))) {
        words[i >>> 6] |= 1L << i;
      }
    }
    return new BitMask(MemorySegment.ofArray(words), size);
  }

  /**
   * Returns what the file holds for a voxel, as the other methods take it. Voxels with the same
   * bits have the same value.
   */
  public long bits(int index) {
    return type.bits(voxels, index);
  }

  /**
   * Returns whether a voxel with such bits is foreground: its probability is above the threshold,
   * or it has a label, neither 0 nor NaN.
   */
  public boolean isForeground(long bits) {
    if (isProbabilities) {
      return value(bits) > threshold;
    }
    if (isExact()) {
      return bits != 0;
    }
    double value = value(bits);
    return value < 0 || value > 0;
  }

  /** Returns the value of a voxel with such bits, rounded to a double if need be. */
  public double value(long bits) {
    return scaling.apply(type.toDouble(bits));
  }

  /** Returns the value of a voxel with such bits if it is an integer, and never rounded. */
  public Optional<BigInteger> integer(long bits) {
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

  /** Whether the bits are the value, which is a float. */
  private boolean hasFloats() {
    return type == VoxelType.FLOAT32 && scaling.isNone();
  }

  /** Whether the bits are the value. Scaled integers are doubles, as nibabel has them. */
  private boolean isExact() {
    return type.isInteger() && scaling.isNone();
  }
}
