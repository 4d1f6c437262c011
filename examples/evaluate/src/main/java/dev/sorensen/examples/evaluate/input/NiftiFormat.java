package dev.sorensen.examples.evaluate.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/** NIfTI-1 and NIfTI-2, header and voxels in one file. */
final class NiftiFormat implements FileFormat {

  @Override
  public String name() {
    return "NIfTI";
  }

  @Override
  public List<String> extensions() {
    return List.of("nii");
  }

  @Override
  public boolean matches(byte[] start) {
    return NiftiHeader.begins(start);
  }

  @Override
  public Volume read(InputStream in, Path file) throws IOException, InputException {
    NiftiHeader header = NiftiHeader.read(in);
    byte[] voxels = VoxelData.read(in, header.gap(), header.shape(), header.type());
    return new Volume(header.shape(), header.type(), header.scaling(), header.order(), voxels)
        .at(header.placement());
  }
}
