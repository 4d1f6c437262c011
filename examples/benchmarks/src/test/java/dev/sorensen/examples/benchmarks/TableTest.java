package dev.sorensen.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TableTest {

  private static final Row BITS =
      new Row(BitsDice.class, "bits", 0.25, List.of("64x64"), List.of());
  private static final Row RUNS = new Row(RunsDice.class, "runs", 0, List.of("10"), List.of());

  @Test
  void figuresAreMediansAndRatiosAreOfMedians() {
    Measurements measurements = new Measurements();
    add(measurements, new Fork(BITS, "64x64", "sorensen"), 100, 128, 900);
    add(measurements, new Fork(BITS, "64x64", "read"), 64, 64, 64);
    add(measurements, new Fork(BITS, "64x64", "bitSet"), 1500, 500, 1000, 1100);

    // 4096 pixels at a quarter of a byte: 1024 bytes.
    assertThat(Table.of(measurements))
        .isEqualTo(
            """

            ### bits: 64x64

            | variant | ns/op | GB/s | × read | × Sorensen | B/op | spread, ns/op |
            |---|--:|--:|--:|--:|--:|--:|
            | **Sorensen** | 128.0 | 8.0 | 2.00 | 1.00 | 16.0 | 100.0–900.0 |
            | only reading | 64.0 | 16.0 | 1.00 | 0.50 | 16.0 | 64.0–64.0 |
            | java.util.BitSet | 1,050 | 1.0 | 16.41 | 8.20 | 16.0 | 500.0–1,500 |
            """);
  }

  @Test
  void whatWasNotMeasuredIsLeftEmpty() {
    Measurements measurements = new Measurements();
    add(measurements, new Fork(RUNS, "10", "cMerge"), 50);

    assertThat(Table.of(measurements))
        .contains("### runs: 10\n")
        .endsWith("| C, merge as COCO's mask API | 50.0 |  |  |  | 16.0 | 50.0–50.0 |\n");
  }

  @Test
  void aSizePastTheCacheSaysWhatItWas() {
    Measurements measurements = new Measurements();
    add(measurements, new Fork(BITS, Sizes.PAST_CACHE, "read"), 50);

    assertThat(Table.of(measurements))
        .contains(
            "### bits: past-cache (" + Sizes.extents(BitsDice.class, Sizes.PAST_CACHE) + ")\n");
  }

  private static void add(Measurements measurements, Fork fork, double... nanos) {
    for (double value : nanos) {
      measurements.add(fork, new Measurement(value, 16));
    }
  }
}
