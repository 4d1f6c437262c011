package dev.sorensen.examples.evaluate.cases;

import dev.sorensen.examples.evaluate.input.CocoFile;
import dev.sorensen.examples.evaluate.input.CocoImage;
import dev.sorensen.examples.evaluate.input.InputException;
import dev.sorensen.examples.evaluate.input.InputFiles;
import dev.sorensen.examples.evaluate.input.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a path has: segmentations by their names, by which a prediction finds its truth. */
final class Sources {

  private Sources() {}

  /** Returns the files of a folder, by their names without what says their format. */
  static SortedMap<String, Source> ofFolder(Path folder) throws InputException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(Files::isRegularFile).filter(Sources::isVisible).sorted().toList();
    } catch (IOException e) {
      throw new InputException(folder + ": it cannot be listed: " + IoReason.of(e));
    }
    SortedMap<String, Source> sources = new TreeMap<>();
    for (Path file : files) {
      Source other = sources.put(name(file.getFileName().toString()), Source.of(file));
      if (other != null) {
        throw new InputException(
            file + ": it has the same name as " + other.name() + ", expected one of them");
      }
    }
    return sources;
  }

  private static boolean isVisible(Path file) {
    return !file.getFileName().toString().startsWith(".");
  }

  /** Returns a name without its last extension, or its last two if a file is compressed. */
  static String name(String fileName) {
    String name = fileName.replaceFirst("(?i)\\.gz$", "");
    return name.replaceFirst("(?i)(\\.seg)?\\.[a-z0-9]{1,8}$", "");
  }

  /** Returns the images of a JSON file of COCO, by the names of their files or their numbers. */
  static SortedMap<String, Source> ofCoco(
      Path file, CocoFile coco, Iterable<CocoImage> images, double leastScore) {
    SortedMap<String, Source> sources = new TreeMap<>();
    for (CocoImage image : images) {
      sources.put(
          name(image),
          new Source(
              file + ", image " + image.id(),
              Optional.of(file),
              () -> InputFiles.named(file, () -> coco.segments(image, leastScore))));
    }
    return sources;
  }

  private static String name(CocoImage image) {
    return Optional.ofNullable(image.fileName())
        .map(name -> name(name.substring(name.lastIndexOf('/') + 1)))
        .orElse(Long.toString(image.id()));
  }
}
