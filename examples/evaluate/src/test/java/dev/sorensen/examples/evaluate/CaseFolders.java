package dev.sorensen.examples.evaluate;

import dev.sorensen.examples.evaluate.input.NiftiFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder with one of predictions and one of truths in it. */
abstract class CaseFolders {

  @TempDir Path folder;
  Path predictions;
  Path truths;

  @BeforeEach
  void makeFolders() throws IOException {
    predictions = Files.createDirectory(folder.resolve("predictions"));
    truths = Files.createDirectory(folder.resolve("truths"));
  }

  static NiftiFile labels(int... labels) {
    byte[] voxels = new byte[labels.length];
    for (int i = 0; i < labels.length; i++) {
      voxels[i] = (byte) labels[i];
    }
    return new NiftiFile().voxels(voxels);
  }

  void writeThree() {
    labels(0, 1, 1, 2).write(predictions.resolve("a.nii"));
    labels(0, 1, 2, 2).writeGzip(truths.resolve("a.nii.gz"));
    labels(0, 0, 1, 1).write(predictions.resolve("b.nii"));
    labels(0, 1, 1, 1).write(truths.resolve("b.nii"));
    labels(0, 0, 0, 3).write(predictions.resolve("c.nii"));
    labels(0, 0, 0, 3).write(truths.resolve("c.nii"));
  }
}
