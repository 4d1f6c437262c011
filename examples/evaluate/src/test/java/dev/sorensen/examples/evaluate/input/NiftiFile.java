package dev.sorensen.examples.evaluate.input;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Writes NIfTI files, right and wrong ones. */
public final class NiftiFile {

  private int version = 1;
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
  private String magic = "";
  private byte[] lineEnds = {'\r', '\n', 26, '\n'};
  private long[] dim = {3, 2, 2, 1, 1, 1, 1, 1};
  private int datatype = 2;
  private double slope = 1;
  private double intercept = 0;
  private double offset = -1;
  private byte[] voxels = {0, 1, 2, 3};

  public NiftiFile version(int version) {
    this.version = version;
    return this;
  }

  public NiftiFile order(ByteOrder order) {
    this.order = order;
    return this;
  }

  public NiftiFile magic(String magic) {
    this.magic = magic;
    return this;
  }

  public NiftiFile lineEnds(int... bytes) {
    for (int i = 0; i < lineEnds.length; i++) {
      lineEnds[i] = (byte) bytes[i];
    }
    return this;
  }

  /** Sets the field as it is: the number of dimensions first. */
  public NiftiFile dim(long... dim) {
    this.dim = Arrays.copyOf(dim, 8);
    return this;
  }

  public NiftiFile datatype(int datatype) {
    this.datatype = datatype;
    return this;
  }

  public NiftiFile scaling(double slope, double intercept) {
    this.slope = slope;
    this.intercept = intercept;
    return this;
  }

  public NiftiFile offset(double offset) {
    this.offset = offset;
    return this;
  }

  public NiftiFile voxels(byte... voxels) {
    this.voxels = voxels;
    return this;
  }

  private int headerSize() {
    return version == 1 ? 348 : 540;
  }

  public byte[] bytes() {
    double start = offset == -1 ? headerSize() + 4 : offset;
    // A header may claim voxels anywhere; they are written where this is possible.
    int gap = (int) Math.clamp(start - headerSize(), 4, 1 << 16);
    ByteBuffer file = ByteBuffer.allocate(headerSize() + gap + voxels.length).order(order);
    file.putInt(0, headerSize());
    if (version == 1) {
      for (int i = 0; i < dim.length; i++) {
        file.putShort(40 + 2 * i, (short) dim[i]);
      }
      file.putShort(70, (short) datatype);
      file.putFloat(108, (float) start);
      file.putFloat(112, (float) slope);
      file.putFloat(116, (float) intercept);
      putText(file, 344, magic.isEmpty() ? "n+1\0" : magic);
    } else {
      putText(file, 4, magic.isEmpty() ? "n+2\0" : magic);
      file.put(8, lineEnds);
      file.putShort(12, (short) datatype);
      for (int i = 0; i < dim.length; i++) {
        file.putLong(16 + 8 * i, dim[i]);
      }
      file.putLong(168, (long) start);
      file.putDouble(176, slope);
      file.putDouble(184, intercept);
    }
    file.put(headerSize() + gap, voxels);
    return file.array();
  }

  private static void putText(ByteBuffer file, int index, String text) {
    file.put(index, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public Path write(Path file) {
    return write(file, bytes());
  }

  public Path writeGzip(Path file) {
    return write(file, gzip(bytes()));
  }

  public static Path write(Path file, byte[] bytes) {
    try {
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }
}
