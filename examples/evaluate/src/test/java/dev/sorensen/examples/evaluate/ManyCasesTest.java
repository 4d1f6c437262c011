package dev.sorensen.examples.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sorensen.examples.evaluate.input.NiftiFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders, CSV files of pairs and JSON files of COCO: many cases in one run. */
final class ManyCasesTest {

  @TempDir Path folder;
  private Path predictions;
  private Path truths;

  @BeforeEach
  void makeFolders() throws IOException {
    predictions = Files.createDirectory(folder.resolve("predictions"));
    truths = Files.createDirectory(folder.resolve("truths"));
  }

  private static NiftiFile labels(int... labels) {
    byte[] voxels = new byte[labels.length];
    for (int i = 0; i < labels.length; i++) {
      voxels[i] = (byte) labels[i];
    }
    return new NiftiFile().voxels(voxels);
  }

  private void writeThree() {
    labels(0, 1, 1, 2).write(predictions.resolve("a.nii"));
    labels(0, 1, 2, 2).writeGzip(truths.resolve("a.nii.gz"));
    labels(0, 0, 1, 1).write(predictions.resolve("b.nii"));
    labels(0, 1, 1, 1).write(truths.resolve("b.nii"));
    labels(0, 0, 0, 3).write(predictions.resolve("c.nii"));
    labels(0, 0, 0, 3).write(truths.resolve("c.nii"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void scoresFolders(int jobs) {
    writeThree();

    CommandRun run = CommandRun.of("--jobs", jobs, predictions, truths);

    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.out())
        .isEqualTo(
            """
            case    Dice  mean label Dice  labels
            a     1.0000           0.6667       2
            b     0.8000           0.8000       1
            c     1.0000           1.0000       1

            Dice        cases    mean      SD     min    25 %  median    75 %     max  pooled
            foreground      3  0.9333  0.1155  0.8000  0.9000  1.0000  1.0000  1.0000  0.9231
            label 1         2  0.7333  0.0943  0.6667  0.7000  0.7333  0.7667  0.8000  0.7500
            label 2         1  0.6667       -  0.6667  0.6667  0.6667  0.6667  0.6667  0.6667
            label 3         1  1.0000       -  1.0000  1.0000  1.0000  1.0000  1.0000  1.0000

            A label counts in the cases in which it occurs. Pooled is of the voxels of all cases.
            """);
    assertThat(run.err().lines())
        .hasSize(3)
        .anyMatch(line -> line.matches("\\d of 3: a, Dice 1\\.0"))
        .anyMatch(line -> line.matches("\\d of 3: b, Dice 0\\.8"));
  }

  @Test
  void goesOnAfterABadCase() {
    writeThree();
    NiftiFile.write(predictions.resolve("b.nii"), new byte[] {1, 2, 3});

    CommandRun run = CommandRun.of(predictions, truths);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("2 of 3: b, failed")
        .contains("evaluate: " + predictions.resolve("b.nii") + ": it starts with 01 02 03");
    assertThat(run.out()).contains("a     1.0000", "b     failed", "c     1.0000");
  }

  @Test
  void namesWhatHasNoPartner() throws IOException {
    writeThree();
    Files.delete(predictions.resolve("a.nii"));
    labels(0, 0, 0, 0).write(predictions.resolve("d.nii"));

    CommandRun run = CommandRun.of(predictions, truths);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("evaluate: " + truths.resolve("a.nii.gz") + ": it has no prediction called a\n")
        .contains("evaluate: " + predictions.resolve("d.nii") + ": it has no truth called d\n");
    assertThat(run.out()).contains("b     0.8000", "c     1.0000").doesNotContain("\na ");
  }

  @Test
  void failsIfNothingIsScored() {
    CommandRun none = CommandRun.of(predictions, truths);

    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err())
        .isEqualTo(
            "evaluate: %s: none of its names is one of %s, expected cases in both%n"
                .formatted(predictions, truths));

    for (String name : new String[] {"a.nii", "b.nii"}) {
      NiftiFile.write(predictions.resolve(name), new byte[1]);
      labels(0, 0, 0, 0).write(truths.resolve(name));
    }
    CommandRun bad = CommandRun.of(predictions, truths);
    assertThat(bad.exitCode()).isEqualTo(2);
    assertThat(bad.out()).isEmpty();
  }

  @Test
  void refusesTwoFilesOfOneName() {
    writeThree();
    labels(0, 0, 0, 0).writeGzip(predictions.resolve("a.nii.gz"));

    CommandRun run = CommandRun.of(predictions, truths);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "evaluate: %s: it has the same name as %s, expected one of them%n"
                .formatted(predictions.resolve("a.nii.gz"), predictions.resolve("a.nii")));
  }

