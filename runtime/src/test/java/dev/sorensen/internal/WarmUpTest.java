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
    private final WarmUp warmUp = new WarmUp(() -> this::pass, PIXELS, () -> now());
    private Runnable vectorsBegin = () -> {};
    private int calls;
    private long time = 1_000_000_000_000L;

    /**
     * @param scalarTime nanoseconds for a thousand pixels
     * @param vectorTime nanoseconds for a thousand pixels
     */
    Passes(IntToLongFunction scalarTime, IntToLongFunction vectorTime) {
      this.scalarTime = scalarTime;
      this.vectorTime = vectorTime;
    }

    private long now() {
      return time;
    }

    BackEnd fastest() {
      BackEnd fastest;
      do {
        fastest = warmUp.goOn();
      } while (fastest == null);
      return fastest;
    }

    private void pass(long to) {
      assertThat(warmUp.isMine()).isTrue();
      calls++;
      boolean vectors = warmUp.backEnd() == BackEnd.VECTOR;
      if (vectors) {
        vectorsBegin.run();
        lengths.add(to);
        time += vectorTime.applyAsLong(lengths.size()) * to / 1000;
      } else {
        time += scalarTime.applyAsLong(calls) * to / 1000;
      }
    }
  }

  @Test
  void vectorsThatAreSlowAtFirstAreChosenOnceTheyAreFaster() {
    Passes passes = new Passes(call -> 1000, call -> call < 3000 ? 1_000_000 : 100);
    assertThat(passes.fastest()).isEqualTo(BackEnd.VECTOR);
    assertThat(passes.lengths).hasSizeBetween(3000, 3300);
  }

  @Test
  void scalarKernelsRunATenthOfASecondBeforeVectors() {
    Passes passes = new Passes(call -> 1000, call -> 100);
    long start = passes.time;
    List<Long> begun = new ArrayList<>();
    passes.vectorsBegin = () -> begun.add(passes.time - start);
    passes.fastest();
    assertThat(begun.getFirst()).isBetween(100_000_000L, 100_100_000L);
  }

  @Test
  void callsAreShortWhileTheyAreSlow() {
    Passes passes = new Passes(call -> 1000, call -> call < 1000 ? 10_000_000 : 100);
    passes.fastest();
    assertThat(passes.lengths.subList(0, 1000)).allMatch(to -> to <= 256);
    assertThat(passes.lengths).contains((long) PIXELS);
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

  @Test
  void otherThreadsAreNotItsOwn() throws InterruptedException {
    Passes passes = new Passes(call -> 1000, call -> 100);
    Thread other = new Thread(passes::fastest);
    other.start();
    other.join();
    assertThat(passes.warmUp.isMine()).isFalse();
  }
}
