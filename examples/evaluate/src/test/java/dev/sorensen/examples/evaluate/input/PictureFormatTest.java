package dev.sorensen.examples.evaluate.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.awt.color.ColorSpace;
import java.awt.image.BandedSampleModel;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PictureFormatTest {

  private static final int WIDTH = 5;
  private static final int HEIGHT = 3;

  @TempDir Path folder;

  private Path write(BufferedImage image, String format) throws IOException {
    Path file = folder.resolve("labels." + format);
    assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
    return file;
  }

  /** A picture whose pixel i has the value i times a factor. */
  private static BufferedImage counting(BufferedImage image, int factor) {
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      image.getRaster().setSample(i % WIDTH, i / WIDTH, 0, i * factor);
    }
    return image;
  }

  private static double[] counting(int factor) {
    return IntStream.range(0, WIDTH * HEIGHT).mapToDouble(i -> i * factor).toArray();
  }

  private static double[] values(Path file) throws InputException {
    Volume volume = (Volume) InputFiles.read(file);
    return IntStream.range(0, volume.size())
        .mapToDouble(i -> volume.value(volume.bits(i)))
        .toArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "tiff"})
  void readsBytes(String format) throws Exception {
    Path file =
        write(counting(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY), 17), format);

    assertThat(values(file)).containsExactly(counting(17));
    assertThat(InputFiles.read(file).shape()).isEqualTo(Shape.of(WIDTH, HEIGHT));
    assertThat(InputFiles.read(file).type()).isEqualTo("uint8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "tiff"})
  void readsShorts(String format) throws Exception {
    Path file =
        write(
            counting(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_USHORT_GRAY), 4000),
            format);

    assertThat(values(file)).containsExactly(counting(4000));
    assertThat(InputFiles.read(file).type()).isEqualTo("uint16");
  }

  /** Java's readers have one type for both, but the file says which it is. */
  @ParameterizedTest
  @CsvSource({
    "8, 1, uint8, 255",
    "8, 2, int8, -1",
    "16, 1, uint16, 65535",
    "16, 2, int16, -1",
    "32, 1, uint32, 4294967295",
    "32, 2, int32, -1"
  })
  void readsIntegersWithAndWithoutSign(int bits, int format, String type, double largest)
      throws Exception {
    int[][] tags = {
      {256, 1},
      {257, 1},
      {258, bits},
      {259, 1},
      {262, 1},
      {273, 8},
      {277, 1},
      {278, 1},
      {279, bits / 8},
      {339, format}
    };
    ByteBuffer tiff = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(12);
    // The one pixel is before the tags.
    tiff.putInt(-1).putShort((short) tags.length);
    for (int[] tag : tags) {
      int aLong = 4;
      tiff.putShort((short) tag[0]).putShort((short) aLong).putInt(1).putInt(tag[1]);
    }
    Path file = Files.write(folder.resolve("one.tif"), tiff.array());

    assertThat(InputFiles.read(file).type()).isEqualTo(type);
    assertThat(values(file)).containsExactly(largest);
  }

  /** The labels of a palette are its indices, whatever the colours. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8})
  void readsPalettes(int bits) throws Exception {
    int size = 1 << bits;
    byte[] red = new byte[size];
    Arrays.fill(red, (byte) 200);
    IndexColorModel palette = new IndexColorModel(bits, size, red, new byte[size], new byte[size]);
    int type = bits == 8 ? BufferedImage.TYPE_BYTE_INDEXED : BufferedImage.TYPE_BYTE_BINARY;
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type, palette);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      image.getRaster().setSample(i % WIDTH, i / WIDTH, 0, i % size);
    }

    assertThat(values(write(image, "png")))
        .containsExactly(IntStream.range(0, WIDTH * HEIGHT).mapToDouble(i -> i % size).toArray());
  }

  @Test
  void readsProbabilities() throws Exception {
    WritableRaster raster =
        Raster.createWritableRaster(
            new BandedSampleModel(DataBuffer.TYPE_FLOAT, WIDTH, HEIGHT, 1), null);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      raster.setSample(i % WIDTH, i / WIDTH, 0, i / 16f);
    }
    ColorModel gray =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_GRAY),
            false,
            false,
            ColorModel.OPAQUE,
            DataBuffer.TYPE_FLOAT);
    Path file = folder.resolve("probabilities.tif");
    BufferedImage image = new BufferedImage(gray, raster, false, null);
    // Of the writers that there are, only Java's own writes numbers of this kind.
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("tiff");
    ImageWriter writer = writers.next();
    while (!writer.getClass().getName().startsWith("com.sun.")) {
      writer = writers.next();
    }
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.write(image);
    }

    assertThat(InputFiles.read(file).type()).isEqualTo("float32 probabilities");
    assertThat(values(file)[3]).isEqualTo(3 / 16.0);
  }

  private Path pages(BufferedImage... images) throws IOException {
    Path file = folder.resolve("pages.tif");
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (BufferedImage image : images) {
        writer.writeToSequence(new IIOImage(image, null, null), null);
      }
      writer.endWriteSequence();
    }
    writer.dispose();
    return file;
  }

  @Test
  void pagesAreSlices() throws Exception {
    BufferedImage first =
        counting(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY), 1);
    BufferedImage second =
        counting(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY), 2);
    Path file = pages(first, second);

    assertThat(InputFiles.read(file).shape()).isEqualTo(Shape.of(WIDTH, HEIGHT, 2));
    assertThat(values(file)).startsWith(counting(1)).endsWith(counting(2));
  }

  @Test
  void refusesPagesThatDiffer() throws Exception {
    BufferedImage gray = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);

    BadFile.assertRejected(
        pages(gray, new BufferedImage(WIDTH, 2, BufferedImage.TYPE_BYTE_GRAY)),
        "its page 2 has 5 x 2 pixels, expected 5 x 3 as the first");
    BadFile.assertRejected(
        pages(gray, new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_USHORT_GRAY)),
        "its page 2 is of uint16, expected uint8 as the first");
  }

  @Test
  void readsGreyInThreeChannels() throws Exception {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    image.setRGB(1, 1, 0xFFFFFF);
    image.setRGB(2, 1, 0x070707);

    double[] values = values(write(image, "png"));
    assertThat(values[WIDTH + 1]).isEqualTo(255);
    assertThat(values[WIDTH + 2]).isEqualTo(7);
    assertThat(values[0]).isEqualTo(0);
  }

  @Test
  void refusesColours() throws Exception {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    image.setRGB(1, 2, 0xFF0000);

    BadFile.assertRejected(
        write(image, "png"),
        "its pixel 1, 2 has a colour, expected one channel with the labels, or grey");
  }

  /** What a PNG ends with, after all pixels, no reader needs. */
  @ParameterizedTest
  @CsvSource({"png, 16", "tiff, 0"})
  void refusesFilesThatAreCut(String format, int end) throws Exception {
    Path file =
        write(counting(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY), 1), format);
    byte[] all = Files.readAllBytes(file);

    for (int length = 4; length < all.length - end; length++) {
      Path cut = NiftiFile.write(folder.resolve("cut"), Arrays.copyOf(all, length));
      assertThatThrownBy(() -> InputFiles.read(cut))
          .as("%d bytes", length)
          .isInstanceOf(InputException.class);
    }
  }

  @Test
  void aClaimAllocatesNothing() throws Exception {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    byte[] png = Files.readAllBytes(write(image, "png"));
    // Width and height stand after the signature and the name of the first chunk.
    ByteBuffer.wrap(png).putInt(16, 40_000).putInt(20, 40_000);
    CRC32 sum = new CRC32();
    sum.update(png, 12, 17);
    ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
    Path huge = NiftiFile.write(folder.resolve("huge.png"), png);

    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    assertThatThrownBy(() -> InputFiles.read(huge)).isInstanceOf(InputException.class);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(100 << 20);
  }
}
