package dev.sorensen.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Peers can only be told apart by masks that have something in them. */
final class SoftPhantomsTest {

  @ParameterizedTest
  @ValueSource(strings = {"37x29", "96x80x17", "512x512"})
  void everyClassIsThere(String size) {
    byte[] labels = new SoftPhantoms(Extents.parse(size), 1).labels();

    for (byte c = 0; c < ClassLabels.CLASSES; c++) {
      assertThat(labels).as("class %d", c).contains(c);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"37x29", "96x80x17"})
  void bitsAreWhereLabelsAre(String size) {
    SoftPhantoms phantoms = new SoftPhantoms(Extents.parse(size), 1);
    byte[] labels = phantoms.labels();
    long[] words = phantoms.bits();

    for (int i = 0; i < labels.length; i++) {
      assertThat((words[i >>> 6] >>> i & 1) != 0).as("pixel %d", i).isEqualTo(labels[i] != 0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"37x29", "96x80x17"})
  void predictionsAreCloseButNotEqual(String size) {
    Extents extents = Extents.parse(size);
    SoftPhantoms phantoms = new SoftPhantoms(extents, 1);
    Probabilities prediction = new Probabilities(phantoms.probabilities());
    TruthBits truth = new TruthBits(phantoms.bits(), extents.pixels());

    assertThat(ProbabilitiesDice.dice(prediction, truth)).isBetween(0.9, 0.999);
  }
}
