package dev.sorensen.examples.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV files that name the pairs. */
final class PairsTest extends CaseFolders {

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
}
