package dev.sorensen.examples.evaluate.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sorensen.Overlap;
import dev.sorensen.examples.evaluate.SharedFiles;
import dev.sorensen.examples.evaluate.mask.BitMask;
import dev.sorensen.examples.evaluate.mask.Mask;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DicomFormatTest {

  private static final String A = "10000 01010 00001";
  private static final String B = "00111 00000 11100";
  private static final String C = "11111 00000 00000";
  private static final String NONE = "00000 00000 00000";

  @TempDir Path folder;

  private Segmentation read(DicomFile file) throws InputException {
    return InputFiles.read(file.write(folder.resolve("segmentation.dcm")));
  }

  private static BitMask bits(String zerosAndOnes) {
    String all = zerosAndOnes.replace(" ", "");
    long[] words = new long[(all.length() + 63) / 64];
    for (int i = 0; i < all.length(); i++) {
      words[i / 64] |= (long) (all.charAt(i) - '0') << i;
    }
    return new BitMask(MemorySegment.ofArray(words), all.length());
  }

  private static void assertSame(Mask mask, String expected) {
    Overlap overlap = mask.overlap(bits(expected));
    assertThat(overlap.falsePositives()).as(expected).isZero();
    assertThat(overlap.falseNegatives()).as(expected).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "ISO_IR 192, UTF-8, große Zyste",
    "ISO_IR 100, ISO-8859-1, große Zyste",
    "ISO 2022 IR 6\\ISO 2022 IR 144, ISO-8859-5, Киста",
    "GB18030, GB18030, 囊肿",
    "no such set, UTF-8, große Zyste"
  })
  void readsNamesInTheirCharacterSet(String name, String charset, String label)
      throws InputException {
    DicomFile file =
        new DicomFile().characterSet(name, charset).segment(1, label).frame(1, 0).pixels(A);

    assertThat(((Segments) read(file)).labelNames()).isEqualTo(Map.of(1L, label));
  }

  @ParameterizedTest
  @CsvSource({"true, true", "true, false", "false, true", "false, false"})
  void readsSegmentsThatOverlap(boolean isExplicit, boolean hasLengths) throws InputException {
    DicomFile file = new DicomFile();
    if (!isExplicit) {
      file.implicit();
    }
    if (!hasLengths) {
      file.withoutLengths();
    }
    file.segment(7, "left lung")
        .frame(1, 0)
        .frame(1, 2.5)
        .frame(7, 0)
        .frame(7, 2.5)
        .pixels(A + B + B + C);

    Segments segments = (Segments) read(file);

    assertThat(segments.shape()).isEqualTo(Shape.of(5, 3, 2));
    assertThat(segments.type()).isEqualTo("binary segments");
    assertThat(segments.labels()).containsExactly(1L, 7L);
    assertThat(segments.labelNames()).isEqualTo(Map.of(7L, "left lung"));
    assertSame(segments.mask(1), A + B);
    assertSame(segments.mask(7), B + C);
    assertSame(segments.foreground(), "10111 01010 11101" + "11111 00000 11100");
  }

  /** A plane has the same place in all segments, whatever comes first and whatever is missing. */
  @Test
  void ordersPlanesByPosition() throws InputException {
    DicomFile file =
        new DicomFile().frame(2, 9.0004).frame(1, -1).frame(2, 4).frame(1, 9).pixels(A + B + C + A);

    Segments segments = (Segments) read(file);

    assertThat(segments.shape()).isEqualTo(Shape.of(5, 3, 3));
    assertSame(segments.mask(1), B + NONE + A);
    assertSame(segments.mask(2), NONE + C + A);
    Segments last = segments.plane(2);
    assertThat(last.shape()).isEqualTo(Shape.of(5, 3));
    assertThat(last.labels()).containsExactly(1L, 2L);
    assertSame(last.mask(1), A);
    assertSame(last.plane(0).mask(2), A);
    assertSame(segments.plane(0).mask(2), NONE);
    assertSame(segments.plane(0).foreground(), B);
  }

  /** Writers leave planes out that have no foreground. */
  @Test
  void fillsGapsOfEvenPlanes() throws InputException {
    Segments even =
        (Segments)
            read(new DicomFile().frame(1, 0).frame(1, 2.5).frame(1, 10.01).pixels(A + B + C));

    assertThat(even.shape()).isEqualTo(Shape.of(5, 3, 5));
    assertSame(even.mask(1), A + B + NONE + NONE + C);
    assertSame(even.foreground(), A + B + NONE + NONE + C);
    assertSame(even.plane(3).mask(1), NONE);

    Segments uneven =
        (Segments) read(new DicomFile().frame(1, 0).frame(1, 2).frame(1, 5).pixels(A + B + C));

    assertSame(uneven.mask(1), A + B + C);

    Segments far =
        (Segments) read(new DicomFile().frame(1, 0).frame(1, 1).frame(1, 1e6).pixels(A + B + C));

    assertSame(far.mask(1), A + B + C);
  }

  @Test
  void fillsGapsOfLabelMaps() throws InputException {
    byte[] labels = new byte[45];
    labels[0] = 2;
    labels[15] = 3;
    labels[30] = 4;
    DicomFile file =
        new DicomFile().kind("LABELMAP", 8).frame(0, 0).frame(0, 1).frame(0, 3).pixels(labels);

    Volume volume = (Volume) read(file);

    assertThat(volume.shape()).isEqualTo(Shape.of(5, 3, 4));
    assertThat(volume.bits(0)).isEqualTo(2);
    assertThat(volume.bits(15)).isEqualTo(3);
    assertThat(volume.bits(30)).isZero();
    assertThat(volume.bits(45)).isEqualTo(4);
  }

  @Test
  void takesFramesWithoutPositionAsTheyCome() throws InputException {
    Segments segments =
        (Segments) read(new DicomFile().frame(1).frame(2).frame(1).pixels(A + B + C));

    assertSame(segments.mask(1), A + C);
    assertSame(segments.mask(2), B + NONE);
  }

  /** Frames of all sizes begin at all bits of a byte. */
  @Test
  void unpacksFramesAtEveryBit() throws InputException {
    Random random = new Random(7);
    for (int columns = 1; columns < 140; columns += 3) {
      StringBuilder first = new StringBuilder();
      StringBuilder all = new StringBuilder();
      DicomFile file = new DicomFile().size(columns, 1);
      for (int frame = 0; frame < 10; frame++) {
        StringBuilder pixels = new StringBuilder();
        for (int x = 0; x < columns; x++) {
          pixels.append(random.nextInt(2));
        }
        file.frame(1 + frame % 2, frame / 2);
        all.append(pixels);
        first.append(frame % 2 == 0 ? pixels : "");
      }

      Segments segments = (Segments) read(file.pixels(all.toString()));

      assertSame(segments.mask(1), first.toString());
    }
  }

  @Test
  void readsFractions() throws InputException {
    byte[] fractions = new byte[30];
    fractions[3] = 100;
    fractions[4] = 51;
    fractions[17] = 50;
    DicomFile file =
        new DicomFile().kind("FRACTIONAL", 8).most(100).frame(1, 0).frame(1, 1).pixels(fractions);

    Segmentation segments = read(file);

    assertThat(segments.type()).isEqualTo("fractional segments");
    // Foreground is above 1/2.
    assertSame(segments.foreground(), "00011 00000 00000" + NONE);
    assertSame(segments.above(0).foreground(), "00011 00000 00000" + "00100 00000 00000");
    assertSame(segments.above(0).plane(1).foreground(), "00100 00000 00000");
    assertSame(segments.plane(1).foreground(), NONE);
    assertThat(segments.above(0).probabilities()).isPresent();
    // 51 of 100 is not above 0.51, though its float is.
    assertSame(segments.above(0.51).foreground(), "00010 00000 00000" + NONE);
  }

  @ParameterizedTest
  @CsvSource({"8, uint8", "16, uint16"})
  void readsLabelMaps(int bits, String type) throws InputException {
    byte[] labels = new byte[30 * bits / 8];
    labels[0] = 2;
    labels[15 * bits / 8] = 3;
    DicomFile file =
        new DicomFile()
            .kind("LABELMAP", bits)
            .segment(3, "spleen")
            .frame(0, 5)
            .frame(0, 1)
            .pixels(labels);

    Volume volume = (Volume) read(file);

    assertThat(volume.type()).isEqualTo(type);
    assertThat(volume.shape()).isEqualTo(Shape.of(5, 3, 2));
    assertThat(volume.bits(0)).isEqualTo(3);
    assertThat(volume.labelNames()).isEqualTo(Map.of(3L, "spleen"));
    assertThat(volume.bits(15)).isEqualTo(2);
  }

  private void assertRejected(DicomFile file, String problem) {
    BadFile.assertRejected(file.write(folder.resolve("bad.dcm")), problem);
  }

  @Test
  void refusesOtherObjects() {
    DicomFile good = new DicomFile().frame(1, 0).pixels(A);

    assertRejected(good.modality("CT"), "its modality is CT, expected SEG");
    assertRejected(
        new DicomFile().syntax("1.2.840.10008.1.2.4.90"),
        "its transfer syntax is 1.2.840.10008.1.2.4.90, expected 1.2.840.10008.1.2 or"
            + " 1.2.840.10008.1.2.1: little endian, uncompressed");
    assertRejected(
        new DicomFile().kind("BINARY", 8).frame(1, 0),
        "it is BINARY with 8 bits a pixel, expected BINARY with 1, FRACTIONAL with 8 or LABELMAP"
            + " with 8 or 16");
  }

  @Test
  void refusesWhatContradictsItself() {
    assertRejected(
        new DicomFile().size(0, 3).frame(1, 0),
        "it has 0 columns, 3 rows and 1 frames, expected at least one of each");
    assertRejected(
        new DicomFile().frame(1, 0).count("many").pixels(A),
        "its number of frames (0028,0008) is many, expected a whole number");
    assertRejected(
        new DicomFile().frame(1, 0).count("2").pixels(A + B),
        "it describes 1 frames, expected 2 as their number says");
    assertRejected(
        new DicomFile().frame(1, 0).frame(1, 1).pixels(A),
        "it has 2 bytes of pixels, expected 4 for 5 x 3 pixels of 1 bits in 2 frames");
    assertRejected(
        new DicomFile().size(65_535, 65_535).frame(1, 0).count("2147483647").pixels(A),
        "it has 2 bytes of pixels, expected 1152886319966339072 for 65535 x 65535 pixels of 1 bits"
            + " in 2147483647 frames");
    assertRejected(
        new DicomFile().frame(3, 4).frame(3, 4).pixels(A + B),
        "two of its frames of segment 3 lie at the same place, frames 1 and 2");
    assertRejected(
        new DicomFile().kind("FRACTIONAL", 8).most(0).frame(1, 0).pixels(new byte[15]),
        "its maximum fractional value is 0, expected at least 1");
  }

  /** Wherever it breaks off, it says so; and no byte that is changed does worse. */
  @Test
  void damageIsNoCrash() throws InputException {
    for (boolean hasLengths : new boolean[] {true, false}) {
      DicomFile file = new DicomFile().frame(1, 0).frame(2, 0).pixels(A + B);
      byte[] all = (hasLengths ? file : file.withoutLengths()).bytes();
      for (int length = 132; length < all.length; length++) {
        Path cut = NiftiFile.write(folder.resolve("cut.dcm"), Arrays.copyOf(all, length));
        assertThatThrownBy(() -> InputFiles.read(cut))
            .as("%d bytes", length)
            .isInstanceOf(InputException.class);
      }
      Random random = new Random(11);
      for (int i = 0; i < 3000; i++) {
        byte[] changed = all.clone();
        changed[132 + random.nextInt(all.length - 132)] = (byte) random.nextInt();
        Path file2 = NiftiFile.write(folder.resolve("changed.dcm"), changed);
        try {
          InputFiles.read(file2).foreground();
        } catch (InputException e) {
          assertThat(e.getMessage()).startsWith(file2.toString());
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ct_binary, 638, 1",
    "ct_binary_fractional, 638, 1",
    "ct_binary_overlap, 80, 2",
    "sm_control_labelmap, 523, 0"
  })
  void readsRealOnes(String name, long foreground, int labels) throws InputException {
    Segmentation read =
        InputFiles.read(SharedFiles.find("dicomseg/highdicom_seg_image_" + name + ".dcm"));

    if (read instanceof Segments segments) {
      assertThat(segments.labels()).hasSize(labels);
      long all = 0;
      for (long label : segments.labels()) {
        Mask mask = segments.mask(label);
        all += mask.overlap(mask).truth();
      }
      assertThat(all).isEqualTo(foreground);
    } else {
      Mask mask = read.foreground();
      assertThat(mask.overlap(mask).truth()).isEqualTo(foreground);
    }
  }

  @Test
  void agreesWithTheSameInNrrd() throws InputException {
    Segmentation dicom = InputFiles.read(SharedFiles.find("dcmqi/liver.dcm"));
    Segmentation nrrd = InputFiles.read(SharedFiles.find("dcmqi/liver_seg.nrrd"));

    assertThat(dicom.shape()).isEqualTo(nrrd.shape());
    assertThat(dicom.foreground().overlap(nrrd.foreground()))
        .isEqualTo(new Overlap(107_098, 107_098, 107_098, 512 * 512 * 3));
  }
}
