package dev.sorensen.examples.evaluate.input;

import dev.sorensen.examples.evaluate.mask.FloatMask;
import dev.sorensen.examples.evaluate.mask.Mask;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * DICOM segmentations, as in PS3.3, A.51 and A.101: binary and fractional ones, whose segments may
 * overlap, and label maps. The labels are the numbers of the segments.
 */
final class DicomFormat implements FileFormat {

  private static final int PREAMBLE = 128;
  private static final byte[] MAGIC = "DICM".getBytes(StandardCharsets.US_ASCII);

  private static final int META_LENGTH = 0x00020000;
  private static final int TRANSFER_SYNTAX = 0x00020010;
  private static final int MODALITY = 0x00080060;
  private static final int FRAMES = 0x00280008;
  private static final int ROWS = 0x00280010;
  private static final int COLUMNS = 0x00280011;
  private static final int BITS_ALLOCATED = 0x00280100;
  private static final int SEGMENTATION_TYPE = 0x00620001;
  private static final int MAX_FRACTION = 0x0062000E;
  private static final int PIXEL_DATA = 0x7FE00010;

  private static final int SEGMENTS = 0x00620002;
  private static final int SEGMENT_NUMBER = 0x00620004;
  private static final int SEGMENT_LABEL = 0x00620005;

  private static final Set<Integer> SEQUENCES =
      Stream.concat(Stream.of(SEGMENTS), DicomFrames.SEQUENCES.stream())
          .collect(Collectors.toUnmodifiableSet());

  private static final String IMPLICIT = "1.2.840.10008.1.2";
  private static final String EXPLICIT = "1.2.840.10008.1.2.1";

  /** Group, element, type and length of the first element of the file's description. */
  private static final int META_START = 12;

  @Override
  public String name() {
    return "DICOM SEG";
  }

  @Override
  public List<String> extensions() {
    return List.of("dcm", "dicom");
  }

  @Override
  public boolean matches(byte[] start) {
    return start.length >= PREAMBLE + MAGIC.length
        && Arrays.equals(Arrays.copyOfRange(start, PREAMBLE, PREAMBLE + MAGIC.length), MAGIC);
  }

  @Override
  public Segmentation read(InputStream in, Path file) throws IOException, InputException {
    byte[] all = in.readNBytes(Volume.MAX_BYTES);
    ByteBuffer buffer = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
    buffer.position(PREAMBLE + MAGIC.length);
    DicomData data = data(buffer);
    String modality = data.text(MODALITY, "modality");
    if (!modality.equals("SEG")) {
      throw new InputException("its modality is " + modality + ", expected SEG");
    }
    return segmentation(data);
  }

  /** Reads the description of the file, and the data set in the encoding that it says. */
  private static DicomData data(ByteBuffer in) throws InputException {
    if (in.remaining() < META_START) {
      throw new InputException("it is truncated: it ends before its data set");
    }
    int start = in.position();
    int tag = Short.toUnsignedInt(in.getShort(start)) << 16;
    tag |= Short.toUnsignedInt(in.getShort(start + 2));
    long length = Integer.toUnsignedLong(in.getInt(start + 8)) + META_START;
    if (tag != META_LENGTH || length > in.remaining()) {
      throw new InputException("its DICOM file meta information is not as long as it says");
    }
    DicomData meta = DicomData.read(in.slice(start, (int) length), true, Set.of());
    in.position(start + (int) length);
    String syntax = meta.text(TRANSFER_SYNTAX, "transfer syntax");
    if (!syntax.equals(IMPLICIT) && !syntax.equals(EXPLICIT)) {
      throw new InputException(
          "its transfer syntax is %s, expected %s or %s: little endian, uncompressed"
              .formatted(syntax, IMPLICIT, EXPLICIT));
    }
    return DicomData.read(in.slice(), syntax.equals(EXPLICIT), SEQUENCES);
  }

