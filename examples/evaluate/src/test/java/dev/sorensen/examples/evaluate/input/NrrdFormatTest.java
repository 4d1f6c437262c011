package dev.sorensen.examples.evaluate.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.examples.evaluate.SharedFiles;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NrrdFormatTest {

  private static final String HEADER =
      """
      NRRD0004
      # A comment: with a colon
      type: uchar
      dimension: 2
      sizes: 2 2
      encoding: raw
      kinds: domain domain
      DWMRI_b-value:=1000

      """;

  @TempDir Path folder;

  private static byte[] file(String header, byte... data) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(header.getBytes(StandardCharsets.UTF_8));
    file.writeBytes(data);
    return file.toByteArray();
  }

  private Path write(String header, byte... data) {
    return NiftiFile.write(folder.resolve("volume.nrrd"), file(header, data));
  }

  private static DoubleStream values(Path file) throws InputException {
    Volume volume = (Volume) InputFiles.read(file);
    return IntStream.range(0, volume.size()).mapToDouble(i -> volume.value(volume.bits(i)));
  }

  @Test
  void readsRawVoxels() throws InputException {
    Path file = write(HEADER, (byte) 1, (byte) 2, (byte) 0, (byte) 255, (byte) 9);

    assertThat(values(file)).containsExactly(1.0, 2.0, 0.0, 255.0);
    assertThat(InputFiles.read(file).shape()).isEqualTo(Shape.of(2, 2));
    assertThat(InputFiles.read(file).type()).isEqualTo("uint8");
  }

  @Test
  void readsGzip() throws InputException {
    byte[] gzip = NiftiFile.gzip(new byte[] {1, 2, 0, 3});

    assertThat(values(write(HEADER.replace("raw", "gzip"), gzip)))
        .containsExactly(1.0, 2.0, 0.0, 3.0);
    assertThat(values(write(HEADER.replace("raw", "GZ"), gzip)))
        .containsExactly(1.0, 2.0, 0.0, 3.0);
  }

  @Test
  void readsFilesThatAreCompressedAsAWhole() throws InputException {
    Path file = folder.resolve("whole.nrrd.gz");
    NiftiFile.write(file, NiftiFile.gzip(file(HEADER, (byte) 1, (byte) 2, (byte) 0, (byte) 3)));

    assertThat(values(file)).containsExactly(1.0, 2.0, 0.0, 3.0);
  }

  @Test
  void readsGzipInGzip() throws InputException {
    byte[] inner = file(HEADER.replace("raw", "gzip"), NiftiFile.gzip(new byte[] {1, 2, 0, 3}));
    Path file = NiftiFile.write(folder.resolve("twice.nrrd.gz"), NiftiFile.gzip(inner));

    assertThat(values(file)).containsExactly(1.0, 2.0, 0.0, 3.0);
  }

  @Test
  void readsCarriageReturns() throws InputException {
    byte[] voxels = {1, 2, 0, 3};

    assertThat(values(write(HEADER.replace("\n", "\r\n"), voxels)))
        .containsExactly(1.0, 2.0, 0.0, 3.0);
  }

  @Test
  void readsVoxelsOfAnotherFile() throws InputException {
    String header = HEADER.strip() + "\ndata file: other.raw\nline skip: 1\nbyteskip: 2\n";
    NiftiFile.write(
        folder.resolve("other.raw"), file("a line\nxy", (byte) 4, (byte) 5, (byte) 6, (byte) 7));

    assertThat(values(write(header))).containsExactly(4.0, 5.0, 6.0, 7.0);
  }

  @ParameterizedTest
  @CsvSource({
    "signed char, int8, 1",
    "int8_t, int8, 1",
    "unsigned char, uint8, 1",
    "short, int16, 2",
    "signed short int, int16, 2",
    "UInt16, uint16, 2",
    "unsigned short, uint16, 2",
    "int32_t, int32, 4",
    "unsigned int, uint32, 4",
    "long long int, int64, 8",
    "ulonglong, uint64, 8",
    "float, float32, 4",
    "double, float64, 8"
  })
  void knowsTheTypes(String name, String type, int bytes) throws InputException {
    String header = HEADER.replace("uchar", name).replace("sizes", "endian: big\nsizes");
    byte[] zeros = new byte[4 * bytes];

    assertThat(InputFiles.read(write(header, zeros)).type()).isEqualTo(type);
  }

  @Test
  void knowsByteOrders() throws InputException {
    String big = HEADER.replace("uchar", "short").replace("sizes", "endian: big\nsizes");
    byte[] voxels = {0, 1, 0, 0, 1, 0, -1, -1};

    assertThat(values(write(big, voxels))).containsExactly(1.0, 0.0, 256.0, -1.0);
    assertThat(values(write(big.replace("big", "little"), voxels)))
        .containsExactly(256.0, 0.0, 1.0, -1.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type: uchar| |its header has no field type",
        "type: uchar|type: block|its type is block, expected a type of numbers",
        "uchar|short|its header has no field endian",
        "encoding: raw|encoding: bzip2|its encoding is bzip2, expected raw or gzip",
        "dimension: 2|dimension: two|its dimension is two, expected a whole number",
        "dimension: 2|dimension: 0|its dimension is 0, expected 1 to 16",
        "sizes: 2 2|sizes: 2 2 1|it has 3 sizes, expected 2 as its dimension says",
        "sizes: 2 2|sizes: 2 -2|one of its sizes is -2, expected at least 1",
        "sizes: 2 2|sizes: 1000000 1000000|it claims 1000000 x 1000000 voxels of uint8, more than"
            + " the 2147483639 bytes that fit",
        "sizes: 2 2|sizes: 2 3|it is truncated: 4 bytes of voxels, expected 6 for 2 x 3 of uint8",
        "kinds: domain domain|byte skip: -1|its byteskip is -1, expected 0 or more",
        "kinds: domain domain|data file: LIST|its voxels are in several files, expected one",
        "kinds: domain domain|nonsense|line 7 of its header is \"nonsense\", expected a field and a"
            + " colon",
        "kinds: domain domain|sizes: 4|its header has the field sizes twice",
      })
  void refuses(String part, String other, String problem) {
    String header = HEADER.replace(part, other == null ? "# nothing" : other);

    BadFile.assertRejected(write(header, new byte[] {1, 2, 3, 4}), problem);
  }

  @Test
  void missesTheOtherFile() {
    Path file = write(HEADER.strip() + "\ndatafile: none.raw\n");

    BadFile.assertRejected(file, "its data file is missing: " + folder.resolve("none.raw"));
  }

  @Test
  void refusesAHeaderWithoutEnd() {
    byte[] header = Arrays.copyOf("NRRD0004\n".getBytes(StandardCharsets.US_ASCII), 1 << 21);

    BadFile.assertRejected(
        NiftiFile.write(folder.resolve("endless"), header),
        "its header does not end within 1048576 bytes, expected an empty line");
  }

  @Test
  void refusesGzipThatIsCut() {
    byte[] gzip = NiftiFile.gzip(new byte[] {1, 2, 0, 3});

    BadFile.assertRejected(
        write(HEADER.replace("raw", "gzip"), Arrays.copyOf(gzip, gzip.length - 1)),
        "it is truncated: its gzip data ends before its checksum");
    gzip[gzip.length - 8] ^= 1;
    BadFile.assertRejected(
        write(HEADER.replace("raw", "gzip"), gzip),
        "its gzip data is corrupt: Corrupt GZIP trailer");
  }

  @Test
  void readsARealOne() throws InputException {
    Segmentation liver = InputFiles.read(SharedFiles.find("dcmqi/liver_seg.nrrd"));

    assertThat(liver.shape()).isEqualTo(Shape.of(512, 512, 3));
    assertThat(liver.type()).isEqualTo("int16");
    assertThat(liver.foreground().overlap(liver.foreground()).truth()).isEqualTo(107_098);
  }
}
