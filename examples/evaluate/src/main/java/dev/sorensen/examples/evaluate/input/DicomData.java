package dev.sorensen.examples.evaluate.input;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The elements of a DICOM data set by their tags, group above element, or those of one item of a
 * sequence. Encodings are those of DICOM PS3.5, section 7. Nothing in a file is trusted: an element
 * that reaches past what it is in is an error.
 */
final class DicomData {

  static final int ITEM = 0xFFFEE000;
  static final int END_OF_ITEM = 0xFFFEE00D;
  static final int END_OF_SEQUENCE = 0xFFFEE0DD;

  private static final int UNDEFINED = -1;

  /** Sequences in sequences go so deep in no segmentation. */
  private static final int MAX_DEPTH = 32;

  /** Types with two bytes of nothing and four of length. */
  private static final Set<String> LONG_TYPES =
      Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV");

  /**
   * Where an element is.
   *
   * @param value its bytes; of a sequence, none
   * @param items the items of a sequence
   */
  private record Element(ByteBuffer value, List<DicomData> items) {}

  private static final int CHARACTER_SET = 0x00080005;

  private final Map<Integer, Element> elements = new HashMap<>();

  /** Of texts, those of items among them; ASCII unless the file says otherwise, which this is. */
  private Charset charset;

  private DicomData(Charset charset) {
    this.charset = charset;
  }

  /**
   * Reads a data set.
   *
   * @param in its bytes; afterwards at its end
   * @param isExplicit whether elements say their types
   * @param sequences the tags of elements that are sequences though they may not say so; without
   *     types others are taken for bytes
   */
  static DicomData read(ByteBuffer in, boolean isExplicit, Set<Integer> sequences)
      throws InputException {
    return new Reader(in.order(ByteOrder.LITTLE_ENDIAN), sequences)
        .data(isExplicit, false, 0, StandardCharsets.UTF_8);
  }

  /** Returns whether there is an element. */
  boolean has(int tag) {
    return elements.containsKey(tag);
  }

  /** Returns the bytes of an element. */
  ByteBuffer bytes(int tag, String name) throws InputException {
    Element element = elements.get(tag);
    if (element == null) {
      throw new InputException("it has no " + named(tag, name));
    }
    return element.value.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Returns the items of a sequence; none if it is not there. */
  List<DicomData> items(int tag) {
    Element element = elements.get(tag);
    return element == null ? List.of() : element.items;
  }

  /** Returns the first item of a sequence. */
  Optional<DicomData> item(int tag) {
    return items(tag).stream().findFirst();
  }

  /** Returns a text, without the padding. */
  String text(int tag, String name) throws InputException {
    return charset.decode(bytes(tag, name)).toString().replace("\0", "").strip();
  }

  /** Returns a number of two bytes, unsigned. */
  int number(int tag, String name) throws InputException {
    ByteBuffer bytes = bytes(tag, name);
    if (bytes.remaining() != Short.BYTES) {
      throw new InputException(
          "its %s has %d bytes, expected 2".formatted(named(tag, name), bytes.remaining()));
    }
    return Short.toUnsignedInt(bytes.getShort());
  }

  /** Returns a number that is written in digits. */
  int integer(int tag, String name) throws InputException {
    String text = text(tag, name);
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new InputException(
          "its %s is %s, expected a whole number".formatted(named(tag, name), text));
    }
  }

  /** Returns numbers that are written in digits, with backslashes between them. */
  double[] decimals(int tag, String name, int count) throws InputException {
    String text = text(tag, name);
    String[] parts = text.split("\\\\", -1);
    double[] numbers = new double[parts.length];
    try {
      for (int i = 0; i < parts.length; i++) {
        numbers[i] = Double.parseDouble(parts[i].strip());
      }
    } catch (NumberFormatException e) {
      throw new InputException("its %s is %s, expected numbers".formatted(named(tag, name), text));
    }
    if (parts.length != count) {
      throw new InputException(
          "its %s has %d numbers, expected %d".formatted(named(tag, name), parts.length, count));
    }
    return numbers;
  }

  private static String named(int tag, String name) {
    return "%s (%04X,%04X)".formatted(name, tag >>> 16, tag & 0xFFFF);
  }

