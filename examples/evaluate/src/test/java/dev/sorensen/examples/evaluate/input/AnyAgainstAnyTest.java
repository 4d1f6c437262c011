package dev.sorensen.examples.evaluate.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.Overlap;
import dev.sorensen.examples.evaluate.score.Scores;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the files of a pair are, what they share is the same. */
final class AnyAgainstAnyTest {

  private static final int WIDTH = 13;
  private static final int HEIGHT = 11;
  private static final int PIXELS = WIDTH * HEIGHT;

  @TempDir Path folder;

  /** A mask of each format, with label 1 where a pixel is set. */
  private Map<String, Segmentation> files(boolean[] mask) throws IOException, InputException {
    byte[] bytes = new byte[PIXELS];
    ByteBuffer shorts = ByteBuffer.allocate(2 * PIXELS).order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer floats = ByteBuffer.allocate(4 * PIXELS).order(ByteOrder.BIG_ENDIAN);
    ByteBuffer doubles = ByteBuffer.allocate(8 * PIXELS).order(ByteOrder.LITTLE_ENDIAN);
    StringBuilder bits = new StringBuilder();
    byte[] fractions = new byte[PIXELS];
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    BufferedImage deep = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_USHORT_GRAY);
    for (int i = 0; i < PIXELS; i++) {
      bytes[i] = (byte) (mask[i] ? 1 : 0);
      shorts.putShort(bytes[i]);
      floats.putFloat(mask[i] ? 0.9f : 0.2f);
      doubles.putDouble(mask[i] ? 0.7 : 0.5);
      bits.append(bytes[i]);
      fractions[i] = (byte) (mask[i] ? 200 : 20);
      image.getRaster().setSample(i % WIDTH, i / WIDTH, 0, bytes[i]);
      deep.getRaster().setSample(i % WIDTH, i / WIDTH, 0, bytes[i]);
    }
    NiftiFile nifti = new NiftiFile().dim(2, WIDTH, HEIGHT);
    DicomFile bitsOfDicom = new DicomFile().size(WIDTH, HEIGHT).frame(1, 0).pixels(bits.toString());
    DicomFile fractionsOfDicom =
        new DicomFile().kind("FRACTIONAL", 8).size(WIDTH, HEIGHT).frame(1, 0).pixels(fractions);
    DicomFile labelsOfDicom =
        new DicomFile().kind("LABELMAP", 8).size(WIDTH, HEIGHT).frame(0, 0).pixels(bytes);
    Map<String, Segmentation> files = new LinkedHashMap<>();
    put(files, "NIfTI, bytes", nifti.voxels(bytes).bytes());
    put(files, "NIfTI, shorts", nifti.datatype(4).voxels(shorts.array()).bytes());
    put(
        files,
        "NIfTI, doubles",
        new NiftiFile().dim(2, WIDTH, HEIGHT).datatype(64).voxels(doubles.array()).bytes());
    put(files, "NRRD, floats", nrrd("float", "big", floats.array()));
    put(files, "NRRD, shorts", nrrd("ushort", "little", shorts.array()));
    put(files, "DICOM, binary", bitsOfDicom.bytes());
    put(files, "DICOM, fractional", fractionsOfDicom.bytes());
    put(files, "DICOM, labels", labelsOfDicom.bytes());
    Path png = folder.resolve("labels.png");
    ImageIO.write(image, "png", png.toFile());
    files.put("PNG", InputFiles.read(png));
    Path tiff = folder.resolve("labels.tif");
    ImageIO.write(deep, "tiff", tiff.toFile());
    files.put("TIFF", InputFiles.read(tiff));
    files.put("COCO", coco(mask));
    return files;
  }

  private void put(Map<String, Segmentation> files, String name, byte[] file)
      throws InputException {
    files.put(name, InputFiles.read(NiftiFile.write(folder.resolve("file"), file)));
  }

  private static byte[] nrrd(String type, String endian, byte[] voxels) {
    byte[] header =
        "NRRD0004\ntype: %s\ndimension: 2\nsizes: %d %d\nendian: %s\nencoding: raw\n\n"
            .formatted(type, WIDTH, HEIGHT, endian)
            .getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(header.length + voxels.length).put(header).put(voxels).array();
  }

  private Segmentation coco(boolean[] mask) throws InputException {
    StringBuilder counts = new StringBuilder();
    boolean isForeground = false;
    int count = 0;
    for (int i = 0; i < PIXELS; i++) {
      if (mask[i % HEIGHT * WIDTH + i / HEIGHT] != isForeground) {
        counts.append(count).append(',');
        isForeground = !isForeground;
        count = 0;
      }
      count++;
    }
    String json =
        "[{\"image_id\": 5, \"category_id\": 1, \"segmentation\": {\"size\": [%d, %d], \"counts\": [%s]}}]"
            .formatted(HEIGHT, WIDTH, counts.append(count));
    Path file = NiftiFile.write(folder.resolve("coco.json"), json.getBytes(StandardCharsets.UTF_8));
    return CocoFile.read(file).segments(new CocoImage(5, WIDTH, HEIGHT, null), 0);
  }

  @Test
  void shareTheSame() throws IOException, InputException {
    boolean[] predicted = new boolean[PIXELS];
    boolean[] actual = new boolean[PIXELS];
    int both = 0;
    int inPrediction = 0;
    int inTruth = 0;
    for (int i = 0; i < PIXELS; i++) {
      predicted[i] = i % 7 < 3;
      actual[i] = i % 5 < 2 || i > 100;
      both += predicted[i] && actual[i] ? 1 : 0;
      inPrediction += predicted[i] ? 1 : 0;
      inTruth += actual[i] ? 1 : 0;
    }
    Overlap expected = new Overlap(both, inPrediction, inTruth, PIXELS);
    Map<String, Segmentation> predictions = files(predicted);
    Map<String, Segmentation> truths = files(actual);

    predictions.forEach(
        (name, prediction) ->
            truths.forEach(
                (other, truth) -> {
                  assertThat(prediction.shape()).as(name).isEqualTo(truth.shape());
                  Scores scores = Scores.of(prediction, truth);
                  assertThat(scores.foreground()).as("%s, %s", name, other).isEqualTo(expected);
                  if (scores.withoutLabels().isEmpty()) {
                    assertThat(scores.labels())
                        .as("%s, %s", name, other)
                        .isEqualTo(Map.of(BigInteger.ONE, expected));
                  }
                }));
    assertThat(predictions).hasSize(11);
  }
}
