package dev.sorensen.examples.evaluate.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is changed in a file, it is read or refused with a message: nothing else is thrown. */
final class DamageTest {

  private static final int CHANGES = 2000;

  @TempDir Path folder;

  static Stream<Arguments> files() throws IOException {
    byte[] nrrd =
        "NRRD0004\ntype: short\ndimension: 2\nsizes: 2 2\nendian: big\nencoding: raw\n\nabcdefgh"
            .getBytes(StandardCharsets.US_ASCII);
    byte[] nrrdGzip =
        "NRRD0004\ntype: uchar\ndimension: 2\nsizes: 2 2\nencoding: gzip\n\n"
            .getBytes(StandardCharsets.US_ASCII);
    byte[] compressed = NiftiFile.gzip(new byte[] {1, 2, 3, 4});
    byte[] both = Arrays.copyOf(nrrdGzip, nrrdGzip.length + compressed.length);
    System.arraycopy(compressed, 0, both, nrrdGzip.length, compressed.length);
    DicomFile bits =
        new DicomFile().segment(1, "lung").frame(1, 0).frame(2, 1).pixels("1".repeat(30));
    return Stream.of(
        Arguments.of("nifti", new NiftiFile().bytes()),
        Arguments.of("nifti.gz", NiftiFile.gzip(new NiftiFile().bytes())),
        Arguments.of("nrrd", nrrd),
        Arguments.of("nrrd with gzip", both),
        Arguments.of("dicom", bits.bytes()),
        Arguments.of("dicom without lengths", bits.withoutLengths().bytes()),
        Arguments.of("dicom, implicit", bits.implicit().bytes()),
        Arguments.of(
            "dicom, fractional",
            new DicomFile().kind("FRACTIONAL", 8).frame(1, 0).pixels(new byte[15]).bytes()),
        Arguments.of(
            "dicom, labels",
            new DicomFile().kind("LABELMAP", 16).frame(0, 0).pixels(new byte[30]).bytes()),
        Arguments.of("png", picture("png")),
        Arguments.of("tiff", picture("tiff")));
  }

  private static byte[] picture(String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(9, 5, BufferedImage.TYPE_BYTE_GRAY), format, out);
    return out.toByteArray();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void isReadOrRefused(String name, byte[] file) {
    Random random = new Random(name.hashCode());
    for (int i = 0; i < CHANGES; i++) {
      byte[] changed = file.clone();
      for (int change = random.nextInt(3); change >= 0; change--) {
        changed[random.nextInt(file.length)] = (byte) random.nextInt();
      }
      if (random.nextInt(4) == 0) {
        changed = Arrays.copyOf(changed, random.nextInt(file.length));
      }
      Path path = NiftiFile.write(folder.resolve("changed"), changed);
      try {
        Segmentation read = InputFiles.read(path);
        assertThat(read.foreground().overlap(read.foreground()).pixels())
            .isEqualTo(read.shape().voxels());
      } catch (InputException e) {
        assertThat(e.getMessage()).startsWith(path.toString()).hasLineCount(1);
      } catch (RuntimeException | Error e) {
        throw new AssertionError(name + ", change " + i + ": " + Arrays.toString(changed), e);
      }
    }
  }
}
