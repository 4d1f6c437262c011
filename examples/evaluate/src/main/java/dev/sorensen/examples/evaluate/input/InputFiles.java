package dev.sorensen.examples.evaluate.input;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads files of every format that is known here, as they are or compressed by gzip. */
public final class InputFiles {

  private static final NrrdFormat NRRD = new NrrdFormat();

  private static final List<FileFormat> FORMATS =
      List.of(new NiftiFormat(), NRRD, new DicomFormat(), new PictureFormat());

  /** What says the format, as in {@code case_7.seg.nrrd}. */
  private static final Pattern EXTENSION =
      Pattern.compile(
          FORMATS.stream()
              .flatMap(format -> format.extensions().stream())
              .collect(Collectors.joining("|", "(\\.seg)?\\.(", ")(\\.gz)?$")),
          Pattern.CASE_INSENSITIVE);

  /** How many bytes of a file of no known format are shown. */
  private static final int SHOWN = 4;

  private InputFiles() {}

  /**
   * Reads a segmentation.
   *
   * @throws InputException if that is not possible; the message names the file
   */
  public static Segmentation read(Path file) throws InputException {
    return read(file, in -> read(in, file));
  }

  /** Reads a file that may be compressed by gzip. */
  static <T> T read(Path file, Gzip.Reader<T> reader) throws InputException {
    return named(file, () -> readUnnamed(file, reader));
  }

  /** Does something that may go wrong, and has the message name a file. */
  public static <T> T named(Path file, Action<T> action) throws InputException {
    try {
      return action.run();
    } catch (InputException e) {
      throw new InputException(file + ": " + e.getMessage());
    }
  }

  /** Something that is done with a file. */
  @FunctionalInterface
  public interface Action<T> {

    /** Does it. */
    T run() throws InputException;
  }

  private static <T> T readUnnamed(Path file, Gzip.Reader<T> reader) throws InputException {
    if (Files.isDirectory(file)) {
      throw new InputException("it is a directory, expected a file");
    }
    try (InputStream raw =
        new BufferedInputStream(Files.newInputStream(file), VoxelData.FIRST_CHUNK)) {
      return Gzip.isCompressed(raw) ? Gzip.read(raw, reader) : reader.read(raw);
    } catch (NoSuchFileException e) {
      throw new InputException("there is no such file");
    } catch (AccessDeniedException e) {
      throw new InputException("it may not be read: permission denied");
    } catch (IOException e) {
      throw new InputException("it cannot be read: " + IoReason.of(e));
    }
  }

  /** Returns the first bytes, which are read again. */
  static byte[] start(InputStream in, int length) throws IOException {
    in.mark(length);
    byte[] start = in.readNBytes(length);
    in.reset();
    return start;
  }

  /** Returns a name without the extensions that say the format. */
  public static String withoutExtension(String fileName) {
    return EXTENSION.matcher(fileName).replaceFirst("");
  }

  /**
   * Returns whether a file is called or starts as one of a known format; also if that cannot be
   * told.
   */
  public static boolean mayBeRead(Path file) {
    return EXTENSION.matcher(String.valueOf(file.getFileName())).find()
        || peek(
                file,
                in -> {
                  byte[] start = start(in, FileFormat.START);
                  return FORMATS.stream().anyMatch(format -> format.matches(start));
                })
            // Reading it will say why.
            .orElse(true);
  }

  /** Returns what is read of a segmentation: the file itself, and that with its voxels. */
  public static List<Path> filesOf(Path file) {
    return peek(
            file,
            in ->
                NRRD.matches(start(in, FileFormat.START))
                    ? NrrdFormat.dataFile(in, file)
                    : Optional.<Path>empty())
        .flatMap(data -> data)
        .map(data -> List.of(file, data))
        .orElse(List.of(file));
  }

  /** Reads the start of a file, compressed or not, and no more of it; nothing if it cannot. */
  private static <T> Optional<T> peek(Path file, Gzip.Reader<T> reader) {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        InputStream in = Gzip.isCompressed(raw) ? Gzip.unchecked(raw) : raw) {
      return Optional.of(reader.read(in));
    } catch (IOException | InputException e) {
      return Optional.empty();
    }
  }

  private static Segmentation read(InputStream in, Path file) throws IOException, InputException {
    byte[] start = start(in, FileFormat.START);
    String known = FORMATS.stream().map(FileFormat::name).collect(Collectors.joining(", "));
    if (start.length == 0) {
      throw new InputException("it is empty, expected one of " + known);
    }
    for (FileFormat format : FORMATS) {
      if (format.matches(start)) {
        return format.read(in, file);
      }
    }
    throw new InputException(
        "it starts with "
            + HexFormat.ofDelimiter(" ")
                .formatHex(Arrays.copyOf(start, Math.min(SHOWN, start.length)))
            + ", expected one of "
            + known);
  }
}
