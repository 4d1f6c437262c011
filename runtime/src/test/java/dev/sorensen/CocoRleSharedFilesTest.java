package dev.sorensen;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sorensen.reference.MaskView;
import dev.sorensen.reference.Reference;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Strings that cocoapi wrote, and what it makes of them. */
class CocoRleSharedFilesTest {

  private static List<JsonNode> cases(String kind) throws IOException {
    List<JsonNode> cases =
        StreamSupport.stream(SharedFiles.conformance("peer_cases.json").spliterator(), false)
            .filter(each -> each.get("kind").asText().equals(kind))
            .toList();
    assertThat(cases).as(kind).isNotEmpty();
    return cases;
  }

  private static int[] ints(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToInt(JsonNode::intValue).toArray();
  }

  private static long foreground(int[] counts) {
    return IntStream.range(0, counts.length)
        .filter(i -> i % 2 != 0)
        .mapToLong(i -> counts[i])
        .sum();
  }

  @Test
  void predictionsOf100Images() throws IOException {
    JsonNode predictions = SharedFiles.data("coco/instances_val2014_fakesegm100_results.json");
    long foreground = 0;
    for (JsonNode prediction : predictions) {
      JsonNode segmentation = prediction.get("segmentation");
      String string = segmentation.get("counts").textValue();
      int[] counts = CocoRle.decode(string);
      long pixels =
          segmentation.get("size").get(0).longValue() * segmentation.get("size").get(1).longValue();
      assertThat(IntStream.of(counts).asLongStream().sum()).as(string).isEqualTo(pixels);
      assertThat(CocoRle.encode(counts)).isEqualTo(string);
      foreground += foreground(counts);
    }
    assertThat(predictions).hasSize(734);
    assertThat(foreground).isEqualTo(7_766_804);
  }

  @Test
  void pixelsInRuns() throws IOException {
    for (JsonNode example : cases("rle_encode")) {
      String id = example.get("id").asText();
      int[] pixels = ints(example.get("pred"));
      int[] counts = ints(example.get("expected"));
      int[] decoded = CocoRle.decode(CocoRle.encode(counts));
      MaskView view = MaskView.ofRuns(decoded, RunEncoding.COUNTS, pixels.length);
      assertThat(decoded).as(id).isEqualTo(counts);
      assertThat(LongStream.range(0, pixels.length).mapToInt(i -> view.foreground(i) ? 1 : 0))
          .as(id)
          .containsExactly(IntStream.of(pixels).boxed().toArray(Integer[]::new));
    }
  }

  @Test
  void stringsOfMasks() throws IOException {
    for (JsonNode example : casesWithStrings()) {
      for (String role : List.of("pred", "truth")) {
        JsonNode strings = example.get(role + "_rle_string");
        assertThat(strings).isNotEmpty();
        for (int i = 0; i < strings.size(); i++) {
          String as = "%s, %s %d".formatted(example.get("id").asText(), role, i);
          String string = strings.get(i).textValue();
          int[] counts = ints(example.get(role + "_rle").get(i));
          assertThat(CocoRle.decode(string)).as(as).isEqualTo(counts);
          assertThat(CocoRle.encode(counts)).as(as).isEqualTo(string);
          assertThat(foreground(CocoRle.decode(string)))
              .as(as)
              .isEqualTo(example.get(role + "_area").get(i).longValue());
        }
      }
    }
  }

  @Test
  void overlapsOfMasks() throws IOException {
    for (JsonNode example : casesWithStrings()) {
      JsonNode options = example.get("options");
      long pixels = options.get("h").longValue() * options.get("w").longValue();
      List<MaskView> predictions = views(example.get("pred_rle_string"), pixels);
      List<MaskView> truths = views(example.get("truth_rle_string"), pixels);
      assertThat(example.get("expected")).hasSize(predictions.size() * truths.size());
      for (int i = 0; i < predictions.size(); i++) {
        for (int j = 0; j < truths.size(); j++) {
          Overlap overlap = Reference.overlap(predictions.get(i), truths.get(j));
          boolean crowd = options.get("iscrowd").get(j).intValue() == 1;
          assertThat(iou(overlap, crowd))
              .as("%s, prediction %d, truth %d", example.get("id").asText(), i, j)
              .isEqualTo(example.get("expected").get(i * truths.size() + j).doubleValue());
        }
      }
    }
  }

  /** The masks of one of the cases differ in size, and have no strings. */
  private static List<JsonNode> casesWithStrings() throws IOException {
    List<JsonNode> cases =
        cases("rle_iou_matrix").stream().filter(each -> each.has("pred_rle_string")).toList();
    assertThat(cases).isNotEmpty();
    return cases;
  }

  private static List<MaskView> views(JsonNode strings, long pixels) {
    return StreamSupport.stream(strings.spliterator(), false)
        .map(string -> CocoRle.decode(string.textValue()))
        .map(counts -> MaskView.ofRuns(counts, RunEncoding.COUNTS, pixels))
        .toList();
  }

  /** As cocoapi has it: 0 for two empty masks, and of the prediction alone against a crowd. */
  private static double iou(Overlap overlap, boolean crowd) {
    if (overlap.intersection() == 0) {
      return 0;
    }
    return crowd ? overlap.precision() : overlap.jaccard();
  }
}
