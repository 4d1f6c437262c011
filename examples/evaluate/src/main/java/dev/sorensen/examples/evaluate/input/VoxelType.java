package dev.sorensen.examples.evaluate.input;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The types of voxels that can be read. A voxel is handled as 64 bits: an integer itself (a {@code
 * long}, which is unsigned for {@link #UINT64}), or the bits of a floating-point number.
 */
public enum VoxelType {
  UINT8(2, 1, true) {
    @Override
    long bits(ByteBuffer voxels, int index) {
      return Byte.toUnsignedLong(voxels.get(index));
    }
  },
  INT8(256, 1, true) {
    @Override
    long bits(ByteBuffer voxels, int index) {
      return voxels.get(index);
    }
  },
  INT16(4, 2, true) {
    @Override
    long bits(ByteBuffer voxels, int index) {
      return voxels.getShort(index * 2);
    }
  },
  UINT16(512, 2, true) {
    @Override
    long bits(ByteBuffer voxels, int index) {
      return Short.toUnsignedLong(voxels.getShort(index * 2));
    }
  },
  INT32(8, 4, true) {
    @Override
    long bits(ByteBuffer voxels, int index) {
      return voxels.getInt(index * 4);
    }
  },
  UINT32(768, 4, true) {
    @Override
    long bits(ByteBuffer voxels, int index) {
      return Integer.toUnsignedLong(voxels.getInt(index * 4));
    }
  },
  INT64(1024, 8, true) {
    @Override
    long bits(ByteBuffer voxels, int index) {
      return voxels.getLong(index * 8);
    }
  },
  UINT64(1280, 8, true) {
    @Override
    long bits(ByteBuffer voxels, int index) {
      return voxels.getLong(index * 8);
    }

    @Override
    double toDouble(long bits) {
      // Halved, a large value fits; the bit that drops out still decides how the result rounds.
      return bits >= 0 ? bits : (double) (bits >>> 1 | bits & 1) * 2;
    }
  },
  FLOAT32(16, 4, false) {
    @Override
    long bits(ByteBuffer voxels, int index) {
      return voxels.getInt(index * 4);
    }

    @Override
    double toDouble(long bits) {
      return Float.intBitsToFloat((int) bits);
    }
  },
  FLOAT64(64, 8, false) {
    @Override
    long bits(ByteBuffer voxels, int index) {
      return voxels.getLong(index * 8);
    }

    @Override
    double toDouble(long bits) {
      return Double.longBitsToDouble(bits);
    }
  };

  private final int code;
  private final int bytes;
  private final boolean integer;

  VoxelType(int code, int bytes, boolean integer) {
    this.code = code;
    this.bytes = bytes;
    this.integer = integer;
  }

  /** Returns the type that has a code in the {@code datatype} field of a NIfTI header. */
  static VoxelType ofCode(int code) throws InputException {
    for (VoxelType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    String supported =
        Arrays.stream(values()).map(VoxelType::toString).collect(Collectors.joining(", "));
    throw new InputException(
        "its voxels have the type "
            + unsupported(code)
            + " (NIfTI code "
            + code
            + "), expected one of "
            + supported);
  }

  private static String unsupported(int code) {
    return switch (code) {
      case 1 -> "binary";
      case 32 -> "complex64";
      case 128 -> "RGB24";
      case 1536 -> "float128";
      case 1792 -> "complex128";
      case 2048 -> "complex256";
      case 2304 -> "RGBA32";
      default -> "unknown";
    };
  }

  /** Returns how many bytes a voxel takes. */
  public int bytes() {
    return bytes;
  }

  /** Returns whether voxels are integers, before any scaling. */
  public boolean isInteger() {
    return integer;
  }

  /** Returns one voxel as 64 bits. */
  abstract long bits(ByteBuffer voxels, int index);

  /**
   * Returns the label that a number in one byte or two, taken as unsigned, is in this type.
   *
   * @param unsigned the number
   */
  public long label(int unsigned) {
    return switch (this) {
      case INT8 -> (byte) unsigned;
      case INT16 -> (short) unsigned;
      default -> unsigned;
    };
  }

  /** Returns the number that such bits stand for, rounded to a double if need be. */
  double toDouble(long bits) {
    return bits;
  }

  /** Returns the name as numpy has it, such as {@code uint8}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
