package dev.sorensen.examples.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sorensen.Extent;
import dev.sorensen.Layout;
import dev.sorensen.Overlap;
import dev.sorensen.Pixels;
import dev.sorensen.SegmentationMask;
import dev.sorensen.SoftOverlap;
import dev.sorensen.examples.evaluate.input.InputException;
import dev.sorensen.examples.evaluate.input.InputFiles;
import dev.sorensen.examples.evaluate.input.Volume;
import dev.sorensen.reference.Conformance;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Real files whose pixels are layouts as they stand, one against another. */
final class RealFormatsTest {

  /** A DICOM segmentation of one bit a pixel, frame after frame. */
  @SegmentationMask(truths = NrrdLabels.class)
  record DicomBits(
      @Pixels long[] words, @Extent int columns, @Extent int rows, @Extent int frames) {}

  /** The same where the file lies, mapped into memory. */
  @SegmentationMask(
      layout = Layout.BIT_PACKED,
      truths = {NrrdLabels.class, DicomBits.class})
  record MappedDicom(
      @Pixels MemorySegment words, @Extent int columns, @Extent int rows, @Extent int frames) {}

  /** Labels of 16 bits. */
  @SegmentationMask(truths = {DicomBits.class, MappedDicom.class})
  record NrrdLabels(
      @Pixels short[] labels, @Extent int width, @Extent int height, @Extent int depth) {}

  /** A soft segmentation: above 0 is foreground. */
  @SegmentationMask(threshold = 0, truths = HardGold.class)
  record SoftCord(@Pixels float[] values) {}

  @SegmentationMask
  record HardGold(@Pixels byte[] labels) {}

  private static final int SIZE = 512;
  private static final int FRAMES = 3;

  private static NrrdLabels nrrdLiver() throws IOException {
    byte[] file = Files.readAllBytes(SharedFiles.find("dcmqi/liver_seg.nrrd"));
    int header = new String(file, StandardCharsets.ISO_8859_1).indexOf("\n\n") + 2;
    try (InputStream in =
        new GZIPInputStream(new ByteArrayInputStream(file, header, file.length - header))) {
      short[] labels = new short[SIZE * SIZE * FRAMES];
      ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(labels);
      return new NrrdLabels(labels, SIZE, SIZE, FRAMES);
    }
  }

  /** Where the pixel data of a DICOM file with explicit value representations begins. */
  private static int pixelData(Path dicom) throws IOException {
    String file = Files.readString(dicom, StandardCharsets.ISO_8859_1);
    // The tag (7FE0,0010), OB, two bytes of nothing and four of length.
    int tag = file.lastIndexOf("\u00e0\u007f\u0010\u0000OB");
    assertThat(tag).isPositive();
    return tag + 12;
  }

  @Test
  void dicomBitsAgainstNrrdLabels() throws IOException {
    Path dicom = SharedFiles.find("dcmqi/liver.dcm");
    NrrdLabels labels = nrrdLiver();
    int start = pixelData(dicom);
    byte[] file = Files.readAllBytes(dicom);
    long[] words = new long[SIZE * SIZE * FRAMES / 64];
    ByteBuffer.wrap(file, start, words.length * 8)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asLongBuffer()
        .get(words);
    DicomBits bits = new DicomBits(words, SIZE, SIZE, FRAMES);

    long liver = 107_098;
    Overlap same = new Overlap(liver, liver, liver, (long) SIZE * SIZE * FRAMES);
    assertThat(RealFormatsTest_DicomBitsDice.overlap(bits, labels)).isEqualTo(same);
    assertThat(RealFormatsTest_NrrdLabelsDice.overlap(labels, bits)).isEqualTo(same);
    assertThat(RealFormatsTest_DicomBitsDice.dice(bits, labels)).isEqualTo(1);
  }

  /** The frames begin at an odd place of the file, which nobody copies. */
  @Test
  void mappedDicomAgainstNrrdLabels() throws IOException {
    Path dicom = SharedFiles.find("dcmqi/liver.dcm");
    NrrdLabels labels = nrrdLiver();
    try (FileChannel channel = FileChannel.open(dicom);
        Arena arena = Arena.ofConfined()) {
      MemorySegment frames =
          channel
              .map(MapMode.READ_ONLY, 0, channel.size(), arena)
              .asSlice(pixelData(dicom), SIZE * SIZE * FRAMES / 8);
      MappedDicom mapped = new MappedDicom(frames, SIZE, SIZE, FRAMES);
      assertThat(RealFormatsTest_MappedDicomDice.dice(mapped, labels)).isEqualTo(1);
      assertThat(RealFormatsTest_NrrdLabelsDice.overlap(labels, mapped).intersection())
          .isEqualTo(107_098);
      for (int frame = 0; frame < FRAMES; frame++) {
        MappedDicom one =
            new MappedDicom(
                frames.asSlice((long) frame * SIZE * SIZE / 8, SIZE * SIZE / 8), SIZE, SIZE, 1);
        short[] slice = new short[SIZE * SIZE];
        System.arraycopy(labels.labels(), frame * SIZE * SIZE, slice, 0, slice.length);
        assertThat(RealFormatsTest_MappedDicomDice.dice(one, new NrrdLabels(slice, SIZE, SIZE, 1)))
            .isEqualTo(1);
      }
    }
  }

  @Test
  void softSegmentationAgainstItsGoldStandard() throws InputException {
    Volume soft = (Volume) InputFiles.read(SharedFiles.find("sct/mt1_gmseg.nii.gz"));
    Volume gold = (Volume) InputFiles.read(SharedFiles.find("sct/mt1_gmseg_goldstandard.nii.gz"));
    float[] values = new float[soft.size()];
    byte[] labels = new byte[gold.size()];
    double both = 0;
    double predicted = 0;
    long actual = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) soft.value(soft.bits(i));
      labels[i] = (byte) gold.value(gold.bits(i));
      both += labels[i] != 0 ? values[i] : 0;
      predicted += values[i];
      actual += labels[i] != 0 ? 1 : 0;
    }
    SoftCord prediction = new SoftCord(values);
    HardGold truth = new HardGold(labels);

    assertThat(RealFormatsTest_SoftCordDice.dice(prediction, truth)).isEqualTo(0.6556291390728477);
    SoftOverlap sums = RealFormatsTest_SoftCordDice.softOverlap(prediction, truth);
    assertThat(sums.intersection()).isCloseTo(both, within(1e-6 * both));
    assertThat(sums.prediction()).isCloseTo(predicted, within(1e-6 * predicted));
    assertThat(sums.truth()).isEqualTo(actual);
    Conformance.check(
        RealFormatsTest_SoftCordDice.againstRealFormatsTest_HardGold(), prediction, truth);
  }
}
