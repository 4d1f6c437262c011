package dev.sorensen.examples.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import dev.sorensen.examples.evaluate.input.InputException;
import dev.sorensen.examples.evaluate.input.InputFiles;
import dev.sorensen.examples.evaluate.input.NiftiFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each bad file is one line on standard error that names it, and exit code 2. */
final class MalformedFileTest {

  private static final String NAME = "bad file.nii.gz";

  @TempDir Path folder;

  private void assertRejected(byte[] file, String problem) {
    assertRejected(NiftiFile.write(folder.resolve(NAME), file), problem);
  }

  private void assertRejected(NiftiFile file, String problem) {
    assertRejected(file.bytes(), problem);
    // Compressed, the same is wrong with it.
    assertRejected(NiftiFile.gzip(file.bytes()), problem);
  }

  private void assertRejected(Path file, String problem) {
    Path good = new NiftiFile().write(folder.resolve("good.nii"));
    String line = "evaluate: " + file + ": " + problem + System.lineSeparator();
    for (CommandRun run : new CommandRun[] {CommandRun.of(file, good), CommandRun.of(good, file)}) {
      assertThat(run.err()).isEqualTo(line);
      assertThat(run.out()).isEmpty();
      assertThat(run.exitCode()).isEqualTo(2);
    }
  }

  @Test
  void missing() {
    assertRejected(folder.resolve("nowhere.nii"), "there is no such file or folder");
  }

  @Test
  void belowAFile() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    CommandRun run = CommandRun.of(file.resolve("volume.nii"), file);

    assertThat(run.err()).startsWith("evaluate: " + file.resolve("volume.nii") + ": ");
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void aFolderAndAFile() {
    Path file = new NiftiFile().write(folder.resolve("good.nii"));

    CommandRun run = CommandRun.of(folder, file);

    assertThat(run.err())
        .isEqualTo(
            "evaluate: %s: it is one file, expected a folder as the other is%n".formatted(file));
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void forbidden() throws IOException {
    Path file = new NiftiFile().write(folder.resolve("secret.nii"));
    assumeTrue(
        folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "needs POSIX permissions");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(file), "an administrator may read everything");

    assertRejected(file, "it may not be read: permission denied");
  }

  @Test
  void empty() {
    assertRejected(new byte[0], "it is empty, expected one of NIfTI, NRRD, DICOM SEG, PNG, TIFF");
    assertRejected(
        NiftiFile.gzip(new byte[0]),
        "it is empty, expected one of NIfTI, NRRD, DICOM SEG, PNG, TIFF");
  }

  @Test
  void somethingElse() {
    String expected = ", expected one of NIfTI, NRRD, DICOM SEG, PNG, TIFF";
    assertRejected(new byte[1], "it starts with 00" + expected);
    assertRejected(new byte[1000], "it starts with 00 00 00 00" + expected);
    assertRejected(new byte[] {'R', 'a', 'r', '!', '0'}, "it starts with 52 61 72 21" + expected);
  }

  @ParameterizedTest
  @CsvSource({"1, 348", "2, 540"})
  void truncatedHeader(int version, int size) {
    byte[] file = new NiftiFile().version(version).bytes();

    assertRejected(
        Arrays.copyOf(file, 100), "it is truncated: 100 bytes, expected a header of " + size);
    assertRejected(
        NiftiFile.gzip(Arrays.copyOf(file, 100)),
        "it is truncated: 100 bytes, expected a header of " + size);
  }

  @Test
  void wrongMagic() {
    assertRejected(
        new NiftiFile().magic("\0\0\0\0"),
        "it is not NIfTI: its magic is 00 00 00 00, expected 6e 2b 31 00 (\"n+1\")");
    assertRejected(
        new NiftiFile().version(2).magic("n+1\0"),
        "it is not NIfTI: its magic is 6e 2b 31 00, expected 6e 2b 32 00 (\"n+2\")");
  }

  @Test
  void headerOfAPair() {
    String problem =
        "it is the header of a NIfTI pair (.hdr and .img), expected a single file (.nii)";
    assertRejected(new NiftiFile().magic("ni1\0"), problem);
    assertRejected(new NiftiFile().version(2).magic("ni2\0"), problem);
  }

