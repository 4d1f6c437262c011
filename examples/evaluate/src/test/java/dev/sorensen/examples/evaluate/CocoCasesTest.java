package dev.sorensen.examples.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** JSON files of COCO, whose images are the cases. */
final class CocoCasesTest extends CaseFolders {

  @Test
  void scoresCompressedCoco() throws IOException {
    Path results = SharedFiles.find("coco/instances_val2014_fakesegm100_results.json");
    Path compressed = folder.resolve("results.json.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
      Files.copy(results, out);
    }

    CommandRun run = CommandRun.of(compressed, SharedFiles.find("coco/instances_val2014_100.json"));

    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.out()).contains("\nThe predictions have 734 objects of 7766804 voxels.\n");
  }

  /** Or its Dice coefficient, that of two empty masks, would make the label's mean better. */
  @Test
  void aSegmentThatIsEmptyInBothDoesNotOccur() throws IOException {
    String objects =
        """
        [{"image_id": 1, "category_id": 1, "segmentation": {"size": [2, 2], "counts": [1, 2, 1]}},
         {"image_id": 1, "category_id": 2, "segmentation": {"size": [2, 2], "counts": [4]}}]
        """;
    Path file = Files.writeString(folder.resolve("objects.json"), objects);

    CommandRun run = CommandRun.of("--verify", "--html", folder.resolve("r.html"), file, file);

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("label 1 ", "One label occurs").doesNotContain("label 2");
  }

  private static String object(int image) {
    return """
    {"image_id": %d, "category_id": 1, "segmentation": {"size": [2, 2], "counts": [1, 2, 1]}}\
    """
        .formatted(image);
  }

  private static String image(int id, String file) {
    return "{\"id\": %d, \"width\": 2, \"height\": 2, \"file_name\": \"%s\"}".formatted(id, file);
  }

  @Test
  void scoresImagesOfOneNameInTwoFolders() throws IOException {
    Path truth =
        Files.writeString(
            folder.resolve("truth.json"),
            "{\"images\": [%s, %s, %s], \"annotations\": [%s, %s]}"
                .formatted(
                    image(1, "left/a.jpg"),
                    image(2, "right/a.jpg"),
                    image(3, "b.jpg"),
                    object(1),
                    object(2)));
    Path results =
        Files.writeString(
            folder.resolve("results.json"),
            "[%s, %s, %s, %s]".formatted(object(1), object(2), object(9), object(9)));

    CommandRun run = CommandRun.of("--csv", folder.resolve("scores.csv"), results, truth);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .containsOnlyOnce(
            "evaluate: %s, image 9: it has objects, but no list of images says how large it is\n"
                .formatted(results));
    assertThat(Files.readString(folder.resolve("scores.csv")))
        .contains("\n\"a, image 1\",", "\n\"a, image 2\",", "\nb,");
  }

  /** Boxes have no segmentation; another object of the image may say how large it is. */
  @Test
  void scoresResultsThatAreNotAllRuns() throws IOException {
    Path results =
        Files.writeString(
            folder.resolve("results.json"),
            """
            [{"image_id": 1, "category_id": 1, "bbox": [0, 0, 1, 1], "score": 0.2}, %s,
             {"image_id": 2, "category_id": 1, "bbox": [0, 0, 1, 1], "score": 0.9}]
            """
                .formatted(object(1)));
    labels(0, 1, 1, 0).write(truths.resolve("1.nii"));

    CommandRun run = CommandRun.of("--min-score", 0.5, results, truths);

    assertThat(run.err())
        .contains("%s, image 2: it has objects, but no list of images".formatted(results))
        .doesNotContain("failed");
    assertThat(run.out()).contains("foreground       1.0 ");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void refusesAScoreThatIsNoNumber() {
    CommandRun run = CommandRun.of("--min-score", "NaN", predictions, truths);

    assertThat(run.err()).startsWith("--min-score is NaN, expected a number");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void scoresCoco() {
    CommandRun run =
        CommandRun.of(
            "--verify",
            SharedFiles.find("coco/instances_val2014_fakesegm100_results.json"),
            SharedFiles.find("coco/instances_val2014_100.json"));

    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.err().lines()).hasSize(100);
    assertThat(run.out())
        .contains(
            "COCO_val2014_000000000042 ",
            "\nforeground ",
            "\nlabel 18 dog ",
            "\nThe predictions have 734 objects of 7766804 voxels.\n",
            "\nThe truths have 839 objects of ");
  }
}
