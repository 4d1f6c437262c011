package dev.sorensen.examples.evaluate.input;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** NRRD, header and voxels in one file or in two. */
final class NrrdFormat implements FileFormat {

  private static final byte[] MAGIC = "NRRD000".getBytes(StandardCharsets.US_ASCII);

  @Override
  public String name() {
    return "NRRD";
  }

  @Override
  public boolean matches(byte[] start) {
    return Arrays.equals(Arrays.copyOf(start, MAGIC.length), MAGIC);
  }

  @Override
  public Volume read(InputStream in, Path file) throws IOException, InputException {
    NrrdHeader header = NrrdHeader.read(in);
    if (header.dataFile().isEmpty()) {
      return read(header, in);
    }
    Path data = file.resolveSibling(header.dataFile().get());
    try (InputStream other =
        new BufferedInputStream(Files.newInputStream(data), VoxelData.FIRST_CHUNK)) {
      return read(header, other);
    } catch (NoSuchFileException e) {
      throw new InputException("its data file is missing: " + data);
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
