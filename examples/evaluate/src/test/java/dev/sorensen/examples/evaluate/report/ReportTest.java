package dev.sorensen.examples.evaluate.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.examples.evaluate.input.Volume;
import dev.sorensen.examples.evaluate.input.Volumes;
import dev.sorensen.examples.evaluate.score.Scores;
import org.junit.jupiter.api.Test;

final class ReportTest {

  @Test
  void alignsItsColumns() {
    Scores scores =
        Scores.of(Volumes.ofBytes(0, 1, 1, 2, 0, 255), Volumes.ofBytes(0, 1, 2, 2, 3, 0));

    assertThat(Report.of(scores, 0.5))
        .isEqualTo(
            """
                             Dice                 Jaccard  Precision    Recall  |A & B|  |A|  |B|
            foreground       0.75                0.600000   0.750000  0.750000        3    4    4
            label 1          0.6666666666666666  0.500000   0.500000  1.000000        1    2    1
            label 2          0.6666666666666666  0.500000   1.000000  0.500000        1    1    2
            label 3          0.0                 0.000000        NaN  0.000000        0    0    1
            label 255        0.0                 0.000000   0.000000       NaN        0    1    0
            mean label Dice  0.3333333333333333

            4 labels occur in one volume or both.
            A is the prediction, B the truth, foreground every label but 0 and NaN,
            and every probability above 0.5.
            """);
  }

  @Test
  void saysWhyThereAreNoLabels() {
    Scores scores = Scores.of(Volumes.ofDoubles(0.75, 0.5), Volumes.ofDoubles(0, 1));

    assertThat(Report.of(scores, 0.5))
        .isEqualTo(
            """
                        Dice   Jaccard  Precision    Recall  |A & B|  |A|  |B|
            foreground  0.0   0.000000   0.000000  0.000000        0    1    1

            Labels are not scored: the voxels of the prediction are probabilities.
            A is the prediction, B the truth, foreground every label but 0 and NaN,
            and every probability above 0.5.
            """);
  }

  @Test
  void saysThatThereAreNoLabels() {
    Volume empty = Volumes.ofDoubles(0);

    assertThat(Report.of(Scores.of(empty, empty), 0.5))
        .contains("foreground  1.0   1.000000        NaN     NaN        0    0    0\n")
        .contains("\nNeither volume has a label.\n")
        .doesNotContain("mean");
  }

  @Test
  void countsOneLabel() {
    Volume volume = Volumes.ofDoubles(7);

    assertThat(Report.of(Scores.of(volume, volume), 0.5))
        .contains("\nOne label occurs in one volume or both.\n");
  }
}
