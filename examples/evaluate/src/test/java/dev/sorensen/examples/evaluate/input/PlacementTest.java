package dev.sorensen.examples.evaluate.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sorensen.examples.evaluate.CommandRun;
import dev.sorensen.examples.evaluate.SharedFiles;
import dev.sorensen.examples.evaluate.input.Placement.Vector;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where files say that their voxels lie. */
final class PlacementTest {

  private static final int UNITS = 123;
  private static final int QFORM_CODE = 252;
  private static final int SFORM_CODE = 254;
  private static final int ROWS = 280;

  @TempDir Path folder;

  private Optional<Placement> placement(byte[] file) throws InputException {
    return InputFiles.read(NiftiFile.write(folder.resolve("file"), file)).placement();
  }

  /** A NIfTI-1 file with voxels of 2 x 3 x 4 mm, the first of them at (10, 20, 30). */
  private static ByteBuffer affine() {
    ByteBuffer file = ByteBuffer.wrap(new NiftiFile().bytes()).order(ByteOrder.LITTLE_ENDIAN);
    file.putShort(SFORM_CODE, (short) 1);
    float[] rows = {2, 0, 0, 10, 0, 3, 0, 20, 0, 0, 4, 30};
    for (int i = 0; i < rows.length; i++) {
      file.putFloat(ROWS + Float.BYTES * i, rows[i]);
    }
    return file;
  }

  @Test
  void readsTheMatrixOfNifti1() throws InputException {
    assertThat(placement(affine().array()))
        .contains(
            new Placement(
                new Vector(-10, -20, 30),
                List.of(
                    new Vector(-2, -0.0, 0), new Vector(-0.0, -3, 0), new Vector(-0.0, -0.0, 4))));
  }

  @Test
  void readsTheMatrixOfNifti2() throws InputException {
    ByteBuffer file =
        ByteBuffer.wrap(new NiftiFile().version(2).bytes()).order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(348, 1);
    double[] rows = {2, 0, 0, 10, 0, 3, 0, 20, 0, 0, 4, 30};
    for (int i = 0; i < rows.length; i++) {
      file.putDouble(400 + Double.BYTES * i, rows[i]);
    }

    assertThat(placement(file.array())).isEqualTo(placement(affine().array()));
  }

  @ParameterizedTest
  @CsvSource({"0, 10", "2, 10", "10, 10", "1, 10_000", "3, 0.01"})
  void knowsUnits(byte units, String right) throws InputException {
    Placement placement = placement(affine().put(UNITS, units).array()).orElseThrow();

    assertThat(-placement.origin().left())
        .isCloseTo(Double.parseDouble(right.replace("_", "")), within(1e-12));
  }

  @Test
  void isNotThereIfNobodySaysIt() throws InputException {
    assertThat(placement(new NiftiFile().bytes())).isEmpty();
    assertThat(placement(affine().putFloat(ROWS, Float.NaN).array())).isEmpty();
    assertThat(placement(affine().putShort(SFORM_CODE, (short) 0).array())).isEmpty();
  }

  /** These files have both, written by other programs. */
  @ParameterizedTest
  @ValueSource(strings = {"mt1_gmseg", "mt1_seg", "t2_seg-manual", "t2_fake_lesion_sc_seg"})
  void rotationsAreTheMatricesOfRealFiles(String name) throws IOException, InputException {
    Path file = SharedFiles.find("sct/" + name + ".nii.gz");
    Segmentation real = InputFiles.read(file);
    ByteBuffer bytes;
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
    }
    assertThat(bytes.getShort(QFORM_CODE)).isPositive();
    assertThat(bytes.getShort(SFORM_CODE)).isPositive();
    bytes.putShort(SFORM_CODE, (short) 0);

    Placement rotated = placement(bytes.array()).orElseThrow();

