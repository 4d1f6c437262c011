package dev.sorensen.examples.evaluate.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sorensen.examples.evaluate.mask.Mask;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A JSON file of COCO: the truth, with images and categories, or results, a list of objects. The
 * objects of a category in an image are one segment, whose label is the number of the category.
 */
public final class CocoFile {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  record Annotation(
      @JsonProperty(value = "image_id", required = true) long imageId,
      @JsonProperty(value = "category_id", required = true) long categoryId,
      @Nullable JsonNode segmentation,
      @Nullable Double score) {}

  record Category(@JsonProperty(required = true) long id, @Nullable String name) {}

  record Truth(
      List<CocoImage> images, List<Annotation> annotations, @Nullable List<Category> categories) {}

  private final SortedMap<Long, CocoImage> images = new TreeMap<>();
  private final Map<Long, List<Annotation>> annotations = new HashMap<>();
  private final Map<Long, String> names = new HashMap<>();

  private CocoFile(
      List<CocoImage> images, List<Annotation> annotations, List<Category> categories) {
    categories.stream()
        .filter(category -> category.name() != null)
        .forEach(category -> names.put(category.id(), category.name()));
    images.forEach(image -> this.images.put(image.id(), image));
    annotations.forEach(
        annotation ->
            this.annotations
                .computeIfAbsent(annotation.imageId(), key -> new ArrayList<>())
                .add(annotation));
  }

  /**
   * Reads a file.
   *
   * @throws InputException if it is no JSON, or has not what such a file has; the message names it
   */
  public static CocoFile read(Path file) throws InputException {
    return InputFiles.read(file, CocoFile::read);
  }

  private static CocoFile read(InputStream in) throws IOException, InputException {
    try {
      JsonNode root = JSON.readTree(in);
      if (root != null && root.isArray()) {
        List<Annotation> results = JSON.treeToValue(root, new TypeReference<>() {});
        return new CocoFile(List.of(), whole("list", results), List.of());
      }
      Truth truth = JSON.treeToValue(root, Truth.class);
      if (truth == null || truth.images() == null || truth.annotations() == null) {
        throw new InputException(
            "it has no images and annotations, nor is it a list: expected a JSON file of COCO");
      }
      return new CocoFile(
          whole("images", truth.images()),
          whole("annotations", truth.annotations()),
          whole("categories", Objects.requireNonNullElseGet(truth.categories(), ArrayList::new)));
    } catch (JsonMappingException e) {
      throw new InputException("its JSON is not as COCO has it at " + place(e.getPath()));
    } catch (JacksonException e) {
      throw new InputException("its JSON is damaged: " + e.getOriginalMessage());
    }
  }

  private static <T> List<T> whole(String name, List<T> list) throws InputException {
    int missing = list.indexOf(null);
    if (missing >= 0) {
      throw new InputException(
          "its JSON is not as COCO has it at %s[%d]: null".formatted(name, missing));
    }
    return list;
  }

  /** Returns where in the file something is, such as {@code annotations[3].image_id}. */
  private static String place(List<JsonMappingException.Reference> path) {
    StringBuilder place = new StringBuilder();
    for (JsonMappingException.Reference step : path) {
      if (step.getFieldName() == null) {
        place.append('[').append(step.getIndex()).append(']');
      } else {
        place.append(place.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return place.isEmpty() ? "its start" : place.toString();
  }

  /** Returns the images by their ids; results have none. */
  public SortedMap<Long, CocoImage> images() {
    return images;
  }

  /** Returns the ids of the images that have objects. */
  public SortedSet<Long> imagesOfObjects() {
    return new TreeSet<>(annotations.keySet());
  }

  /** Returns the images that have an object of runs, which say how large the image is. */
  public List<CocoImage> imagesOfRuns() {
    List<CocoImage> found = new ArrayList<>();
    annotations.forEach(
        (id, objects) ->
            objects.stream()
                .map(Annotation::segmentation)
                .filter(Objects::nonNull)
                .map(segmentation -> segmentation.path("size"))
                .filter(size -> size.size() == 2)
                .findFirst()
                .ifPresent(
                    size ->
                        found.add(
                            new CocoImage(id, size.get(1).asInt(), size.get(0).asInt(), null))));
    return found;
  }

  /**
   * Returns what is in an image.
   *
   * @param image its id and size
   * @param leastScore objects with a lower score are left out
   */
  public Segments segments(CocoImage image, double leastScore) throws InputException {
    long pixels = (long) image.width() * image.height();
    if (image.width() < 1 || image.height() < 1 || pixels > ColumnRuns.MAX_PIXELS) {
      throw new InputException(
          "image %d has %d x %d pixels, expected 1 to %d of them"
              .formatted(image.id(), image.width(), image.height(), ColumnRuns.MAX_PIXELS));
    }
    SortedMap<Long, List<ColumnRuns>> byCategory = new TreeMap<>();
    List<ColumnRuns> all = new ArrayList<>();
    ObjectCount count = ObjectCount.NONE;
    for (Annotation annotation : annotations.getOrDefault(image.id(), List.of())) {
      if (annotation.score() == null || annotation.score() >= leastScore) {
        List<ColumnRuns> objects =
            byCategory.computeIfAbsent(annotation.categoryId(), key -> new ArrayList<>());
        ColumnRuns object = new CocoSegmentation(image).runs(annotation.segmentation());
        objects.add(object);
        all.add(object);
        count = count.plus(new ObjectCount(1, object.foreground()));
      }
    }
    SortedMap<Long, Supplier<ColumnRuns>> masks = new TreeMap<>();
    byCategory.forEach(
        (category, objects) ->
            masks.put(category, () -> ColumnRuns.union(image.height(), image.width(), objects)));
    Supplier<ColumnRuns> any = () -> ColumnRuns.union(image.height(), image.width(), all);
    String type = "objects of COCO";
    Segments byColumns =
        new Segments(
            Shape.of(image.height(), image.width()),
            type,
            names,
            mapped(masks, ColumnRuns::mask),
            () -> any.get().mask());
    return new Segments(
            Shape.of(image.width(), image.height()),
            type,
            names,
            mapped(masks, ColumnRuns::byRows),
            () -> any.get().byRows())
        .ofObjects(count, byColumns);
  }

  private static SortedMap<Long, Supplier<Mask>> mapped(
      SortedMap<Long, Supplier<ColumnRuns>> masks, Function<ColumnRuns, Mask> mask) {
    SortedMap<Long, Supplier<Mask>> mapped = new TreeMap<>();
    masks.forEach((category, runs) -> mapped.put(category, () -> mask.apply(runs.get())));
    return mapped;
  }
}
