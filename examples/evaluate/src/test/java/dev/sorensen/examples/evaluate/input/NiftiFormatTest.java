package dev.sorensen.examples.evaluate.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NiftiFormatTest {

  @TempDir Path folder;

  private static double[] values(Volume volume) {
    return IntStream.range(0, volume.size())
        .mapToDouble(i -> volume.value(volume.bits(i)))
        .toArray();
  }

  private static Volume readFile(Path file) throws InputException {
    return (Volume) InputFiles.read(file);
  }

  private Volume read(NiftiFile file) throws InputException {
    return readFile(file.write(folder.resolve("volume.nii")));
  }

  static Stream<Arguments> everyKindOfFile() {
    return Stream.of(1, 2)
        .flatMap(
            version ->
                Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)
                    .flatMap(
                        order ->
                            Stream.of(false, true)
                                .flatMap(
                                    gzip ->
                                        TYPES.stream()
                                            .map(
                                                type ->
                                                    Arguments.of(version, order, gzip, type)))));
  }

  /** Its code, its two extreme values or others that say which type it is, and how it is stored. */
  private record Type(String name, int code, double first, double second, Writer writer) {
    @Override
    public String toString() {
      return name;
    }
  }

  private interface Writer {
    void write(ByteBuffer buffer, double value);
  }

  private static final Writer BYTES = (buffer, value) -> buffer.put((byte) (int) value);
  private static final Writer SHORTS = (buffer, value) -> buffer.putShort((short) (int) value);
  private static final Writer INTS = (buffer, value) -> buffer.putInt((int) (long) value);
  private static final Writer LONGS = (buffer, value) -> buffer.putLong((long) value);

  private static final List<Type> TYPES =
      List.of(
          new Type("uint8", 2, 0, 255, BYTES),
          new Type("int8", 256, -128, 127, BYTES),
          new Type("int16", 4, -32768, 32767, SHORTS),
          new Type("uint16", 512, 0, 65535, SHORTS),
          new Type("int32", 8, -2147483648.0, 2147483647, INTS),
          new Type("uint32", 768, 0, 4294967295.0, INTS),
          new Type("int64", 1024, -0x1p63, 0x1p52, LONGS),
          new Type("uint64", 1280, 1, 0x1p63, (buffer, value) -> buffer.putLong(unsigned(value))),
          new Type("float32", 16, -0.5, 0x1p100, (buffer, value) -> buffer.putFloat((float) value)),
          new Type("float64", 64, -0.1, 1e300, ByteBuffer::putDouble));

  private static long unsigned(double value) {
    return value == 0x1p63 ? Long.MIN_VALUE : (long) value;
  }

  @ParameterizedTest(name = "NIfTI-{0}, {1}, gzip {2}, {3}")
  @MethodSource("everyKindOfFile")
  void readsEveryKindOfFile(int version, ByteOrder order, boolean gzip, Type type)
      throws InputException {
    ByteBuffer voxels = ByteBuffer.allocate(16).order(order);
    type.writer().write(voxels, type.first());
    type.writer().write(voxels, type.second());
    byte[] bytes = Arrays.copyOf(voxels.array(), voxels.position());
    NiftiFile file =
        new NiftiFile()
            .version(version)
            .order(order)
            .dim(2, 1, 2)
            .datatype(type.code())
            .voxels(bytes);

    // The name does not tell whether a file is compressed.
    Path path = folder.resolve(gzip ? "volume.nii" : "volume.nii.gz");
    Volume volume = readFile(gzip ? file.writeGzip(path) : file.write(path));

    assertThat(volume.voxelType()).hasToString(type.name());
    assertThat(volume.shape()).isEqualTo(Shape.of(1, 2));
    assertThat(values(volume)).containsExactly(type.first(), type.second());
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, '0, 1, 2, 3'",
    "0, 5, '0, 1, 2, 3'",
    "NaN, NaN, '0, 1, 2, 3'",
    "Infinity, 1, '0, 1, 2, 3'",
    "2, -2, '-2, 0, 2, 4'",
    "1, 0.5, '0.5, 1.5, 2.5, 3.5'",
    "-0.5, 1, '1, 0.5, 0, -0.5'"
  })
  void scalesAsNibabelDoes(double slope, double intercept, String expected) throws InputException {
    double[] values =
        Arrays.stream(expected.split(", ")).mapToDouble(Double::parseDouble).toArray();

    for (int version : new int[] {1, 2}) {
      Volume volume = read(new NiftiFile().version(version).scaling(slope, intercept));

      assertThat(values(volume)).as("NIfTI-%d", version).containsExactly(values);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void startsAtVoxOffset(int version) throws InputException {
    Volume volume = read(new NiftiFile().version(version).offset(2000));

    assertThat(values(volume)).containsExactly(0, 1, 2, 3);
  }

  @Test
  void acceptsTheMissingLineEndsOfSomeWriters() throws InputException {
    Volume volume = read(new NiftiFile().version(2).lineEnds(0, 0, 0, 0));

    assertThat(values(volume)).containsExactly(0, 1, 2, 3);
  }

  @Test
  void ignoresWhatFollowsTheVoxels() throws InputException {
    byte[] file = Arrays.copyOf(new NiftiFile().bytes(), 1000);

    assertThat(values(readFile(NiftiFile.write(folder.resolve("plain"), file))))
        .containsExactly(0, 1, 2, 3);
    assertThat(values(readFile(NiftiFile.write(folder.resolve("gz"), NiftiFile.gzip(file)))))
        .containsExactly(0, 1, 2, 3);
  }

  @Test
  void ignoresWhatFollowsTheGzipData() throws InputException {
    byte[] compressed = NiftiFile.gzip(new NiftiFile().bytes());
    byte[] padded = Arrays.copyOf(compressed, compressed.length + 100);

    assertThat(values(readFile(NiftiFile.write(folder.resolve("gz"), padded))))
        .containsExactly(0, 1, 2, 3);
  }

  @Test
  void readsGzipDataInSeveralMembers() throws Exception {
    byte[] file = new NiftiFile().bytes();
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    members.write(NiftiFile.gzip(Arrays.copyOf(file, 350)));
    members.write(NiftiFile.gzip(Arrays.copyOfRange(file, 350, file.length)));

    assertThat(values(readFile(NiftiFile.write(folder.resolve("gz"), members.toByteArray()))))
        .containsExactly(0, 1, 2, 3);
  }

  @Test
  void readsVolumesOfManyChunks() throws InputException {
    byte[] voxels = new byte[300 * 300 * 3];
    for (int i = 0; i < voxels.length; i++) {
      voxels[i] = (byte) (i * 31 >>> 3);
    }
    NiftiFile file = new NiftiFile().dim(3, 300, 300, 3).voxels(voxels);

    assertThat(read(file).bytes()).isEqualTo(voxels);
    assertThat(readFile(file.writeGzip(folder.resolve("gz"))).bytes()).isEqualTo(voxels);
  }

  @Test
  void keepsSevenDimensionsButDropsOnesAtTheEnd() throws InputException {
    byte[] voxels = new byte[32];

    assertThat(read(new NiftiFile().dim(7, 2, 1, 2, 2, 1, 2, 2).voxels(voxels)).shape())
        .isEqualTo(Shape.of(2, 1, 2, 2, 1, 2, 2));
    assertThat(read(new NiftiFile().dim(7, 2, 1, 16, 1, 1, 1, 1).voxels(voxels)).shape())
        .isEqualTo(Shape.of(2, 1, 16))
        .hasToString("2 x 1 x 16");
    assertThat(read(new NiftiFile().dim(3, 1, 1, 1)).shape()).isEqualTo(Shape.of(1));
  }
}
