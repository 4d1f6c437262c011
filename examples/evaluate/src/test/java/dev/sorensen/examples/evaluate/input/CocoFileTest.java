package dev.sorensen.examples.evaluate.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sorensen.Overlap;
import dev.sorensen.examples.evaluate.SharedFiles;
import dev.sorensen.examples.evaluate.mask.Mask;
import dev.sorensen.examples.evaluate.mask.RunMask;
import dev.sorensen.examples.evaluate.score.Scores;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CocoFileTest {

  private static final CocoImage IMAGE = new CocoImage(7, 4, 3, "a.png");
  private static final double ANY = Double.NEGATIVE_INFINITY;

  @TempDir Path folder;

  private CocoFile read(String json) throws InputException {
    return CocoFile.read(write(json));
  }

  private Path write(String json) {
    return NiftiFile.write(
        folder.resolve("coco.json"), json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private static String object(int category, String segmentation) {
    return "{'image_id': 7, 'category_id': %d, 'score': 0.5, 'segmentation': %s}"
        .formatted(category, segmentation);
  }

  private static long size(Mask mask) {
    return mask.overlap(mask).truth();
  }

  @Test
  void readsTruth() throws InputException {
    CocoFile file =
        read(
            "{'images': [{'id': 7, 'width': 4, 'height': 3, 'file_name': 'a.png', 'license': 1}],"
                + "'annotations': ["
                + object(2, "{'size': [3, 4], 'counts': [1, 2, 9]}")
                + "], 'categories': [{'id': 2, 'name': 'bicycle'}]}");

    assertThat(file.images().values()).containsExactly(IMAGE);
    assertThat(file.segments(IMAGE, ANY).labels()).containsExactly(2L);
    assertThat(file.segments(IMAGE, ANY).labelNames()).isEqualTo(Map.of(2L, "bicycle"));
  }

  /** Runs go down the columns; other files go along the rows. */
  @Test
  void turnsColumnsIntoRows() throws InputException {
    Segments segments =
        read("[" + object(2, "{'size': [3, 4], 'counts': [1, 3, 8]}") + "]").segments(IMAGE, ANY);
    Volume rows = Volumes.ofBytes(0, 2, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0);

    assertThat(segments.shape()).isEqualTo(Shape.of(4, 3));
    assertThat(segments.mask(2).overlap(rows.foreground())).isEqualTo(new Overlap(3, 3, 3, 12));
    assertThat(segments.byColumns().orElseThrow().mask(2)).isInstanceOf(RunMask.class);
  }

  @Test
  void unitesTheObjectsOfACategory() throws InputException {
    Segments segments =
        read("["
                + object(1, "{'size': [3, 4], 'counts': [2, 3, 7]}")
                + ","
                + object(1, "{'size': [3, 4], 'counts': [0, 1, 3, 2, 6]}")
                + ","
                + object(9, "{'size': [3, 4], 'counts': [11, 1]}")
                + "]")
            .segments(IMAGE, ANY);

    assertThat(((RunMask) segments.byColumns().orElseThrow().mask(1)).counts())
        .containsExactly(0, 1, 1, 4, 6);
    assertThat(size(segments.foreground())).isEqualTo(6);
    assertThat(size(segments.mask(9))).isEqualTo(1);
  }

  @Test
  void leavesLowScoresOut() throws InputException {
    CocoFile file = read("[" + object(1, "{'size': [3, 4], 'counts': [2, 3, 7]}") + "]");

    assertThat(file.segments(IMAGE, 0.5).labels()).containsExactly(1L);
    assertThat(file.segments(IMAGE, 0.51).labels()).isEmpty();
    assertThat(size(file.segments(IMAGE, 0.51).foreground())).isZero();
  }

  @Test
  void drawsPolygons() throws InputException {
    Segments rectangle =
        read("[" + object(1, "[[1, 1, 3, 1, 3, 2, 1, 2]]") + "]").segments(IMAGE, ANY);
    Segments outside =
        read("[" + object(1, "[[-5, -5, 50, -5, 50, 50, -5, 50]]") + "]").segments(IMAGE, ANY);

    assertThat(((RunMask) rectangle.byColumns().orElseThrow().mask(1)).counts())
        .containsExactly(4, 1, 2, 1, 4);
    assertThat(size(outside.mask(1))).isEqualTo(12);
  }

  @Test
  void scoresObjectsAgainstOtherFiles() throws InputException {
    Segments objects =
        read("[" + object(2, "{'size': [3, 4], 'counts': [1, 3, 8]}") + "]").segments(IMAGE, ANY);
    Scores scores =
        Scores.of(objects, Volumes.ofBytes(Shape.of(4, 3), 0, 2, 0, 0, 2, 0, 0, 0, 5, 0, 0, 0));

    assertThat(scores.foreground()).isEqualTo(new Overlap(3, 3, 3, 12));
    assertThat(scores.labels().get(BigInteger.TWO)).isEqualTo(new Overlap(2, 3, 2, 12));
    assertThat(scores.labels().get(BigInteger.valueOf(5))).isEqualTo(new Overlap(0, 0, 1, 12));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null|no segmentation, expected polygons, or size and counts",
        "{'size': [4, 3], 'counts': [12]}|runs of size [4,3], expected [3,4]",
        "{'size': [3, 4]}|no counts, expected a string or a list of numbers",
        "{'size': [3, 4], 'counts': [11]}|runs of 11 pixels, expected 12",
        "{'size': [3, 4], 'counts': [13, -1]}|a run of -1 pixels, expected 0 or more",
        "{'size': [3, 4], 'counts': [1.5]}|a run of 1.5 pixels, expected a whole number",
        "[[1, 2, 3, 4]]|a polygon of 4 numbers, expected x and y of three corners or more",
        "[[1, 2, 3, 4, 5, 1e300]]|a polygon with a corner at 1.0E300, expected a place in the"
            + " image",
      })
  void refuses(String segmentation, String problem) throws InputException {
    CocoFile file = read("[" + object(1, segmentation) + "]");

    assertThatThrownBy(() -> file.segments(IMAGE, ANY))
        .isInstanceOf(InputException.class)
        .hasMessage("an object in image 7 has " + problem);
  }

  @Test
  void refusesWhatIsNoCoco() {
    assertThatThrownBy(() -> read("{'images': []}"))
        .hasMessage(
            folder.resolve("coco.json")
                + ": it has no images and annotations, nor is it a list: expected a JSON file of"
                + " COCO");
    assertThatThrownBy(() -> read("[{'image_id': }]"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("its JSON is damaged: ");
    assertThatThrownBy(() -> read("[{'image_id': 1, 'category_id': 1}, 2]"))
        .hasMessageEndingWith("its JSON is not as COCO has it at [1]");
    assertThatThrownBy(
            () ->
                read(
                    "{'images': [], 'annotations': [{'image_id': 1, 'category_id': 1}, {'image_id':"
                        + " 'x'}]}"))
        .hasMessageEndingWith("its JSON is not as COCO has it at annotations[1].image_id");
    assertThatThrownBy(() -> read("[{'category_id': 1}]"))
        .hasMessageEndingWith("its JSON is not as COCO has it at [0].image_id");
    assertThatThrownBy(() -> read("[{'category_id': 1, 'image_id': null}]"))
        .hasMessageEndingWith("its JSON is not as COCO has it at [0].image_id");
    assertThatThrownBy(() -> read("[null]"))
        .hasMessageEndingWith("its JSON is not as COCO has it at list[0]: null");
    assertThatThrownBy(
            () -> read("{'images': [{'id': 1, 'width': 2, 'height': 2}, null], 'annotations': []}"))
        .hasMessageEndingWith("its JSON is not as COCO has it at images[1]: null");
    assertThatThrownBy(() -> read("{'images': [{'id': 1, 'width': 2}], 'annotations': []}"))
        .hasMessageEndingWith("its JSON is not as COCO has it at images[0].height");
    assertThatThrownBy(() -> read("{'images': [], 'annotations': [], 'categories': [null]}"))
        .hasMessageEndingWith("its JSON is not as COCO has it at categories[0]: null");
    assertThatThrownBy(() -> read("3"))
        .hasMessageEndingWith("its JSON is not as COCO has it at its start");
    assertThatThrownBy(() -> read("")).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> read("[]").segments(new CocoImage(1, 100_000, 100_000, null), ANY))
        .hasMessage("image 1 has 100000 x 100000 pixels, expected 1 to 2147483647 of them");
  }

  @Test
  void needsNoCategories() throws InputException {
    assertThat(read("{'images': [], 'annotations': []}").images()).isEmpty();
  }

  @Test
  void readsRealResults() throws Exception {
    JsonNode results =
        new ObjectMapper()
            .readTree(SharedFiles.find("coco/instances_val2014_fakesegm100_results.json").toFile());
    long foreground = 0;
    for (JsonNode result : results) {
      JsonNode size = result.get("segmentation").get("size");
      CocoImage image = new CocoImage(1, size.get(1).asInt(), size.get(0).asInt(), null);
      ColumnRuns runs = new CocoSegmentation(image).runs(result.get("segmentation"));
      foreground += size(runs.mask());
      assertThat(size(runs.byRows())).isEqualTo(size(runs.mask()));
      assertThat(runs.foreground()).isEqualTo(size(runs.mask()));
    }
    assertThat(foreground).isEqualTo(7_766_804);
  }

  /** The file has the exact area of each polygon, which its pixels must come near. */
  @Test
  void drawsRealPolygons() throws Exception {
    JsonNode truth =
        new ObjectMapper().readTree(SharedFiles.find("coco/instances_val2014_100.json").toFile());
    CocoFile file = CocoFile.read(SharedFiles.find("coco/instances_val2014_100.json"));
    int polygons = 0;
    for (JsonNode annotation : truth.get("annotations")) {
      if (annotation.get("segmentation").size() == 1 && annotation.get("area").asDouble() > 2000) {
        CocoImage image = file.images().get(annotation.get("image_id").asLong());
        long pixels = size(new CocoSegmentation(image).runs(annotation.get("segmentation")).mask());
        assertThat(pixels / annotation.get("area").asDouble()).isBetween(0.97, 1.03);
        polygons++;
      }
    }
    assertThat(polygons).isGreaterThan(100);
  }
}
