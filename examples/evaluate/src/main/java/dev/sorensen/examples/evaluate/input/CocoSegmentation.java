package dev.sorensen.examples.evaluate.input;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sorensen.CocoRle;
import dev.sorensen.IllegalMaskException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The segmentation of an object in a JSON file of COCO: polygons, or runs, compressed or not.
 *
 * @param image the image that it lies in
 */
record CocoSegmentation(CocoImage image) {

  /** Farther from an image no corner of a polygon lies. */
  private static final double FARTHEST = 1e6;

  /** Returns the runs of an object, of all its parts. */
  ColumnRuns runs(@Nullable JsonNode segmentation) throws InputException {
    if (segmentation == null || !segmentation.isContainerNode()) {
      throw problem("no segmentation", "polygons, or size and counts");
    }
    return segmentation.isArray()
        ? ColumnRuns.union(image.height(), image.width(), polygons(segmentation))
        : encoded(segmentation);
  }

  private List<ColumnRuns> polygons(JsonNode polygons) throws InputException {
    List<ColumnRuns> runs = new ArrayList<>();
    for (JsonNode polygon : polygons) {
      if (polygon.size() < 6 || polygon.size() % 2 != 0) {
        throw problem(
            "a polygon of " + polygon.size() + " numbers", "x and y of three corners or more");
      }
      double[] points = new double[polygon.size()];
      for (int i = 0; i < points.length; i++) {
        if (!polygon.get(i).isNumber() || Math.abs(polygon.get(i).asDouble()) > FARTHEST) {
          throw problem("a polygon with a corner at " + polygon.get(i), "a place in the image");
        }
        points[i] = polygon.get(i).asDouble();
      }
      runs.add(CocoPolygon.draw(image.height(), image.width(), points));
    }
    return runs;
  }

  private ColumnRuns encoded(JsonNode runs) throws InputException {
    JsonNode size = runs.path("size");
    if (size.size() != 2
        || size.get(0).asLong() != image.height()
        || size.get(1).asLong() != image.width()) {
      throw problem("runs of size " + size, "[" + image.height() + "," + image.width() + "]");
    }
    int[] counts = counts(runs.path("counts"));
    long pixels = 0;
    for (int count : counts) {
      if (count < 0) {
        throw problem("a run of " + count + " pixels", "0 or more");
      }
      pixels += count;
    }
    long expected = (long) image.width() * image.height();
    if (pixels != expected) {
      throw problem("runs of " + pixels + " pixels", Long.toString(expected));
    }
    return new ColumnRuns(image.height(), image.width(), counts);
  }

  private int[] counts(JsonNode counts) throws InputException {
    if (counts.isTextual()) {
      try {
        return CocoRle.decode(counts.textValue());
      } catch (IllegalMaskException e) {
        throw problem("counts that cannot be decoded (" + e.getMessage() + ")", "a string of COCO");
      }
    }
    if (!counts.isArray()) {
      throw problem("no counts", "a string or a list of numbers");
    }
    int[] numbers = new int[counts.size()];
    for (int i = 0; i < numbers.length; i++) {
      if (!counts.get(i).isIntegralNumber() || !counts.get(i).canConvertToInt()) {
        throw problem("a run of " + counts.get(i) + " pixels", "a whole number");
      }
      numbers[i] = counts.get(i).intValue();
    }
    return numbers;
  }

  private InputException problem(String found, String expected) {
    return new InputException(
        "an object in image %d has %s, expected %s".formatted(image.id(), found, expected));
  }
}
