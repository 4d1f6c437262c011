package dev.sorensen.examples.evaluate.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a NIfTI-1 or NIfTI-2 header says about the voxels. Nothing in it is trusted: whatever
 * contradicts itself or the format is an error.
 *
 * @param order the byte order of header and voxels
 * @param shape the dimensions
 * @param type the type of the voxels; {@code bitpix}, which repeats its size, is not looked at
 * @param scaling from the numbers in the file to values
 * @param gap how many bytes there are between the header and the voxels
 * @param placement where the voxels lie, if it says that
 */
record NiftiHeader(
    ByteOrder order,
    Shape shape,
    VoxelType type,
    Scaling scaling,
    long gap,
    Optional<Placement> placement) {

  /** The size of a NIfTI-1 header, which is also its first field. */
  private static final int SIZE_1 = 348;

  /** The same of NIfTI-2. */
  private static final int SIZE_2 = 540;

  private static final int MAX_DIMENSIONS = 7;

  /** Four bytes after a header, before the voxels, say whether extensions follow. */
  private static final int EXTENSION_FLAG = 4;

  /** NIfTI-2 has this after its magic; a transfer that converts line ends breaks it. */
  private static final byte[] LINE_ENDS = {'\r', '\n', 26, '\n'};

  /** Returns whether a file begins as such a header does. */
  static boolean begins(byte[] start) {
    return order(start).isPresent();
  }

  /** Returns the byte order in which the first field, the header's size, is one. */
  private static Optional<ByteOrder> order(byte[] start) {
    return start.length < Integer.BYTES
        ? Optional.empty()
        : Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)
            .filter(order -> isSize(ByteBuffer.wrap(start).order(order).getInt()))
            .findFirst();
  }

  private static boolean isSize(int size) {
    return size == SIZE_1 || size == SIZE_2;
  }

  /**
   * Reads a header from the start of a file.
   *
   * @param in begins as such a header does
   * @throws InputException if it is one that makes no sense
   */
  static NiftiHeader read(InputStream in) throws IOException, InputException {
    byte[] start = in.readNBytes(Integer.BYTES);
    ByteOrder order = order(start).orElseThrow();
    int size = ByteBuffer.wrap(start).order(order).getInt();
    byte[] header = Arrays.copyOf(start, size);
    int read = Integer.BYTES + in.readNBytes(header, Integer.BYTES, size - Integer.BYTES);
    if (read < size) {
      throw new InputException("it is truncated: " + read + " bytes, expected a header of " + size);
    }
    ByteBuffer fields = ByteBuffer.wrap(header).order(order);
    return size == SIZE_1 ? nifti1(fields) : nifti2(fields);
  }

  private static NiftiHeader nifti1(ByteBuffer fields) throws InputException {
    requireMagic(fields, 344, "n+1", "ni1");
    long[] dim = new long[MAX_DIMENSIONS + 1];
    for (int i = 0; i < dim.length; i++) {
      dim[i] = fields.getShort(40 + 2 * i);
    }
    float offset = fields.getFloat(108);
    // NaN is not equal even to itself; a float of 2⁶³ or more would be cast to 2⁶³ − 1.
    if (offset != Math.floor(offset) || Math.abs(offset) >= 0x1p63f) {
      throw new InputException("its vox_offset is " + offset + ", expected a whole number");
    }
    return of(
        fields.order(),
        dim,
        fields.getShort(70),
        Scaling.ofHeader(fields.getFloat(112), fields.getFloat(116)),
        (long) offset,
        SIZE_1,
        NiftiPlacement.ofNifti1(fields));
  }

  private static NiftiHeader nifti2(ByteBuffer fields) throws InputException {
    requireMagic(fields, 4, "n+2", "ni2");
    byte[] lineEnds = new byte[LINE_ENDS.length];
    fields.get(8, lineEnds);
    // Some writers leave zeros here; nibabel reads those files too.
    if (!Arrays.equals(lineEnds, LINE_ENDS) && !Arrays.equals(lineEnds, new byte[4])) {
      throw new InputException(
          "its magic ends in "
              + hex(lineEnds)
              + ", expected "
              + hex(LINE_ENDS)
              + ": a transfer as text has damaged it");
    }
    long[] dim = new long[MAX_DIMENSIONS + 1];
    for (int i = 0; i < dim.length; i++) {
      dim[i] = fields.getLong(16 + 8 * i);
    }
    return of(
        fields.order(),
        dim,
        fields.getShort(12),
        Scaling.ofHeader(fields.getDouble(176), fields.getDouble(184)),
        fields.getLong(168),
        SIZE_2,
        NiftiPlacement.ofNifti2(fields));
  }

  private static void requireMagic(ByteBuffer fields, int index, String single, String pair)
      throws InputException {
    byte[] magic = new byte[4];
    fields.get(index, magic);
    if (Arrays.equals(magic, (pair + "\0").getBytes(StandardCharsets.US_ASCII))) {
      throw new InputException(
          "it is the header of a NIfTI pair (.hdr and .img), expected a single file (.nii)");
    }
    if (!Arrays.equals(magic, (single + "\0").getBytes(StandardCharsets.US_ASCII))) {
      throw new InputException(
          "it is not NIfTI: its magic is "
              + hex(magic)
              + ", expected "
              + hex((single + "\0").getBytes(StandardCharsets.US_ASCII))
              + " (\""
              + single
              + "\")");
    }
  }

  private static NiftiHeader of(
      ByteOrder order,
      long[] dim,
      int datatype,
      Scaling scaling,
      long offset,
      int headerSize,
      Optional<Placement> placement)
      throws InputException {
    if (dim[0] < 1 || dim[0] > MAX_DIMENSIONS) {
      throw new InputException("it has " + dim[0] + " dimensions, expected 1 to " + MAX_DIMENSIONS);
    }
    List<Long> dimensions = new ArrayList<>();
    for (int i = 1; i <= dim[0]; i++) {
      if (dim[i] < 1) {
        throw new InputException("its dimension " + i + " is " + dim[i] + ", expected at least 1");
      }
      dimensions.add(dim[i]);
    }
    VoxelType type = VoxelType.ofCode(datatype);
    long minOffset = headerSize + EXTENSION_FLAG;
    if (offset < minOffset) {
      throw new InputException("its vox_offset is " + offset + ", expected at least " + minOffset);
    }
    return new NiftiHeader(
        order, new Shape(dimensions), type, scaling, offset - headerSize, placement);
  }

  private static String hex(byte[] bytes) {
    return HexFormat.ofDelimiter(" ").formatHex(bytes);
  }
}
