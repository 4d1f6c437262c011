package dev.sorensen.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class PlanTest {

  private static final Row BITS =
      new Row(BitsDice.class, "bits", 0.25, List.of("64x64", "512x512"), List.of("sorensen", "a"));
  private static final Row BYTES =
      new Row(BytesDice.class, "bytes", 2, List.of("512x512"), List.of("sorensen", "b"));

  @Test
  void everyVariantHasItsForkBeforeAnyHasASecond() {
    List<Fork> forks =
        new Plan(Pattern.compile(""), "512x512"::equals, 2).forks(List.of(BITS, BYTES));

    List<Fork> round =
        List.of(
            new Fork(BITS, "512x512", "sorensen"),
            new Fork(BITS, "512x512", "a"),
            new Fork(BYTES, "512x512", "sorensen"),
            new Fork(BYTES, "512x512", "b"));
    assertThat(forks).hasSize(8);
    assertThat(forks.subList(0, 4)).isEqualTo(round);
    assertThat(forks.subList(4, 8)).isEqualTo(round);
  }

  @Test
  void kernelsAreChosenByAnyPartOfTheirNames() {
    assertThat(new Plan(Pattern.compile("yt"), size -> true, 1).forks(List.of(BITS, BYTES)))
        .extracting(Fork::row)
        .containsOnly(BYTES);
    assertThat(new Plan(Pattern.compile("floats"), size -> true, 1).forks(List.of(BITS, BYTES)))
        .isEmpty();
  }
}
