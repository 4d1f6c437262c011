package dev.sorensen.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sorensen.internal.KernelChoice.BackEnd;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Choices as passes use them, in real time. */
final class KernelChoiceTest {

  private static final int LARGE = 1 << 20;
  private static final int SMALL = 64;

  private static SamplePasses never() {
    throw new AssertionError("a choice that is made needs no warm-up");
  }

  @Test
  void aChoiceThatIsMadeStands() {
    for (BackEnd made : BackEnd.values()) {
      KernelChoice choice = new KernelChoice("made", KernelChoiceTest::never, LARGE, made);
      for (int i = 0; i < 1000; i++) {
        long turn = choice.next(i % 2 == 0 ? LARGE : SMALL);
        assertThat(KernelChoice.isForVectors(turn)).isEqualTo(made == BackEnd.VECTOR);
        choice.done(turn);
      }
    }
  }

  @Test
  void scalarKernelsBegin() {
    AtomicInteger warmUps = new AtomicInteger();
    KernelChoice choice =
        new KernelChoice(
            "open",
            () -> {
              warmUps.incrementAndGet();
              return new SamplePasses((from, to) -> {}, (from, to) -> {});
            },
            LARGE,
            null);
    for (int i = 0; i < 1000; i++) {
      long turn = choice.next(SMALL);
      assertThat(KernelChoice.isForVectors(turn)).isFalse();
      choice.done(turn);
    }
    assertThat(warmUps).as("a thousand empty blocks are no work").hasValue(0);
  }

  @Test
  void afterATenthOfASecondAnotherThreadWarmsUp() throws InterruptedException {
    Queue<Boolean> ownTurns = new ConcurrentLinkedQueue<>();
    CountDownLatch warming = new CountDownLatch(1);
    CountDownLatch finish = new CountDownLatch(1);
    KernelChoice[] choice = new KernelChoice[1];
    choice[0] =
        new KernelChoice(
            "open",
            () -> {
              warming.countDown();
              await(finish);
              return new SamplePasses(
                  (from, to) -> {
                    ownTurns.add(KernelChoice.isForVectors(choice[0].next(LARGE)));
                    spin(Duration.ofNanos(30_000));
                  },
                  (from, to) -> spin(Duration.ofNanos(10_000)));
            },
            LARGE,
            null);
    work(choice[0], LARGE, 60);
    assertThat(warming.getCount()).isOne();
    work(choice[0], LARGE, 60);
    assertThat(warming.await(10, TimeUnit.SECONDS)).isTrue();
    for (int i = 0; i < 100; i++) {
      assertThat(KernelChoice.isForVectors(choice[0].next(LARGE)))
          .as("others go on with scalar kernels meanwhile")
          .isFalse();
    }
    finish.countDown();
    awaitVectors(choice[0]);
    assertThat(ownTurns).isNotEmpty().containsOnly(false);
  }

  @Test
  void smallBlocksAddUp() throws InterruptedException {
    CountDownLatch warming = new CountDownLatch(1);
    KernelChoice choice =
        new KernelChoice(
            "open",
            () -> {
              warming.countDown();
              return new SamplePasses((from, to) -> {}, (from, to) -> {});
            },
            LARGE,
            null);
    for (int i = 0; i < 10_000 && warming.getCount() > 0; i++) {
      work(choice, SMALL, 1);
    }
    assertThat(warming.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aWarmUpThatFailsLeavesScalarKernels() {
    AtomicInteger warmUps = new AtomicInteger();
    KernelChoice choice =
        new KernelChoice(
            "open",
            () -> {
              warmUps.incrementAndGet();
              throw new IllegalStateException("of a test: this trace in the log is meant to be");
            },
            LARGE,
            null);
    for (int i = 0; i < 300; i++) {
      work(choice, LARGE, 1);
    }
    assertThat(warmUps).hasValueLessThanOrEqualTo(1);
    assertThat(KernelChoice.isForVectors(choice.next(LARGE))).isFalse();
  }

  /** Does a block that takes so many milliseconds. */
  private static void work(KernelChoice choice, int length, int milliseconds) {
    long turn = choice.next(length);
    assertThat(KernelChoice.isForVectors(turn)).isFalse();
    spin(Duration.ofMillis(milliseconds));
    choice.done(turn);
  }

  private static void spin(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitVectors(KernelChoice choice) throws InterruptedException {
    for (int i = 0; i < 6000; i++) {
      if (KernelChoice.isForVectors(choice.next(LARGE))) {
        return;
      }
      Thread.sleep(10);
    }
    throw new AssertionError("after a minute, blocks are still for scalar kernels");
  }
}
