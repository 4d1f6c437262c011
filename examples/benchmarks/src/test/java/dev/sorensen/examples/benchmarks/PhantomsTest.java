package dev.sorensen.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PhantomsTest {

  @ParameterizedTest
  @ValueSource(strings = {"64x64", "512x512", "96x80x64"})
  void blobsAreNeitherEmptyNorFullAndOverlapTheirNeighbours(String size) {
    Extents extents = Extents.parse(size);
    BitSet truth = Phantoms.blobs(extents, 1);
    BitSet prediction = Phantoms.nearby(extents, 1);

    assertThat(truth).isEqualTo(Phantoms.blobs(extents, 1)).isNotEqualTo(prediction);
    assertThat(truth.cardinality()).isBetween(extents.pixels() / 50, extents.pixels() * 3 / 4);
    BitSet both = (BitSet) truth.clone();
    both.and(prediction);
    double dice = 2.0 * both.cardinality() / (truth.cardinality() + prediction.cardinality());
    assertThat(dice).isBetween(0.6, 0.99);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 118})
  void regionsOfAnAtlasAreConvexAndMoveTogether(int classes) {
    Extents extents = new Extents(64, 48, 40);
    byte[] labels = Atlas.labels(extents, classes, 1);
    byte[] moved = Atlas.moved(extents, classes, 1);

    assertThat(IntStream.range(0, labels.length).map(i -> labels[i]).distinct().count())
        .isBetween(classes / 2L, (long) classes);
    assertThat(labels[0]).isZero();
    // Regions are convex: along a row each label is one run.
    for (int row = 0; row < extents.height() * extents.depth(); row++) {
      int start = row * extents.width();
      long runs =
          IntStream.range(start + 1, start + extents.width())
              .filter(i -> labels[i] != labels[i - 1])
              .count();
      long foreground =
          IntStream.range(start, start + extents.width())
              .map(i -> labels[i])
              .filter(label -> label != 0)
              .distinct()
              .count();
      assertThat(runs).isEqualTo(foreground == 0 ? 0 : foreground + 1);
    }
    // Inside both ellipsoids a moved map has the label from where it came.
    int at = (20 * 48 + 24) * 64 + 32;
    assertThat(moved[at + (48 + 1) * 64 + 2]).isEqualTo(labels[at]);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 10, 1000})
  void runsAddUpToAMaskInEveryEncoding(int runs) {
    int[] counts = Runs.random(runs, new SplittableRandom(7));
    int[] startsAndLengths = Runs.startsAndLengths(counts);

    assertThat(IntStream.of(counts).sum()).isEqualTo(Runs.pixels(runs));
    assertThat(startsAndLengths).hasSize(2 * runs);
    assertThat(startsAndLengths[0]).isEqualTo(counts[0]);
    assertThat(Runs.roaring(counts).getCardinality())
        .isEqualTo(IntStream.range(0, runs).map(i -> counts[2 * i + 1]).sum());
  }
}
