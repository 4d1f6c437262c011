package dev.sorensen.examples.evaluate;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads NIfTI files, plain or compressed by gzip. */
final class NiftiReader {

  /** Memory is asked for as data arrives, from this many bytes on. */
  private static final int FIRST_CHUNK = 1 << 16;

  /**
   * How far past the voxels a compressed file is read for its checksum. Files end there or soon
   * after; this bounds the time that one made to expand for ever can take.
   */
  private static final long MAX_TRAILING = 1L << 28;

  private NiftiReader() {}

  /**
   * Reads a file.
   *
   * @throws VolumeException if that is not possible; the message names the file
   */
  static Volume read(Path file) throws VolumeException {
    try {
      return readUnnamed(file);
    } catch (VolumeException e) {
      throw new VolumeException(file + ": " + e.getMessage());
    }
  }

  private static Volume readUnnamed(Path file) throws VolumeException {
    if (Files.isDirectory(file)) {
      throw new VolumeException("it is a directory, expected a NIfTI file");
    }
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), FIRST_CHUNK)) {
      return isGzip(raw) ? readGzip(raw) : read(raw);
    } catch (NoSuchFileException e) {
      throw new VolumeException("there is no such file");
    } catch (AccessDeniedException e) {
      throw new VolumeException("it may not be read: permission denied");
    } catch (IOException e) {
      throw new VolumeException("it cannot be read: " + reason(e));
    }
  }

  /** The message of a file system's exception starts with the file, which is named already. */
  private static String reason(IOException e) {
    return e instanceof FileSystemException exception && exception.getReason() != null
        ? exception.getReason()
        : String.valueOf(e.getMessage());
  }

  private static boolean isGzip(InputStream in) throws IOException {
    in.mark(2);
    byte[] magic = in.readNBytes(2);
    in.reset();
    return Arrays.equals(magic, new byte[] {0x1f, (byte) 0x8b});
  }

  private static Volume readGzip(InputStream raw) throws IOException, VolumeException {
    try (InputStream in = new GZIPInputStream(raw, FIRST_CHUNK)) {
      Volume volume = read(in);
      // The checksum comes after all compressed data.
      in.skip(MAX_TRAILING);
      return volume;
    } catch (EOFException e) {
      throw new VolumeException("it is truncated: its gzip data ends before its checksum");
    } catch (ZipException e) {
      throw new VolumeException("its gzip data is corrupt: " + e.getMessage());
    }
  }

  private static Volume read(InputStream in) throws IOException, VolumeException {
    NiftiHeader header = NiftiHeader.read(in);
    byte[] voxels = readVoxels(in, header);
    return new Volume(header.shape(), header.type(), header.scaling(), header.order(), voxels);
  }

  /** Reads the voxels. A header may claim anything, so the array grows with what there is. */
  private static byte[] readVoxels(InputStream in, NiftiHeader header)
      throws IOException, VolumeException {
    int expected = header.voxelBytes();
    byte[] voxels = new byte[Math.min(expected, FIRST_CHUNK)];
    int count = 0;
    try {
      in.skipNBytes(header.gap());
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
      throw new VolumeException(
          "it is truncated: "
              + count
              + " bytes of voxels, expected "
              + expected
              + " for "
              + header.shape()
              + " of "
              + header.type());
    }
    return voxels;
  }
}
