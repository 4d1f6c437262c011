package dev.sorensen.examples.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sorensen.examples.evaluate.input.NiftiFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Files with scores: what is in them, and what they are not written over. */
final class WrittenReportsTest extends CaseFolders {

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
}
