package dev.sorensen.examples.evaluate.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.Overlap;
import dev.sorensen.examples.evaluate.input.Volume;
import dev.sorensen.examples.evaluate.input.Volumes;
import dev.sorensen.examples.evaluate.input.VoxelType;
import java.math.BigInteger;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ScoresTest {

  private static Overlap label(Scores scores, long label) {
    return scores.labels().get(BigInteger.valueOf(label));
  }

  @Test
  void countsBytes() {
    Scores scores =
        Scores.of(Volumes.ofBytes(0, 1, 1, 2, 0, 255), Volumes.ofBytes(0, 1, 2, 2, 3, 0));

    assertThat(scores.foreground()).isEqualTo(new Overlap(3, 4, 4, 6));
    assertThat(scores.labels().keySet())
        .extracting(BigInteger::intValue)
        .containsExactly(1, 2, 3, 255);
    assertThat(label(scores, 1)).isEqualTo(new Overlap(1, 2, 1, 6));
    assertThat(label(scores, 2)).isEqualTo(new Overlap(1, 1, 2, 6));
    assertThat(label(scores, 3)).isEqualTo(new Overlap(0, 0, 1, 6));
    assertThat(label(scores, 255)).isEqualTo(new Overlap(0, 1, 0, 6));
    assertThat(scores.meanLabelDice()).contains((2.0 / 3 + 2.0 / 3 + 0 + 0) / 4);
    assertThat(scores.withoutLabels()).isEmpty();
  }

  @Test
  void comparesVolumesOfDifferentTypesByValue() {
    Scores scores =
        Scores.of(
            Volumes.ofDoubles(0, -2, 1, Double.NaN, 1, -0.0),
            Volumes.ofLongs(VoxelType.INT64, 0, -2, 1, 1, 0, 1));

    assertThat(scores.foreground()).isEqualTo(new Overlap(2, 3, 4, 6));
    assertThat(label(scores, -2)).isEqualTo(new Overlap(1, 1, 1, 6));
    assertThat(label(scores, 1)).isEqualTo(new Overlap(1, 2, 3, 6));
  }

  @Test
  void tellsLabelsApartThatADoubleCannot() {
    long label = (1L << 53) + 1;
    Scores scores =
        Scores.of(
            Volumes.ofLongs(VoxelType.INT64, label, label - 1),
            Volumes.ofLongs(VoxelType.UINT64, label, label));

    assertThat(label(scores, label)).isEqualTo(new Overlap(1, 1, 2, 2));
    assertThat(label(scores, label - 1)).isEqualTo(new Overlap(0, 1, 0, 2));
  }

  @Test
  void scoresOnlyTheForegroundOfFractions() {
    Scores scores =
        Scores.of(Volumes.ofDoubles(0, 1, -1), Volumes.ofDoubles(0.25, -0.5, Double.NaN));

    assertThat(scores.foreground()).isEqualTo(new Overlap(1, 2, 2, 3));
    assertThat(scores.labels()).isEmpty();
    assertThat(scores.meanLabelDice()).isEmpty();
    assertThat(scores.withoutLabels())
        .contains("the voxels of the truth have values that are not integers, such as 0.25");
  }

  @Test
  void scoresOnlyTheForegroundOfInfinities() {
    Scores scores = Scores.of(Volumes.ofDoubles(Double.POSITIVE_INFINITY), Volumes.ofDoubles(1));

    assertThat(scores.foreground()).isEqualTo(new Overlap(1, 1, 1, 1));
    assertThat(scores.withoutLabels())
        .contains(
            "the voxels of the prediction have values that are not integers, such as Infinity");
  }

  @Test
  void limitsTheNumberOfLabels() {
    int limit = LabelNumbers.MAX_LABELS;
    Volume most = Volumes.ofDoubles(IntStream.rangeClosed(0, limit).asDoubleStream().toArray());
    Volume shifted =
        Volumes.ofDoubles(IntStream.rangeClosed(1, limit + 1).asDoubleStream().toArray());
    Volume negative =
        Volumes.ofDoubles(IntStream.rangeClosed(-limit, 0).asDoubleStream().toArray());

    assertThat(Scores.of(most, most).labels()).hasSize(limit);
    assertThat(Scores.of(most, shifted).withoutLabels())
        .contains("the voxels of the truth have more than 65535 different values");
    assertThat(Scores.of(most, negative).withoutLabels())
        .contains("the voxels of both have more than 65535 different values");
  }

  @Test
  void emptyVolumesHaveNoLabels() {
    Scores scores = Scores.of(Volumes.ofDoubles(0, Double.NaN), Volumes.ofDoubles(0, 0));

    assertThat(scores.foreground()).isEqualTo(new Overlap(0, 0, 0, 2));
    assertThat(scores.labels()).isEmpty();
    assertThat(scores.meanLabelDice()).isEmpty();
    assertThat(scores.withoutLabels()).isEmpty();
  }

  /** Long enough for the kernels' main loops and every kind of tail. */
  @Test
  void agreesWithCountingOneByOne() {
    Random random = new Random(42);
    for (int size : new int[] {1, 63, 64, 65, 1000, 4099}) {
      int[] a = random.ints(size, 0, 6).toArray();
      int[] b = IntStream.of(a).map(label -> random.nextInt(4) == 0 ? 0 : label).toArray();

      Scores bytes = Scores.of(Volumes.ofBytes(a), Volumes.ofBytes(b));
      Scores mixed =
          Scores.of(
              Volumes.ofBytes(a), Volumes.ofDoubles(IntStream.of(b).asDoubleStream().toArray()));

      assertThat(bytes).isEqualTo(mixed);
      assertThat(bytes.foreground()).isEqualTo(count(a, b, 1, 5));
      bytes
          .labels()
          .forEach(
              (label, overlap) ->
                  assertThat(overlap).isEqualTo(count(a, b, label.intValue(), label.intValue())));
    }
  }

  private static Overlap count(int[] a, int[] b, int from, int to) {
    int both = 0;
    int inA = 0;
    int inB = 0;
    for (int i = 0; i < a.length; i++) {
      boolean isInA = from <= a[i] && a[i] <= to;
      boolean isInB = from <= b[i] && b[i] <= to;
      both += isInA && isInB ? 1 : 0;
      inA += isInA ? 1 : 0;
      inB += isInB ? 1 : 0;
    }
    return new Overlap(both, inA, inB, a.length);
  }
}