  private static Segmentation segmentation(DicomData data) throws InputException {
    int columns = data.number(COLUMNS, "columns");
    int rows = data.number(ROWS, "rows");
    int count = data.has(FRAMES) ? data.integer(FRAMES, "number of frames") : 1;
    if (columns < 1 || rows < 1 || count < 1) {
      throw new InputException(
          "it has %d columns, %d rows and %d frames, expected at least one of each"
              .formatted(columns, rows, count));
    }
    // A label map need not repeat that it is one.
    String kind =
        data.has(SEGMENTATION_TYPE)
            ? data.text(SEGMENTATION_TYPE, "segmentation type")
            : "LABELMAP";
    int bits = data.number(BITS_ALLOCATED, "bits allocated");
    if (!(kind.equals("BINARY") && bits == 1)
        && !(kind.equals("FRACTIONAL") && bits == 8)
        && !(kind.equals("LABELMAP") && (bits == 8 || bits == 16))) {
      throw new InputException(
          "it is %s with %d bits a pixel, expected BINARY with 1, FRACTIONAL with 8 or LABELMAP with"
                  .formatted(kind, bits)
              + " 8 or 16");
    }
    DicomPixels pixels =
        DicomPixels.of(data.bytes(PIXEL_DATA, "pixel data"), columns, rows, count, bits);
    DicomFrames frames = DicomFrames.of(data, count, kind.equals("LABELMAP"));
    Map<Long, String> names = names(data);
    return switch (kind) {
      case "LABELMAP" -> labels(pixels, frames, names);
      case "BINARY" -> binary(pixels, frames, names);
      default ->
          fractional(pixels, frames, names, data.number(MAX_FRACTION, "maximum fractional value"));
    };
  }

  /** Returns what the segments are called, by their numbers. */
  private static Map<Long, String> names(DicomData data) throws InputException {
    Map<Long, String> names = new HashMap<>();
    for (DicomData segment : data.items(SEGMENTS)) {
      if (segment.has(SEGMENT_LABEL)) {
        names.put(
            (long) segment.number(SEGMENT_NUMBER, "segment number"),
            segment.text(SEGMENT_LABEL, "segment label"));
      }
    }
    return names;
  }

  private static Volume labels(DicomPixels pixels, DicomFrames frames, Map<Long, String> names)
      throws InputException {
    return pixels
        .labels(frames.bySegment().get(0), names)
        .at(frames.placement())
        .inPlanes(new DicomPlanes(frames, pixels.shape(1), other -> labels(pixels, other, names)));
  }

  private static Segments binary(DicomPixels pixels, DicomFrames frames, Map<Long, String> names) {
    SortedMap<Long, Supplier<Mask>> masks = new TreeMap<>();
    frames
        .bySegment()
        .forEach((number, planes) -> masks.put((long) number, () -> pixels.bits(planes)));
    return new Segments(
            pixels.shape(frames.planes()),
            "binary segments",
            names,
            masks,
            () -> pixels.anyBits(frames.bySegment().values(), frames.planes()))
        .inPlanes(
            index -> binary(pixels, frames.plane((int) index), names),
            frames.placement(),
            new DicomPlanes(frames, pixels.shape(1), other -> binary(pixels, other, names)));
  }

  private static Segments fractional(
      DicomPixels pixels, DicomFrames frames, Map<Long, String> names, int most)
      throws InputException {
    if (most < 1) {
      throw new InputException("its maximum fractional value is 0, expected at least 1");
    }
    // Or else the message of an array that is too large.
    VoxelData.bytes(pixels.shape(frames.planes()), VoxelType.UINT8);
    return probabilities(pixels, frames, names, most);
  }

  private static Segments probabilities(
      DicomPixels pixels, DicomFrames frames, Map<Long, String> names, int most) {
    Shape shape = pixels.shape(frames.planes());
    Function<Collection<int[]>, Mask> mask =
        segments -> {
          float[] probabilities = new float[(int) shape.voxels()];
          segments.forEach(planes -> pixels.addProbabilities(planes, most, probabilities));
          return new FloatMask(MemorySegment.ofArray(probabilities));
        };
    SortedMap<Long, Supplier<Mask>> masks = new TreeMap<>();
    frames
        .bySegment()
        .forEach((number, planes) -> masks.put((long) number, () -> mask.apply(List.of(planes))));
    return new Segments(
            shape,
            "fractional segments",
            names,
            masks,
            () -> mask.apply(frames.bySegment().values()))
        .inPlanes(
            index -> probabilities(pixels, frames.plane((int) index), names, most),
            frames.placement(),
            new DicomPlanes(
                frames, pixels.shape(1), other -> fractional(pixels, other, names, most)));
  }
}
