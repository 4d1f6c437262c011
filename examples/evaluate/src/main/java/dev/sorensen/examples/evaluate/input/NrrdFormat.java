package dev.sorensen.examples.evaluate.input;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** NRRD, header and voxels in one file or in two. */
final class NrrdFormat implements FileFormat {

  private static final byte[] MAGIC = "NRRD000".getBytes(StandardCharsets.US_ASCII);

  @Override
  public String name() {
    return "NRRD";
  }

  @Override
  public List<String> extensions() {
    return List.of("nrrd", "nhdr");
  }

  @Override
  public boolean matches(byte[] start) {
    return Arrays.equals(Arrays.copyOf(start, MAGIC.length), MAGIC);
  }

  @Override
  public Volume read(InputStream in, Path file) throws IOException, InputException {
    NrrdHeader header = NrrdHeader.read(in);
    Optional<Path> detached = dataFile(header, file);
    if (detached.isEmpty()) {
      return read(header, in);
    }
    Path data = detached.get();
    try (InputStream other =
        new BufferedInputStream(Files.newInputStream(data), VoxelData.FIRST_CHUNK)) {
      return read(header, other);
    } catch (NoSuchFileException e) {
      throw new InputException("its data file is missing: " + data);
    }
  }

  /** Returns the file with the voxels, if it is another one. */
  static Optional<Path> dataFile(InputStream in, Path file) throws IOException, InputException {
    return dataFile(NrrdHeader.read(in), file);
  }

  private static Optional<Path> dataFile(NrrdHeader header, Path file) throws InputException {
    try {
      return header.dataFile().map(file::resolveSibling);
    } catch (InvalidPathException e) {
      throw new InputException("its data file has a name that no file has: " + e.getReason());
    }
  }

  private static Volume read(NrrdHeader header, InputStream in) throws IOException, InputException {
    skipLines(in, header.lineSkip());
    byte[] voxels = header.isGzip() ? Gzip.read(in, header::voxels) : header.voxels(in);
    return new Volume(header.shape(), header.type(), Scaling.NONE, header.order(), voxels)
        .at(header.placement());
  }

  private static void skipLines(InputStream in, long lines) throws IOException {
    for (long skipped = 0; skipped < lines; ) {
      int next = in.read();
      if (next < 0) {
        return;
      }
      skipped += next == '\n' ? 1 : 0;
    }
  }
}
