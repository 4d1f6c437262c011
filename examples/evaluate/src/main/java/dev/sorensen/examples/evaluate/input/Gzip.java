package dev.sorensen.examples.evaluate.input;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads what is compressed by gzip, up to its checksum. */
final class Gzip {

  private static final byte[] MAGIC = {0x1f, (byte) 0x8b};

  /**
   * How far past what is needed it is read for the checksum. Data ends there or soon after; this
   * bounds the time that a file made to expand for ever can take.
   */
  private static final long MAX_TRAILING = 1L << 28;

  private Gzip() {}

  /** Reads what has been decompressed. */
  @FunctionalInterface
  interface Reader<T> {

    T read(InputStream in) throws IOException, InputException;
  }

  /** Returns whether data is compressed, by its start, which is read again. */
  static boolean isCompressed(InputStream in) throws IOException {
    return Arrays.equals(InputFiles.start(in, MAGIC.length), MAGIC);
  }

  /** Returns the data, of which the end and the checksum need not be there. */
  static InputStream unchecked(InputStream compressed) throws IOException {
    return new BufferedInputStream(new GZIPInputStream(compressed));
  }

  /**
   * Reads compressed data.
   *
   * @throws InputException if it breaks off or is corrupt, or the reader finds something wrong
   */
  static <T> T read(InputStream compressed, Reader<T> reader) throws IOException, InputException {
    try (InputStream in =
        new BufferedInputStream(
            new GZIPInputStream(compressed, VoxelData.FIRST_CHUNK), VoxelData.FIRST_CHUNK)) {
      T result = reader.read(new Unclosed(in));
      readToChecksum(in);
      return result;
    } catch (EOFException e) {
      throw new InputException("it is truncated: its gzip data ends before its checksum");
    } catch (ZipException e) {
      throw new InputException("its gzip data is corrupt: " + e.getMessage());
    }
  }

  /** Stays open for the checksum, whatever reads it. */
  private static final class Unclosed extends FilterInputStream {

    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      return in.read(into, from, length);
    }

    @Override
    public void close() {}
  }

  private static void readToChecksum(InputStream in) throws IOException {
    byte[] discarded = new byte[VoxelData.FIRST_CHUNK];
    long left = MAX_TRAILING;
    int count = 0;
    while (count >= 0 && left > 0) {
      count = in.read(discarded);
      left -= count;
    }
  }
}
