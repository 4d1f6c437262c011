package dev.sorensen.examples.evaluate.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.Overlap;
import dev.sorensen.examples.evaluate.input.Segmentation;
import dev.sorensen.examples.evaluate.input.Volumes;
import dev.sorensen.examples.evaluate.input.VoxelType;
import java.math.BigInteger;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Counts that are wrong are seen. */
final class VerificationTest {

  private static final Segmentation PREDICTION = Volumes.ofBytes(0, 1, 1, 2, 0, 5);
  private static final Segmentation TRUTH = Volumes.ofBytes(0, 1, 2, 2, 3, 0);

  private static Scores withLabels(Consumer<SortedMap<BigInteger, Overlap>> change) {
    Scores right = Scores.of(PREDICTION, TRUTH);
    SortedMap<BigInteger, Overlap> labels = new TreeMap<>(right.labels());
    change.accept(labels);
    return new Scores(right.foreground(), labels, right.names(), right.withoutLabels());
  }

  @Test
  void acceptsWhatIsRight() {
    assertThat(Verification.problem(PREDICTION, TRUTH, Scores.of(PREDICTION, TRUTH))).isEmpty();
  }

  @Test
  void seesAWrongForeground() {
    Scores right = Scores.of(PREDICTION, TRUTH);
    Scores wrong =
        new Scores(new Overlap(3, 4, 5, 6), right.labels(), right.names(), Optional.empty());

    assertThat(Verification.problem(PREDICTION, TRUTH, wrong))
        .contains(
            "the reference counts the foreground as Overlap[intersection=3, prediction=4, truth=4,"
                + " pixels=6], the evaluator as Overlap[intersection=3, prediction=4, truth=5,"
                + " pixels=6]: a defect of Sorensen, please report it");
  }

  @Test
  void seesAWrongLabel() {
    Scores wrong = withLabels(labels -> labels.put(BigInteger.TWO, new Overlap(0, 1, 2, 6)));

    assertThat(Verification.problem(PREDICTION, TRUTH, wrong).orElseThrow())
        .startsWith("the reference counts label 2 as Overlap[intersection=1,")
        .contains("the evaluator as Overlap[intersection=0,");
  }

  @Test
  void seesALabelThatWasLeftOut() {
    Scores wrong = withLabels(labels -> labels.remove(BigInteger.valueOf(5)));

    assertThat(Verification.problem(PREDICTION, TRUTH, wrong).orElseThrow())
        .startsWith("the reference counts label 5 as Overlap[")
        .contains("the evaluator as not there");
  }

  @Test
  void seesALabelThatIsNotThere() {
    Scores wrong = withLabels(labels -> labels.put(BigInteger.TEN, new Overlap(0, 0, 1, 6)));

    assertThat(Verification.problem(PREDICTION, TRUTH, wrong).orElseThrow())
        .startsWith("the reference counts label 10 as not there, the evaluator as Overlap[");
  }

  /** Values that have several bits: 1 in both halves, and a zero with a sign. */
  @Test
  void comparesFloatsThatAreLabelsByValue() {
    Segmentation floats = Volumes.ofDoubles(0, -2, 1, Double.NaN, 1, -0.0);
    Segmentation longs = Volumes.ofLongs(VoxelType.INT64, 0, -2, 1, 1, 0, 1);

    assertThat(Verification.problem(floats, longs, Scores.of(floats, longs))).isEmpty();
    assertThat(Verification.problem(longs, floats, Scores.of(longs, floats))).isEmpty();
  }

  @Test
  void verifiesProbabilitiesAboveAnyThreshold() {
    Segmentation soft = Volumes.ofDoubles(0.1, 0.5, 0.75, 1, Double.NaN, 0);
    for (double threshold : new double[] {-1, 0, 0.1, 0.5, 0.75, 1}) {
      Segmentation above = soft.above(threshold);
      Scores scores = Scores.of(above, TRUTH);

      assertThat(Verification.problem(above, TRUTH, scores)).isEmpty();
      assertThat(Verification.problem(soft.above(0.2), TRUTH, scores).isPresent())
          .as("above %s", threshold)
          .isEqualTo(threshold < 0.1 || threshold >= 0.5);
    }
  }
}