  /** Reads elements one after another. */
  private record Reader(ByteBuffer in, Set<Integer> sequences) {

    /**
     * Reads elements to the end of the buffer.
     *
     * @param isItem whether an end of the item ends them before
     */
    DicomData data(boolean isExplicit, boolean isItem, int depth, Charset charset)
        throws InputException {
      if (depth > MAX_DEPTH) {
        throw new InputException("its sequences are more than " + MAX_DEPTH + " deep");
      }
      DicomData data = new DicomData(charset);
      while (in.hasRemaining()) {
        int tag = tag();
        if (tag == END_OF_ITEM && isItem) {
          require(Integer.BYTES, tag);
          in.getInt();
          return data;
        }
        data.elements.put(tag, element(tag, isExplicit, depth, data.charset));
        if (tag == CHARACTER_SET) {
          data.charset = DicomCharsets.of(data.text(tag, "Specific Character Set"));
        }
      }
      if (isItem) {
        throw truncated("an item of a sequence");
      }
      return data;
    }

    private Element element(int tag, boolean isExplicit, int depth, Charset charset)
        throws InputException {
      String type = isExplicit ? type() : "";
      require(isExplicit && !LONG_TYPES.contains(type) ? Short.BYTES : Integer.BYTES, tag);
      int length;
      if (isExplicit && LONG_TYPES.contains(type)) {
        in.getShort();
        require(Integer.BYTES, tag);
        length = in.getInt();
      } else {
        length = isExplicit ? Short.toUnsignedInt(in.getShort()) : in.getInt();
      }
      boolean isSequence =
          type.equals("SQ") || length == UNDEFINED || (!isExplicit && sequences.contains(tag));
      if (!isSequence) {
        return new Element(slice(tag, length), List.of());
      }
      // A sequence of a type that its writer did not know has no types in it.
      boolean hasTypes = isExplicit && !type.equals("UN");
      ByteBuffer none = ByteBuffer.allocate(0);
      if (length == UNDEFINED) {
        return new Element(none, items(hasTypes, true, depth, charset));
      }
      return new Element(
          none, new Reader(slice(tag, length), sequences).items(hasTypes, false, depth, charset));
    }

    private List<DicomData> items(boolean isExplicit, boolean hasEnd, int depth, Charset charset)
        throws InputException {
      List<DicomData> items = new ArrayList<>();
      while (in.hasRemaining()) {
        int tag = tag();
        require(Integer.BYTES, tag);
        int length = in.getInt();
        if (tag == END_OF_SEQUENCE && hasEnd) {
          return items;
        }
        if (tag != ITEM) {
          throw new InputException(
              "%s is where an item of a sequence was expected".formatted(named(tag, "an element")));
        }
        items.add(
            length == UNDEFINED
                ? data(isExplicit, true, depth + 1, charset)
                : new Reader(slice(tag, length), sequences)
                    .data(isExplicit, false, depth + 1, charset));
      }
      if (hasEnd) {
        throw truncated("a sequence");
      }
      return items;
    }

    private int tag() throws InputException {
      if (in.remaining() < Integer.BYTES) {
        throw truncated("a tag");
      }
      int group = Short.toUnsignedInt(in.getShort());
      return group << 16 | Short.toUnsignedInt(in.getShort());
    }

    private String type() throws InputException {
      if (in.remaining() < 2) {
        throw truncated("a type");
      }
      byte[] type = new byte[2];
      in.get(type);
      return new String(type, StandardCharsets.US_ASCII);
    }

    private void require(int bytes, int tag) throws InputException {
      if (in.remaining() < bytes) {
        throw truncated(named(tag, "the element"));
      }
    }

    private ByteBuffer slice(int tag, int length) throws InputException {
      length(tag, length);
      ByteBuffer slice = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
      in.position(in.position() + length);
      return slice;
    }

    private void length(int tag, int length) throws InputException {
      if (length < 0 || length > in.remaining()) {
        throw new InputException(
            "it is truncated: %s has %d bytes, and %d are left"
                .formatted(
                    named(tag, "the element"), Integer.toUnsignedLong(length), in.remaining()));
      }
    }

    private static InputException truncated(String part) {
      return new InputException("it is truncated: it ends within " + part);
    }
  }
}
