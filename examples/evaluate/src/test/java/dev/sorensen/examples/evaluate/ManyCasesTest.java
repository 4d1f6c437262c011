package dev.sorensen.examples.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.examples.evaluate.input.NiftiFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders of predictions and of truths: many cases in one run. */
final class ManyCasesTest extends CaseFolders {

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
  void refusesJobsThatAreNone() {
    CommandRun run = CommandRun.of("--jobs", 0, predictions, truths);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("--jobs is 0, expected 1 or more");
  }
}