  @Test
  void scoresPairs() throws IOException {
    writeThree();
    Path pairs =
        Files.writeString(
            folder.resolve("pairs.csv"),
            """
            case,prediction,truth
            first,predictions/a.nii,truths/a.nii.gz

            "second, again", predictions/b.nii ,truths/b.nii
            ,predictions/c.nii,truths/c.nii
            """);

    CommandRun run = CommandRun.of("--pairs", pairs);

    assertThat(run.err()).contains("1 of 3: first, Dice 1.0");
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.out().lines())
        .anyMatch(line -> line.startsWith("first "))
        .anyMatch(line -> line.startsWith("second, again  0.8000"))
        .anyMatch(line -> line.startsWith("c  "));
  }

  /** As spreadsheets write them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFFprediction,truth\r\npredictions/b.nii,truths/b.nii\r\n",
        "case;prediction;truth\nfirst, of two;predictions/b.nii;truths/b.nii\n",
        "truth\tprediction\ntruths/b.nii\tpredictions/b.nii"
      })
  void readsPairsOfSpreadsheets(String text) throws IOException {
    writeThree();
    Path pairs = Files.writeString(folder.resolve("pairs.csv"), text);

    CommandRun run = CommandRun.of("--pairs", pairs);

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.out()).contains("foreground       0.8 ");
  }

  @Test
  void refusesPairsWithoutColumns() throws IOException {
    Path pairs = Files.writeString(folder.resolve("pairs.csv"), "a,b\n1,2\n");
    Path twice =
        Files.writeString(
            folder.resolve("twice.csv"), "prediction,truth\na.nii,b.nii\nc.nii,b.nii\n");

    assertThat(CommandRun.of("--pairs", pairs).err())
        .isEqualTo(
            "evaluate: %s: row 1 has no prediction, expected columns prediction and truth%n"
                .formatted(pairs));
    assertThat(CommandRun.of("--pairs", twice).err())
        .isEqualTo(
            "evaluate: %s: two of its rows are case b, expected a column case that tells them apart%n"
                .formatted(twice));
    assertThat(CommandRun.of("--pairs", folder.resolve("none.csv")).exitCode()).isEqualTo(2);
    Path wrong = Files.writeString(folder.resolve("wrong.csv"), "prediction,truth\na\0c,b\n");
    assertThat(CommandRun.of("--pairs", wrong).err())
        .startsWith("evaluate: " + wrong + ": the prediction of row 1 is no name of a file: ");
    Path latin = Files.write(folder.resolve("latin.csv"), new byte[] {'a', (byte) 0xE4, '\n'});
    assertThat(CommandRun.of("--pairs", latin).err())
        .isEqualTo("evaluate: " + latin + ": it cannot be read: it is not text in UTF-8\n");
  }

  @Test
  void writesCsv() throws IOException {
    writeThree();
    NiftiFile.write(predictions.resolve("b.nii"), new byte[1]);
    Path csv = folder.resolve("scores.csv");

    CommandRun.of("--csv", csv, predictions, truths);

    assertThat(Files.readString(csv))
        .isEqualTo(
            """
            case,label,name,dice,jaccard,precision,recall,specificity,volumetric_similarity,\
            true_positives,false_positives,false_negatives,true_negatives,error
            a,foreground,,1.0,1.0,1.0,1.0,1.0,1.0,3,0,0,1,
            a,1,,0.6666666666666666,0.5,0.5,1.0,0.6666666666666666,0.6666666666666667,1,1,0,2,
            a,2,,0.6666666666666666,0.5,1.0,0.5,1.0,0.6666666666666667,1,0,1,2,
            b,,,,,,,,,,,,,"%s: it starts with 00, expected one of NIfTI, NRRD, DICOM SEG, PNG, TIFF"
            c,foreground,,1.0,1.0,1.0,1.0,1.0,1.0,1,0,0,3,
            c,3,,1.0,1.0,1.0,1.0,1.0,1.0,1,0,0,3,
            """
                .formatted(predictions.resolve("b.nii")));
  }

  @Test
  void writesJson() throws IOException {
    writeThree();
    NiftiFile.write(predictions.resolve("b.nii"), new byte[1]);
    Path json = folder.resolve("scores.json");

    CommandRun.of("--json", json, predictions, truths);

    JsonNode root = new ObjectMapper().readTree(json.toFile());
    assertThat(root.at("/cases")).hasSize(3);
    assertThat(root.at("/cases/0/case").asText()).isEqualTo("a");
    assertThat(root.at("/cases/0/truth").asText()).endsWith("a.nii.gz");
    assertThat(root.at("/cases/0/shape").toString()).isEqualTo("[2,2]");
    assertThat(root.at("/cases/0/labels/2/recall").asDouble()).isEqualTo(0.5);
    assertThat(root.at("/cases/0/labels/2/false_negatives").isIntegralNumber()).isTrue();
    assertThat(root.at("/cases/1/error").asText()).contains("it starts with 00");
    assertThat(root.at("/summary/foreground/cases").asInt()).isEqualTo(2);
    assertThat(root.at("/summary/labels/3/standard_deviation").isNull()).isTrue();
  }

  @Test
  void looksWhetherItCanWriteBeforeItScores() {
    writeThree();
    Path nowhere = folder.resolve("nowhere").resolve("scores.csv");

    CommandRun missing = CommandRun.of("--csv", nowhere, predictions, truths);
    CommandRun directory = CommandRun.of("--json", folder, predictions, truths);

    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.err())
        .isEqualTo("evaluate: %s: there is no folder %s%n".formatted(nowhere, nowhere.getParent()));
    assertThat(directory.exitCode()).isEqualTo(2);
    assertThat(directory.err())
        .isEqualTo("evaluate: %s: it is a directory, expected a file to write%n".formatted(folder));
  }

  /** A file that is read is not lost to a report. */
  @Test
  void writesOverNothingThatItReads() throws IOException {
    writeThree();
    Path pairs =
        Files.writeString(
            folder.resolve("pairs.csv"), "prediction,truth\npredictions/b.nii,truths/b.nii\n");
    Path again = Files.createSymbolicLink(folder.resolve("again"), truths);
    for (Path output : new Path[] {predictions.resolve("b.nii"), again.resolve("b.nii")}) {
      byte[] before = Files.readAllBytes(output);

      CommandRun ofFolders = CommandRun.of("--csv", output, predictions, truths);
      CommandRun ofPairs = CommandRun.of("--json", output, "--pairs", pairs);

      for (CommandRun run : new CommandRun[] {ofFolders, ofPairs}) {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
            .isEqualTo(
                "evaluate: %s: it is to be read, expected another file to write%n"
                    .formatted(output));
      }
      assertThat(Files.readAllBytes(output)).isEqualTo(before);
    }
    assertThat(CommandRun.of("--html", pairs, "--pairs", pairs).exitCode()).isEqualTo(2);
    assertThat(Files.readString(pairs)).startsWith("prediction,truth");
  }

  @Test
  void writesOverNoVoxelsThatAHeaderNames() throws IOException {
    for (Path of : new Path[] {predictions, truths}) {
      Files.writeString(
          of.resolve("a.nhdr"),
          """
          NRRD0004
          type: uint8
          dimension: 1
          sizes: 4
          encoding: raw
          data file: a.raw
          """);
      Files.write(of.resolve("a.raw"), new byte[] {0, 1, 1, 2});
    }
    Path output = truths.resolve("a.raw");

    CommandRun over = CommandRun.of("--json", output, predictions, truths);
    CommandRun beside = CommandRun.of("--json", folder.resolve("a.json"), predictions, truths);

    assertThat(over.exitCode()).isEqualTo(2);
    assertThat(over.err())
        .isEqualTo(
            "evaluate: %s: it is to be read, expected another file to write%n".formatted(output));
    assertThat(Files.readAllBytes(output)).containsExactly(0, 1, 1, 2);
    assertThat(beside.exitCode()).isEqualTo(0);
    assertThat(beside.err())
        .contains(
            "evaluate: note: %s: it is left out, for it is of no known format\n"
                .formatted(predictions.resolve("a.raw")));
  }

  /** One wants to know of a case that is lost; what never was one does not matter. */
  @Test
  void tellsLostFilesFromOthers() throws IOException {
    writeThree();
    Files.createDirectory(predictions.resolve("d.nii"));
    Files.writeString(truths.resolve("dataset.json"), "{}");
    Files.writeString(truths.resolve("c.txt"), "about c");
    Files.write(predictions.resolve(".DS_Store"), new byte[4]);
    labels(0, 1, 0, 0).write(truths.resolve("1.2.840.113"));
    labels(0, 1, 0, 0).write(predictions.resolve("1.2.840.113.dcm"));

    CommandRun run = CommandRun.of(predictions, truths);

    assertThat(run.exitCode()).isEqualTo(0);
    assertThat(run.out()).contains("1.2.840.113  1.0000");
    assertThat(run.err())
        .contains(
            "evaluate: note: %s: it is left out".formatted(truths.resolve("c.txt")),
            "evaluate: note: %s: it is left out".formatted(truths.resolve("dataset.json")));

    Files.delete(predictions.resolve("b.nii"));
    Files.createSymbolicLink(predictions.resolve("b.nii"), folder.resolve("none"));
    CommandRun broken = CommandRun.of(predictions, truths);
    assertThat(broken.exitCode()).isEqualTo(1);
    assertThat(broken.err())
        .contains("evaluate: %s: there is no such file\n".formatted(predictions.resolve("b.nii")));
  }

  @Test
  void saysThatThereIsNoSuchFolder() {
    Path none = folder.resolve("none");
    for (Object[] paths : new Object[][] {{none, truths}, {predictions, none}}) {
      CommandRun run = CommandRun.of(paths);
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err())
          .isEqualTo("evaluate: %s: there is no such file or folder%n".formatted(none));
    }
  }

  @Test
  void writesNoReportOverAnother() {
    writeThree();
    Path report = folder.resolve("report");
    Path again = folder.resolve("truths").resolve("..").resolve("report");

    CommandRun run = CommandRun.of("--csv", report, "--json", again, predictions, truths);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo("evaluate: %s: two reports would be written to it%n".formatted(report));
    assertThat(report).doesNotExist();
  }

  /** What cannot be read as CSV, and rows without anything, as spreadsheets leave them. */
  @Test
  void readsPairsInDisorder() throws IOException {
    writeThree();
    String row = "predictions/b.nii,truths/b.nii";
    Path pairs = folder.resolve("pairs.csv");

    Files.writeString(pairs, "Prediction,TRUTH\n,\n" + row + "\n , \n");
    assertThat(CommandRun.of("--pairs", pairs).exitCode()).isEqualTo(0);

    for (String bad :
        new String[] {"prediction,truth\n" + row + ",more\n", "prediction,truth\n\"a,b\n"}) {
      Files.writeString(pairs, bad);
      CommandRun run = CommandRun.of("--pairs", pairs);
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).startsWith("evaluate: " + pairs + ": it is no CSV file: ");
      assertThat(run.err().lines()).hasSize(1);
    }
  }

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

  @Test
  void refusesJobsThatAreNone() {
    CommandRun run = CommandRun.of("--jobs", 0, predictions, truths);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("--jobs is 0, expected 1 or more");
  }
}
