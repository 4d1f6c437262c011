package dev.sorensen.examples.evaluate.cases;

import dev.sorensen.examples.evaluate.input.CocoFile;
import dev.sorensen.examples.evaluate.input.CocoImage;
import dev.sorensen.examples.evaluate.input.InputException;
import dev.sorensen.examples.evaluate.input.InputFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The cases to score.
 *
 * @param cases in the order of their names
 * @param unmatched a line for each prediction without truth and each truth without prediction
 * @param leftOut a line for each file that is no segmentation
 */
public record CaseList(List<Case> cases, List<String> unmatched, List<String> leftOut) {

  /** Makes a list of cases in which nothing is amiss. */
  public static CaseList of(List<Case> cases) {
    return new CaseList(cases, List.of(), List.of());
  }

  /**
   * Finds the cases of two files, two folders, or JSON files of COCO, by the names that both have.
   *
   * @param leastScore objects of COCO results with a lower score are left out
   * @throws InputException if something cannot be listed, or nothing matches
   */
  public static CaseList find(Path prediction, Path truth, double leastScore)
      throws InputException {
    for (Path path : List.of(prediction, truth)) {
      if (!Files.exists(path)) {
        throw new InputException(path + ": there is no such file or folder");
      }
    }
    Optional<CocoFile> predictedCoco = coco(prediction);
    Optional<CocoFile> trueCoco = coco(truth);
    boolean isPair =
        !Files.isDirectory(prediction)
            && !Files.isDirectory(truth)
            && predictedCoco.isEmpty()
            && trueCoco.isEmpty();
    if (isPair) {
      String name = InputFiles.withoutExtension(String.valueOf(truth.getFileName()));
      return of(List.of(new Case(name, Source.of(prediction), Source.of(truth))));
    }
    Collection<CocoImage> images =
        trueCoco
            .or(() -> predictedCoco)
            .map(coco -> coco.images().isEmpty() ? coco.imagesOfRuns() : coco.images().values())
            .orElse(List.of());
    List<String> unmatched = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    List<Case> cases =
        matched(
            sources(prediction, predictedCoco, images, leastScore, leftOut),
            sources(truth, trueCoco, images, Double.NEGATIVE_INFINITY, leftOut),
            unmatched);
    if (cases.isEmpty()) {
      throw new InputException(
          prediction + ": none of its names is one of " + truth + ", expected cases in both");
    }
    predictedCoco.ifPresent(coco -> addUnknown(prediction, coco, images, unmatched));
    trueCoco.ifPresent(coco -> addUnknown(truth, coco, images, unmatched));
    return new CaseList(cases, unmatched, leftOut);
  }

  /** Adds the images that objects name, but that are not among those that are scored. */
  private static void addUnknown(
      Path file, CocoFile coco, Collection<CocoImage> images, List<String> unmatched) {
    Set<Long> unknown = coco.imagesOfObjects();
    images.forEach(image -> unknown.remove(image.id()));
    unknown.forEach(
        id ->
            unmatched.add(
                "%s, image %d: it has objects, but no list of images says how large it is"
                    .formatted(file, id)));
  }

  /** Returns the files that are read. */
  public Set<Path> files() {
    return cases.stream()
        .flatMap(one -> Stream.of(one.prediction(), one.truth()))
        .flatMap(source -> source.file().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<CocoFile> coco(Path file) throws InputException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return Files.isRegularFile(file) && (name.endsWith(".json") || name.endsWith(".json.gz"))
        ? Optional.of(CocoFile.read(file))
        : Optional.empty();
  }

  private static SortedMap<String, Source> sources(
      Path path,
      Optional<CocoFile> coco,
      Collection<CocoImage> images,
      double leastScore,
      List<String> leftOut)
      throws InputException {
    if (coco.isPresent()) {
      return Sources.ofCoco(path, coco.get(), images, leastScore);
    }
    if (!Files.isDirectory(path)) {
      throw new InputException(path + ": it is one file, expected a folder as the other is");
    }
    return Sources.ofFolder(path, leftOut::add);
  }

  private static List<Case> matched(
      SortedMap<String, Source> predictions,
      SortedMap<String, Source> truths,
      List<String> unmatched) {
    List<Case> cases = new ArrayList<>();
    truths.forEach(
        (name, source) -> {
          Source predicted = predictions.get(name);
          if (predicted == null) {
            unmatched.add(source.name() + ": it has no prediction called " + name);
          } else {
            cases.add(new Case(name, predicted, source));
          }
        });
    predictions.forEach(
        (name, source) -> {
          if (!truths.containsKey(name)) {
            unmatched.add(source.name() + ": it has no truth called " + name);
          }
        });
    return cases;
  }
}
