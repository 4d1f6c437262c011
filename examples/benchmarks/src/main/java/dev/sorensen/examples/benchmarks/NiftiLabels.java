package dev.sorensen.examples.benchmarks;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Reads the one kind of NIfTI file that a row needs: compressed, little endian, 8-bit labels. */
final class NiftiLabels {

  private static final int HEADER = 348;
  private static final int DIMENSIONS_AT = 40;
  private static final int TYPE_AT = 70;
  private static final int DATA_OFFSET_AT = 108;
  private static final int UINT8 = 2;

  private NiftiLabels() {}

  /** Returns the labels of a file, which must have these extents. */
  static byte[] read(Path file, Extents extents) {
    try (InputStream compressed = new GZIPInputStream(Files.newInputStream(file));
        DataInputStream stream = new DataInputStream(compressed)) {
      ByteBuffer header = ByteBuffer.wrap(stream.readNBytes(HEADER)).order(ByteOrder.LITTLE_ENDIAN);
      Extents found =
          new Extents(
              header.getShort(DIMENSIONS_AT + 2),
              header.getShort(DIMENSIONS_AT + 4),
              header.getShort(DIMENSIONS_AT + 6));
      int type = header.getShort(TYPE_AT);
      if (header.getInt(0) != HEADER || type != UINT8 || !found.equals(extents)) {
        throw new IOException(file + " does not hold " + extents + " labels of 8 bits");
      }
      stream.skipNBytes((long) header.getFloat(DATA_OFFSET_AT) - HEADER);
      byte[] labels = new byte[extents.pixels()];
      stream.readFully(labels);
      return labels;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