    assertThat(rotated.distance(real.placement().orElseThrow(), real.shape())).isEmpty();
    assertThat(rotated.origin().plus(real.placement().get().origin(), -1).length())
        .isLessThan(1e-4);
    for (int i = 0; i < 3; i++) {
      Vector step = real.placement().get().steps().get(i);
      assertThat(rotated.steps().get(i).plus(step, -1).length()).isLessThan(1e-4);
    }
  }

  private static byte[] nrrd(String... fields) {
    String header =
        "NRRD0004\ntype: uchar\ndimension: 3\nsizes: 2 2 1\nencoding: raw\n"
            + String.join("\n", fields)
            + "\n\n1234";
    return header.getBytes(StandardCharsets.US_ASCII);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "left-posterior-superior; (-10,-20,30); (-2,0,0) (0,-3,0) (0,0,4)",
        "RAS; (10,20,30); (2,0,0) (0,3,0) (0,0,4)",
        "left-anterior-superior; (-10, 20, 3e1); (-2,0,0) (0,3,0)  (0,0,4)"
      })
  void readsTheSpacesOfNrrd(String space, String origin, String directions) throws InputException {
    Optional<Placement> placement =
        placement(
            nrrd("space: " + space, "space origin: " + origin, "space directions: " + directions));

    Placement expected = placement(affine().array()).orElseThrow();
    assertThat(placement.orElseThrow().distance(expected, Shape.of(9, 9, 9))).isEmpty();
    assertThat(expected.distance(placement.get(), Shape.of(9, 9, 9))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "scanner-xyz; (1,2,3); (1,0,0) (0,1,0) (0,0,1)",
        "LPS; (1,2); (1,0,0) (0,1,0) (0,0,1)",
        "LPS; (1,2,3); (1,0,0) (0,1,0)",
        "LPS; (1,2,3); none (1,0,0) (0,1,0) (0,0,1)",
        "LPS; (1,2,3); (1,0,0) (0,a,0) (0,0,1)",
        "LPS; (1,2,nan); (1,0,0) (0,1,0) (0,0,1)"
      })
  void takesNoOtherSpaceOfNrrd(String space, String origin, String directions)
      throws InputException {
    assertThat(
            placement(
                nrrd(
                    "space: " + space,
                    "space origin: " + origin,
                    "space directions: " + directions)))
        .isEmpty();
  }

  /** The same mask, by its authors. */
  @Test
  void dicomLiesWhereNrrdDoes() throws InputException {
    Segmentation dicom = InputFiles.read(SharedFiles.find("dcmqi/liver.dcm"));
    Segmentation nrrd = InputFiles.read(SharedFiles.find("dcmqi/liver_seg.nrrd"));

    Placement ofDicom = dicom.placement().orElseThrow();
    assertThat(ofDicom.distance(nrrd.placement().orElseThrow(), nrrd.shape())).isEmpty();
    for (int i = 0; i < 3; i++) {
      assertThat(ofDicom.steps().get(i).plus(nrrd.placement().get().steps().get(i), -1).length())
          .isLessThan(1e-5);
    }
  }

  private static Placement grid(double x, double stepOfX) {
    return new Placement(
        new Vector(x, 0, 0),
        List.of(new Vector(stepOfX, 0, 0), new Vector(0, 2, 0), new Vector(0, 0, 5)));
  }

  @Test
  void tellsAboutCornersThatAreATenthOfAVoxelAway() {
    Shape shape = Shape.of(101, 10, 10);

    assertThat(grid(0, 1).distance(grid(0.09, 1), shape)).isEmpty();
    assertThat(grid(0, 1).distance(grid(0.11, 1), shape).orElseThrow()).isEqualTo(0.11);
    assertThat(grid(0, 1).distance(grid(0, 1.0009), shape)).isEmpty();
    assertThat(grid(0, 1).distance(grid(0, 1.002), shape).orElseThrow())
        .isCloseTo(0.2, within(1e-9));
    // Turned about: the first voxel is the last.
    assertThat(grid(0, 1).distance(grid(100, -1), shape)).contains(100.0);
    // A plane has no step to another one.
    assertThat(grid(0, 1).distance(grid(0, 1), Shape.of(3))).isEmpty();
  }

  @Test
  void theCommandWarns() throws IOException {
    byte[] moved = affine().putFloat(ROWS + 12, 11.5f).array();
    Path prediction = NiftiFile.write(folder.resolve("prediction.nii"), moved);
    Path truth = NiftiFile.write(folder.resolve("truth.nii"), affine().array());
    Path json = folder.resolve("scores.json");

    CommandRun run = CommandRun.of("--json", json, prediction, truth);

    String warning =
        prediction
            + ": a corner of its grid lies 1.5 mm from where "
            + truth
            + " has it; their voxels were compared in the order of the files";
    assertThat(run.err()).isEqualTo("evaluate: warning: " + warning + System.lineSeparator());
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(Files.readString(json)).contains("\"warning\" : \"" + warning);
    assertThat(CommandRun.of(truth, truth).err()).isEmpty();
    assertThat(Arrays.asList(run.out().split("\n")))
        .anyMatch(line -> line.startsWith("foreground"));
  }
}