  @Test
  void damagedLineEnds() {
    assertRejected(
        new NiftiFile().version(2).lineEnds('\n', 26, '\n', 0),
        "its magic ends in 0a 1a 0a 00, expected 0d 0a 1a 0a: a transfer as text has damaged it");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 8, 32767})
  void numberOfDimensions(int dimensions) {
    String problem = "it has " + dimensions + " dimensions, expected 1 to 7";
    assertRejected(new NiftiFile().dim(dimensions, 2, 2), problem);
    assertRejected(new NiftiFile().version(2).dim(dimensions, 2, 2), problem);
  }

  @ParameterizedTest
  @ValueSource(ints = {-32768, -2, 0})
  void dimension(int dimension) {
    String problem = "its dimension 2 is " + dimension + ", expected at least 1";
    assertRejected(new NiftiFile().dim(3, 2, dimension, -1), problem);
    assertRejected(new NiftiFile().version(2).dim(3, 2, dimension, -1), problem);
  }

  @Test
  void negativeDimensionOf64Bits() {
    assertRejected(
        new NiftiFile().version(2).dim(1, Long.MIN_VALUE),
        "its dimension 1 is -9223372036854775808, expected at least 1");
  }

  @Test
  void moreVoxelsThanFit() {
    assertRejected(
        new NiftiFile().dim(3, 32767, 32767, 2).datatype(4),
        "it claims 32767 x 32767 x 2 voxels of int16, more than the 2147483639 bytes that fit");
    assertRejected(
        new NiftiFile().version(2).dim(1, 2147483640),
        "it claims 2147483640 voxels of uint8, more than the 2147483639 bytes that fit");
  }

  @Test
  void moreVoxelsThanALongCounts() {
    assertRejected(
        new NiftiFile().dim(5, 32767, 32767, 32767, 32767, 32767),
        "it claims 32767 x 32767 x 32767 x 32767 x 32767 voxels of uint8,"
            + " more than the 2147483639 bytes that fit");
    // 2³³ × 2³³ is 4 in 64 bits.
    assertRejected(
        new NiftiFile().version(2).dim(2, (1L << 33), (1L << 33)),
        "it claims 8589934592 x 8589934592 voxels of uint8,"
            + " more than the 2147483639 bytes that fit");
    // The voxels can be counted, their bytes cannot.
    assertRejected(
        new NiftiFile().version(2).dim(1, 1L << 61).datatype(64),
        "it claims 2305843009213693952 voxels of float64,"
            + " more than the 2147483639 bytes that fit");
  }

  @ParameterizedTest
  @CsvSource({
    "1, binary",
    "32, complex64",
    "128, RGB24",
    "1536, float128",
    "1792, complex128",
    "2048, complex256",
    "2304, RGBA32",
    "0, unknown",
    "-7, unknown"
  })
  void typeOfVoxels(int code, String name) {
    String problem =
        "its voxels have the type "
            + name
            + " (NIfTI code "
            + code
            + "), expected one of uint8, int8, int16, uint16, int32, uint32, int64, uint64,"
            + " float32, float64";
    assertRejected(new NiftiFile().datatype(code), problem);
    assertRejected(new NiftiFile().version(2).order(ByteOrder.BIG_ENDIAN).datatype(code), problem);
  }

  @Test
  void offset() {
    assertRejected(new NiftiFile().offset(0), "its vox_offset is 0, expected at least 352");
    assertRejected(new NiftiFile().offset(-400), "its vox_offset is -400, expected at least 352");
    assertRejected(
        new NiftiFile().version(2).offset(352), "its vox_offset is 352, expected at least 544");
    assertRejected(
        new NiftiFile().version(2).offset(Long.MIN_VALUE),
        "its vox_offset is -9223372036854775808, expected at least 544");
    assertRejected(
        new NiftiFile().offset(352.5), "its vox_offset is 352.5, expected a whole number");
    assertRejected(
        new NiftiFile().offset(Double.NaN), "its vox_offset is NaN, expected a whole number");
    assertRejected(
        new NiftiFile().offset(Double.NEGATIVE_INFINITY),
        "its vox_offset is -Infinity, expected a whole number");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1 << 20, 1L << 40, 0x1p62})
  void offsetPastTheEnd(double offset) {
    String problem = "it is truncated: 0 bytes of voxels, expected 4 for 2 x 2 of uint8";
    assertRejected(new NiftiFile().offset(offset), problem);
    assertRejected(new NiftiFile().version(2).offset(offset), problem);
  }

  @Test
  void intercept() {
    assertRejected(
        new NiftiFile().scaling(2, Double.NaN),
        "its scl_inter is NaN, expected a finite number beside scl_slope 2.0");
    assertRejected(
        new NiftiFile().version(2).scaling(1, Double.POSITIVE_INFINITY),
        "its scl_inter is Infinity, expected a finite number beside scl_slope 1.0");
  }

  @Test
  void truncatedVoxels() {
    assertRejected(
        new NiftiFile().voxels((byte) 1, (byte) 2, (byte) 3),
        "it is truncated: 3 bytes of voxels, expected 4 for 2 x 2 of uint8");
    assertRejected(
        new NiftiFile().version(2).dim(3, 100, 100, 20).datatype(16).voxels(new byte[70_000]),
        "it is truncated: 70000 bytes of voxels, expected 800000 for 100 x 100 x 20 of float32");
  }

  @Test
  void truncatedGzip() {
    byte[] compressed = NiftiFile.gzip(new NiftiFile().bytes());

    assertRejected(
        Arrays.copyOf(compressed, compressed.length - 1),
        "it is truncated: its gzip data ends before its checksum");
    assertRejected(
        Arrays.copyOf(compressed, 5), "it is truncated: its gzip data ends before its checksum");
    assertRejected(
        Arrays.copyOf(compressed, compressed.length / 2),
        "it is truncated: its gzip data ends before its checksum");
  }

  @Test
  void gzipTruncatedInTheVoxels() {
    byte[] voxels = new byte[200_000];
    new Random(1).nextBytes(voxels);
    byte[] compressed =
        NiftiFile.gzip(new NiftiFile().dim(1, 25_000).datatype(64).voxels(voxels).bytes());

    CommandRun run =
        CommandRun.of(
            NiftiFile.write(folder.resolve("cut"), Arrays.copyOf(compressed, 100_000)),
            folder.resolve("cut"));

    assertThat(run.err())
        .matches(
            "evaluate: .*cut: it is truncated: \\d{5} bytes of voxels,"
                + " expected 200000 for 25000 of float64\\R");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void corruptGzip() {
    byte[] compressed = NiftiFile.gzip(new NiftiFile().bytes());
    byte[] badChecksum = compressed.clone();
    badChecksum[compressed.length - 8] ^= 1;
    byte[] badMethod = compressed.clone();
    badMethod[2] = 7;
    byte[] badBlock = compressed.clone();
    badBlock[10] |= 7;

    assertRejected(badChecksum, "its gzip data is corrupt: Corrupt GZIP trailer");
    assertRejected(badMethod, "its gzip data is corrupt: Unsupported compression method");
    assertRejected(badBlock, "its gzip data is corrupt: invalid block type");
  }

  @Test
  void aClaimAllocatesNothing() {
    byte[] file = new NiftiFile().version(2).dim(1, Integer.MAX_VALUE - 8).bytes();
    Path plain = NiftiFile.write(folder.resolve("plain"), file);
    Path gzip = NiftiFile.write(folder.resolve("gzip"), NiftiFile.gzip(file));

    for (Path path : new Path[] {plain, gzip}) {
      long allocated =
          allocatedBy(
              () ->
                  assertThatThrownBy(() -> InputFiles.read(path))
                      .isInstanceOf(InputException.class)
                      .hasMessageContaining(
                          "it is truncated: 4 bytes of voxels, expected 2147483639"));
      assertThat(allocated).isLessThan(10 << 20);
    }
  }

  @Test
  void aBombAllocatesNoMoreThanItsClaim() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
      out.write(new NiftiFile().bytes());
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 64; i++) {
        out.write(zeros);
      }
    }
    Path file = NiftiFile.write(folder.resolve("bomb"), bomb.toByteArray());

    long allocated =
        allocatedBy(
            () -> {
              try {
                assertThat(InputFiles.read(file).shape().voxels()).isEqualTo(4);
              } catch (InputException e) {
                throw new AssertionError(e);
              }
            });

    assertThat(allocated).isLessThan(10 << 20);
  }

  private static long allocatedBy(Runnable action) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    action.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void anotherShape() {
    Path small = new NiftiFile().write(folder.resolve("small.nii"));
    Path large = new NiftiFile().dim(3, 2, 1, 2).write(folder.resolve("large.nii"));

    CommandRun run = CommandRun.of(small, large);

    assertThat(run.err())
        .isEqualTo(
            "evaluate: "
                + small
                + ": its shape is 2 x 2, expected 2 x 1 x 2 as in "
                + large
                + System.lineSeparator());
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(2);
  }
}
