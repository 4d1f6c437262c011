package dev.sorensen.examples.evaluate.input;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What an NRRD header says about the voxels. The format is described at
 * teem.sourceforge.net/nrrd/format.html.
 *
 * @param order the byte order of the voxels
 * @param shape the sizes of the axes
 * @param type the type of the voxels
 * @param isGzip whether the voxels are compressed by gzip, or raw
 * @param dataFile the file with the voxels, if it is another one
 * @param lineSkip how many lines there are before the voxels, or before their compressed data
 * @param byteSkip how many bytes there are before the voxels then
 * @param placement where the voxels lie, if it says that
 */
record NrrdHeader(
    ByteOrder order,
    Shape shape,
    VoxelType type,
    boolean isGzip,
    Optional<String> dataFile,
    long lineSkip,
    long byteSkip,
    Optional<Placement> placement) {

  /** A header has some hundreds of bytes; one that goes on for longer than this is none. */
  private static final int MAX_BYTES = 1 << 20;

  private static final int MAX_DIMENSIONS = 16;

  /** What the format calls the types; {@code signed} and {@code _t} are left out before. */
  private static final Map<String, VoxelType> TYPES =
      Map.ofEntries(
          Map.entry("char", VoxelType.INT8),
          Map.entry("int8", VoxelType.INT8),
          Map.entry("uchar", VoxelType.UINT8),
          Map.entry("unsigned char", VoxelType.UINT8),
          Map.entry("uint8", VoxelType.UINT8),
          Map.entry("short", VoxelType.INT16),
          Map.entry("short int", VoxelType.INT16),
          Map.entry("int16", VoxelType.INT16),
          Map.entry("ushort", VoxelType.UINT16),
          Map.entry("unsigned short", VoxelType.UINT16),
          Map.entry("unsigned short int", VoxelType.UINT16),
          Map.entry("uint16", VoxelType.UINT16),
          Map.entry("int", VoxelType.INT32),
          Map.entry("int32", VoxelType.INT32),
          Map.entry("uint", VoxelType.UINT32),
          Map.entry("unsigned int", VoxelType.UINT32),
          Map.entry("uint32", VoxelType.UINT32),
          Map.entry("longlong", VoxelType.INT64),
          Map.entry("long long", VoxelType.INT64),
          Map.entry("long long int", VoxelType.INT64),
          Map.entry("int64", VoxelType.INT64),
          Map.entry("ulonglong", VoxelType.UINT64),
          Map.entry("unsigned long long", VoxelType.UINT64),
          Map.entry("unsigned long long int", VoxelType.UINT64),
          Map.entry("uint64", VoxelType.UINT64),
          Map.entry("float", VoxelType.FLOAT32),
          Map.entry("double", VoxelType.FLOAT64));

  /**
   * Reads a header, and the empty line after it, from the start of a file.
   *
   * @throws InputException if it makes no sense
   */
  static NrrdHeader read(InputStream in) throws IOException, InputException {
    return of(fields(in));
  }

  /** Reads the voxels, after the lines that are skipped. */
  byte[] voxels(InputStream in) throws IOException, InputException {
    return VoxelData.read(in, byteSkip, shape, type);
  }

  /** Reads the fields, by their names in lower case without spaces. */
  private static Map<String, String> fields(InputStream in) throws IOException, InputException {
    Map<String, String> fields = new HashMap<>();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int number = 1;
    for (int read = 0; read < MAX_BYTES; read++) {
      int next = in.read();
      if (next >= 0 && next != '\n') {
        line.write(next);
        continue;
      }
      String text = line.toString(StandardCharsets.UTF_8).strip();
      boolean isMagic = number == 1;
      if (!isMagic && !text.isEmpty() && !text.startsWith("#")) {
        add(text, number, fields);
      }
      // A header whose voxels are in another file may end with the file.
      if (next < 0 || (!isMagic && text.isEmpty())) {
        return fields;
      }
      line.reset();
      number++;
    }
    throw new InputException(
        "its header does not end within " + MAX_BYTES + " bytes, expected an empty line");
  }

  private static void add(String line, int number, Map<String, String> fields)
      throws InputException {
    int colon = line.indexOf(':');
    if (colon > 0 && line.startsWith(":=", colon)) {
      // A key of whoever wrote the file.
      return;
    }
    if (colon < 1) {
      throw new InputException(
          "line " + number + " of its header is \"" + line + "\", expected a field and a colon");
    }
    String name = line.substring(0, colon).toLowerCase(Locale.ROOT).replace(" ", "");
    if (fields.put(name, line.substring(colon + 1).strip()) != null) {
      throw new InputException("its header has the field " + line.substring(0, colon) + " twice");
    }
  }

  private static NrrdHeader of(Map<String, String> fields) throws InputException {
    VoxelType type = type(required(fields, "type"));
    boolean isGzip =
        switch (required(fields, "encoding").toLowerCase(Locale.ROOT)) {
          case "raw" -> false;
          case "gzip", "gz" -> true;
          default ->
              throw new InputException(
                  "its encoding is " + fields.get("encoding") + ", expected raw or gzip");
        };
    return new NrrdHeader(
        order(fields, type),
        shape(fields),
        type,
        isGzip,
        dataFile(fields),
        skip(fields, "lineskip"),
        skip(fields, "byteskip"),
        NrrdPlacement.of(fields));
  }

  private static String required(Map<String, String> fields, String name) throws InputException {
    String value = fields.get(name);
    if (value == null) {
      throw new InputException("its header has no field " + name);
    }
    return value;
  }

  private static VoxelType type(String name) throws InputException {
    String plain =
        name.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").replaceFirst("^signed ", "");
    VoxelType type = TYPES.get(plain.replaceFirst("(?<=\\d)_t$", ""));
    if (type == null) {
      throw new InputException("its type is " + name + ", expected a type of numbers");
    }
    return type;
  }

  private static ByteOrder order(Map<String, String> fields, VoxelType type) throws InputException {
    if (type.bytes() == 1) {
      return ByteOrder.nativeOrder();
    }
    String endian = required(fields, "endian");
    return switch (endian.toLowerCase(Locale.ROOT)) {
      case "little" -> ByteOrder.LITTLE_ENDIAN;
      case "big" -> ByteOrder.BIG_ENDIAN;
      default -> throw new InputException("its endian is " + endian + ", expected little or big");
    };
  }

  private static Shape shape(Map<String, String> fields) throws InputException {
    long dimension = number("dimension", required(fields, "dimension"));
    if (dimension < 1 || dimension > MAX_DIMENSIONS) {
      throw new InputException(
          "its dimension is " + dimension + ", expected 1 to " + MAX_DIMENSIONS);
    }
    String[] sizes = required(fields, "sizes").split("\\s+");
    if (sizes.length != dimension) {
      throw new InputException(
          "it has " + sizes.length + " sizes, expected " + dimension + " as its dimension says");
    }
    List<Long> dimensions = new ArrayList<>();
    for (String size : sizes) {
      long number = number("sizes", size);
      if (number < 1) {
        throw new InputException("one of its sizes is " + number + ", expected at least 1");
      }
      dimensions.add(number);
    }
    return new Shape(dimensions);
  }

  private static Optional<String> dataFile(Map<String, String> fields) throws InputException {
    String name = fields.get("datafile");
    if (name != null && (name.startsWith("LIST") || name.contains("%"))) {
      throw new InputException("its voxels are in several files, expected one");
    }
    return Optional.ofNullable(name);
  }

  private static long skip(Map<String, String> fields, String name) throws InputException {
    long skip = number(name, fields.getOrDefault(name, "0"));
    if (skip < 0) {
      throw new InputException("its " + name + " is " + skip + ", expected 0 or more");
    }
    return skip;
  }

  private static long number(String name, String value) throws InputException {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new InputException("its " + name + " is " + value + ", expected a whole number");
    }
  }
}
