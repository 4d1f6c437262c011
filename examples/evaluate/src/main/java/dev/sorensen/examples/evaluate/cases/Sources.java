package dev.sorensen.examples.evaluate.cases;

import dev.sorensen.examples.evaluate.input.CocoFile;
import dev.sorensen.examples.evaluate.input.CocoImage;
import dev.sorensen.examples.evaluate.input.InputException;
import dev.sorensen.examples.evaluate.input.InputFiles;
import dev.sorensen.examples.evaluate.input.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What a path has: segmentations by their names, by which a prediction finds its truth. */
final class Sources {

  private Sources() {}

  /**
   * Returns the files of a folder, by their names without what says their format.
   *
   * @param leftOut is given a line for each file that is no segmentation
   */
  static SortedMap<String, Source> ofFolder(Path folder, Consumer<String> leftOut)
      throws InputException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      // A link to nothing is a case that is lost, and one wants to know.
      files =
          all.filter(file -> !Files.isDirectory(file)).filter(Sources::isVisible).sorted().toList();
    } catch (IOException e) {
      throw new InputException(folder + ": it cannot be listed: " + IoReason.of(e));
    }
    SortedMap<String, Source> sources = new TreeMap<>();
    for (Path file : files) {
      if (!InputFiles.mayBeRead(file)) {
        leftOut.accept(file + ": it is left out, for it is of no known format");
        continue;
      }
      String name = InputFiles.withoutExtension(file.getFileName().toString());
      Source other = sources.put(name, Source.of(file));
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

  /** Returns the images of a JSON file of COCO, by the names of their files or their numbers. */
  static SortedMap<String, Source> ofCoco(
      Path file, CocoFile coco, Iterable<CocoImage> images, double leastScore) {
    Map<String, List<CocoImage>> byName = new HashMap<>();
    for (CocoImage image : images) {
      byName.computeIfAbsent(name(image), key -> new ArrayList<>()).add(image);
    }
    SortedMap<String, Source> sources = new TreeMap<>();
    byName.forEach(
        (name, namesakes) -> {
          for (CocoImage image : namesakes) {
            sources.put(
                namesakes.size() == 1 ? name : name + ", image " + image.id(),
                new Source(
                    file + ", image " + image.id(),
                    Optional.of(file),
                    () -> InputFiles.named(file, () -> coco.segments(image, leastScore))));
          }
        });
    return sources;
  }

  /** The name of an image's file without its folder and extension, whatever that is. */
  private static String name(CocoImage image) {
    return Optional.ofNullable(image.fileName())
        .map(name -> name.substring(name.lastIndexOf('/') + 1))
        .map(name -> name.replaceFirst("(?i)\\.[a-z0-9]{1,8}$", ""))
        .orElse(Long.toString(image.id()));
  }
}
