package dev.sorensen.examples.evaluate.input;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes DICOM segmentations, right and wrong ones. */
final class DicomFile {

  private static final int UNDEFINED = -1;

  private boolean isExplicit = true;
  private boolean hasLengths = true;
  private String syntax = "";
  private String modality = "SEG";
  private String kind = "BINARY";
  private int bits = 1;
  private int columns = 5;
  private int rows = 3;
  private String count = "";
  private String spacing = "";
  private int most = 255;
  private byte[] pixels = {};
  private byte[] characterSet = {};
  private Charset charset = StandardCharsets.US_ASCII;
  private final List<byte[]> frames = new ArrayList<>();
  private final List<byte[]> segments = new ArrayList<>();

  DicomFile implicit() {
    isExplicit = false;
    return this;
  }

  /** Has sequences and items end with a mark instead. */
  DicomFile withoutLengths() {
    hasLengths = false;
    return this;
  }

  DicomFile syntax(String syntax) {
    this.syntax = syntax;
    return this;
  }

  DicomFile modality(String modality) {
    this.modality = modality;
    return this;
  }

  DicomFile kind(String kind, int bits) {
    this.kind = kind;
    this.bits = bits;
    return this;
  }

  DicomFile size(int columns, int rows) {
    this.columns = columns;
    this.rows = rows;
    return this;
  }

  /** Writes texts that are added after this in another character set, and says so. */
  DicomFile characterSet(String name, String charset) {
    characterSet = text(0x00080005, "CS", name);
    this.charset = Charset.forName(charset);
    return this;
  }

  /** Claims another number of frames than there are. */
  DicomFile count(String count) {
    this.count = count;
    return this;
  }

  DicomFile most(int most) {
    this.most = most;
    return this;
  }

  /** Has frames that are added after this say how far apart their pixels are. */
  DicomFile spacing(String spacing) {
    this.spacing = spacing;
    return this;
  }

  /** Adds a frame of a segment at a height. */
  DicomFile frame(int segment, double z) {
    byte[] position = sequence(0x00209113, text(0x00200032, "DS", "10\\-20\\" + z));
    byte[] orientation = sequence(0x00209116, text(0x00200037, "DS", "1\\0\\0\\0\\1\\0"));
    byte[] measures =
        spacing.isEmpty() ? new byte[0] : sequence(0x00289110, text(0x00280030, "DS", spacing));
    frames.add(joined(position, orientation, measures, identification(segment)));
    return this;
  }

  /** Adds a frame of a segment that does not say where it is. */
  DicomFile frame(int segment) {
    frames.add(identification(segment));
    return this;
  }

  /** Describes a segment. */
  DicomFile segment(int number, String label) {
    segments.add(joined(number(0x00620004, number), text(0x00620005, "LO", label)));
    return this;
  }

  private byte[] identification(int segment) {
    return sequence(0x0062000A, number(0x0062000B, segment));
  }

  /** Sets the pixels from 0 and 1, any other characters left out, frame after frame. */
  DicomFile pixels(String zerosAndOnes) {
    String all = zerosAndOnes.replaceAll("[^01]", "");
    pixels = new byte[(all.length() + 7) / 8];
    for (int i = 0; i < all.length(); i++) {
      pixels[i / 8] |= (byte) ((all.charAt(i) - '0') << i % 8);
    }
    return this;
  }

  DicomFile pixels(byte... pixels) {
    this.pixels = pixels;
    return this;
  }

  byte[] bytes() {
    boolean isExplicitData = isExplicit;
    isExplicit = true;
    String data = isExplicitData ? "1.2.840.10008.1.2.1" : "1.2.840.10008.1.2";
    byte[] meta = text(0x00020010, "UI", syntax.isEmpty() ? data : syntax);
    byte[] length =
        element(
            0x00020000,
            "UL",
            ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(meta.length).array());
    isExplicit = isExplicitData;
    return joined(
        new byte[128],
        "DICM".getBytes(StandardCharsets.US_ASCII),
        length,
        meta,
        characterSet,
        text(0x00080060, "CS", modality),
        text(0x00280008, "IS", count.isEmpty() ? Integer.toString(frames.size()) : count),
        number(0x00280010, rows),
        number(0x00280011, columns),
        number(0x00280100, bits),
        text(0x00620001, "CS", kind),
        sequence(0x00620002, segments.toArray(byte[][]::new)),
        number(0x0062000E, most),
        sequence(0x52009230, frames.toArray(byte[][]::new)),
        element(0x7FE00010, "OB", pixels));
  }

  Path write(Path file) {
    return NiftiFile.write(file, bytes());
  }

  private byte[] text(int tag, String type, String text) {
    String padded = text.length() % 2 == 0 ? text : text + (type.equals("UI") ? "\0" : " ");
    return element(tag, type, padded.getBytes(charset));
  }

  private byte[] number(int tag, int number) {
    return element(tag, "US", new byte[] {(byte) number, (byte) (number >>> 8)});
  }

  private byte[] sequence(int tag, byte[]... items) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] item : items) {
      all.writeBytes(mark(DicomData.ITEM, hasLengths ? item.length : UNDEFINED));
      all.writeBytes(item);
      if (!hasLengths) {
        all.writeBytes(mark(DicomData.END_OF_ITEM, 0));
      }
    }
    if (!hasLengths) {
      all.writeBytes(mark(DicomData.END_OF_SEQUENCE, 0));
    }
    return element(tag, "SQ", all.toByteArray(), hasLengths ? all.size() : UNDEFINED);
  }

  private static byte[] mark(int tag, int length) {
    return tag(8, tag).putInt(length).array();
  }

  private static ByteBuffer tag(int size, int tag) {
    return ByteBuffer.allocate(size)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) (tag >>> 16))
        .putShort((short) tag);
  }

  private byte[] element(int tag, String type, byte[] value) {
    return element(tag, type, value, value.length);
  }

  private byte[] element(int tag, String type, byte[] value, int length) {
    if (!isExplicit) {
      return joined(tag(8, tag).putInt(length).array(), value);
    }
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    boolean isLong = type.equals("SQ") || type.equals("OB");
    ByteBuffer start = tag(isLong ? 12 : 8, tag).put(name);
    if (isLong) {
      start.putShort((short) 0).putInt(length);
    } else {
      start.putShort((short) length);
    }
    return joined(start.array(), value);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
