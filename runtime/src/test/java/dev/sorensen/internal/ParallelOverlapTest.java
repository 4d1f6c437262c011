package dev.sorensen.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sorensen.Overlap;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelOverlapTest {

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 63, 64, 1 << 20, (1 << 20) + 1, (5 << 20) - 1, (7L << 20) + 64})
  void everyPixelIsInOneRange(long pixels) {
    NavigableMap<Long, Long> ranges = new ConcurrentSkipListMap<>();
    Overlap overlap =
        ParallelOverlap.of(
            pixels,
            (from, to) -> {
              assertThat(ranges.put(from, to)).as("a second range from %d", from).isNull();
              return new Overlap(0, to - from, 0, to - from);
            });
    assertThat(overlap).isEqualTo(new Overlap(0, pixels, 0, pixels));
    long position = 0;
    for (var range : ranges.entrySet()) {
      assertThat(range.getKey()).isEqualTo(position);
      assertThat(position % 64).isZero();
      position = range.getValue();
    }
    assertThat(position).isEqualTo(pixels);
    assertThat(ranges).hasSize(Math.max(1, (int) Math.ceilDiv(pixels, 1L << 20)));
  }

  @ParameterizedTest
  @ValueSource(longs = {100, 9L << 20})
  void aFailureIsTheCallers(long pixels) {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                ParallelOverlap.of(
                    pixels,
                    (from, to) -> {
                      throw new IllegalStateException("a test");
                    }))
        .withMessageContaining("a test");
  }
}
