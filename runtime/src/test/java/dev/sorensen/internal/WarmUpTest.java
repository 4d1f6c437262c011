package dev.sorensen.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.internal.KernelChoice.BackEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

/** A warm-up, by a clock that its own passes drive. */
final class WarmUpTest {

  private static final int PIXELS = 127 * 127;

  /** Passes of which the time is known, by the number of the call, and the lengths with vectors. */
  private static final class Passes {

    private final IntToLongFunction scalarTime;
    private final IntToLongFunction vectorTime;
    private final List<Long> lengths = new ArrayList<>();
    private final List<Long> starts = new ArrayList<>();
    private final WarmUp warmUp;
    private Runnable vectorsBegin = () -> {};
    private int calls;
    private long time = 1_000_000_000_000L;
    private long slept;

    /**
     * @param scalarTime nanoseconds for a thousand pixels
     * @param vectorTime nanoseconds for a thousand pixels
     */
    Passes(IntToLongFunction scalarTime, IntToLongFunction vectorTime) {
      this.scalarTime = scalarTime;
      this.vectorTime = vectorTime;
      Clock clock =
          new Clock() {
            @Override
            public long now() {
              return time;
            }

            @Override
            public void sleep(long nanos) {
              time += nanos;
              slept += nanos;
            }
          };
      this.warmUp = new WarmUp(() -> new SamplePasses(this::scalar, this::vector), PIXELS, clock);
    }

    BackEnd fastest() {
      BackEnd fastest;
      do {
        fastest = warmUp.goOn();
      } while (fastest == null);
      return fastest;
    }

    private void scalar(long from, long to) {
      calls++;
      time += scalarTime.applyAsLong(calls) * (to - from) / 1000;
    }

    private void vector(long from, long to) {
      calls++;
      vectorsBegin.run();
      lengths.add(to - from);
      starts.add(from);
      time += vectorTime.applyAsLong(lengths.size()) * (to - from) / 1000;
    }
  }

  @Test
  void vectorsThatAreSlowAtFirstAreChosenOnceTheyAreFaster() {
    Passes passes = new Passes(call -> 1000, call -> call < 3000 ? 1_000_000 : 100);
    assertThat(passes.fastest()).isEqualTo(BackEnd.VECTOR);
    assertThat(passes.lengths).hasSizeBetween(3000, 3300);
  }

  @Test
  void scalarKernelsRunFirst() {
    Passes passes = new Passes(call -> 1000, call -> 100);
    long start = passes.time;
    List<Long> begun = new ArrayList<>();
    passes.vectorsBegin = () -> begun.add(passes.time - start);
    passes.fastest();
    assertThat(begun.getFirst()).isBetween(60_000_000L, 61_000_000L);
  }

  @Test
  void callsAreShortWhileTheyAreSlow() {
    Passes passes = new Passes(call -> 1000, call -> call < 1000 ? 10_000_000 : 100);
    passes.fastest();
    assertThat(passes.lengths.subList(0, 1000)).allMatch(to -> to <= 256);
    assertThat(passes.lengths).contains((long) PIXELS);
  }

  @Test
  void callsAreShortAgainAfterOneThatWasSlow() {
    Passes passes = new Passes(call -> 1000, call -> call > 10 && call < 20 ? 10_000_000 : 100);
    passes.fastest();
    assertThat(passes.lengths.subList(0, 10)).anyMatch(pixels -> pixels > 4000);
    assertThat(passes.lengths.subList(11, 20)).allMatch(pixels -> pixels <= 256);
  }

  @Test
  void callsMayTakeLongIfScalarOnesDo() {
    Passes passes = new Passes(call -> 10_000_000, call -> 5_000_000);
    assertThat(passes.fastest()).isEqualTo(BackEnd.VECTOR);
  }

  @Test
  void itRestsAsMuchAsItWorks() {
    Passes passes = new Passes(call -> 1000, call -> call < 3000 ? 1_000_000 : 100);
    long start = passes.time;
    passes.fastest();
    assertThat((double) passes.slept / (passes.time - start)).isBetween(0.49, 0.53);
  }

  @Test
  void bothHalvesAreVisited() {
    Passes passes = new Passes(call -> 1000, call -> 100);
    passes.fastest();
    int half = 126 * 64;
    assertThat(passes.starts).contains(0L, (long) half);
    assertThat(passes.starts).allMatch(from -> from == 0 || from == half);
  }

  @Test
  void aMaskEndsWithAnyPartOfAVector() {
    Passes passes = new Passes(call -> 1000, call -> call < 3000 ? 6_000 : 100);
    passes.fastest();
    assertThat(passes.lengths.stream().map(to -> to % 64).distinct()).hasSize(64);
    assertThat(passes.lengths).allMatch(to -> to > 0 && to <= PIXELS);
  }

  @Test
  void vectorsThatStaySlowerAreGivenUpAfterTenSeconds() {
    Passes passes = new Passes(call -> 1000, call -> 1100);
    long start = passes.time;
    assertThat(passes.fastest()).isEqualTo(BackEnd.SCALAR);
    assertThat(passes.time - start).isBetween(10_000_000_000L, 10_100_000_000L);
  }

  @Test
  void slowCallsThatAreNeverWholeAreGivenUpToo() {
    Passes passes = new Passes(call -> 1000, call -> 10_000_000);
    assertThat(passes.fastest()).isEqualTo(BackEnd.SCALAR);
    assertThat(passes.lengths).allMatch(to -> to <= 256);
  }

  @Test
  void aCallThatWasInterruptedDecidesNothing() {
    // Each seventh call waits for something else.
    Passes passes =
        new Passes(call -> call % 7 == 0 ? 90_000 : 1000, call -> call % 7 == 0 ? 90_000 : 1100);
    assertThat(passes.fastest()).isEqualTo(BackEnd.SCALAR);
    passes =
        new Passes(call -> call % 7 == 0 ? 90_000 : 1000, call -> call % 7 == 0 ? 90_000 : 900);
    assertThat(passes.fastest()).isEqualTo(BackEnd.VECTOR);
  }

  @Test
  void afterASecondItIsAnothersTurn() {
    Passes passes = new Passes(call -> 1000, call -> 10_000);
    long start = passes.time;
    assertThat(passes.warmUp.goOn()).isNull();
    assertThat(passes.time - start).isBetween(1_000_000_000L, 1_010_000_000L);
  }
}
