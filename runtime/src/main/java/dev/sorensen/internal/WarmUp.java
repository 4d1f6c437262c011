package dev.sorensen.internal;

import dev.sorensen.internal.KernelChoice.BackEnd;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Has the vector kernels of a pass compiled, and finds out whether they are the faster ones. */
final class WarmUp {

  /** Pixels of the first calls: vectors that are not compiled may take 10 µs for each. */
  private static final int FIRST = 256;

  /** After a call that takes no longer, in nanoseconds, the next one may have twice the pixels. */
  private static final long SHORT = 200_000;

  /**
   * How long scalar kernels run first, in nanoseconds: on masks that end with any part of a vector,
   * which not all users have. Where that has them compiled anew, it is over before the compiler is
   * busy with vectors.
   */
  private static final long SCALAR_FIRST = 100_000_000L;

  /** So many whole passes are made before two are compared, and then again. */
  private static final int BETWEEN_COMPARISONS = 100;

  private static final int COMPARED = 8;

  /** How long it goes on before it is another pass's turn, in nanoseconds. */
  private static final long STRETCH = 1_000_000_000L;

  /** After so many it is given up: a compiler that is busy may come to it late, but not so late. */
  private static final int MOST_STRETCHES = 10;

  private final Supplier<LongConsumer> samples;
  private final int pixels;
  private final LongSupplier clock;

  private volatile @Nullable Thread thread;
  private BackEnd backEnd = BackEnd.VECTOR;
  private @Nullable LongConsumer pass;
  private int length;
  private int calls;
  private int whole;
  private int stretches;

  WarmUp(Supplier<LongConsumer> samples, int pixels, LongSupplier clock) {
    this.samples = samples;
    this.pixels = pixels;
    this.length = Math.min(FIRST, pixels);
    this.clock = clock;
  }

  /** Returns whether it is this that the current thread is doing. */
  boolean isMine() {
    return Thread.currentThread() == thread;
  }

  /** Returns what its own blocks are for. */
  BackEnd backEnd() {
    return backEnd;
  }

  /** Goes on for a while; returns the back end to use from now on, or null if that is open. */
  @Nullable BackEnd goOn() {
    thread = Thread.currentThread();
    long start = clock.getAsLong();
    if (pass == null) {
      pass = samples.get();
      while (clock.getAsLong() - start < SCALAR_FIRST) {
        time(BackEnd.SCALAR, pass, odd(pixels));
      }
    }
    long end = start;
    while (end - start < STRETCH) {
      long time = time(BackEnd.VECTOR, pass, odd(length));
      if (length < pixels) {
        length = time < SHORT ? Math.min(2 * length, pixels) : length;
      } else if (++whole % BETWEEN_COMPARISONS == 0 && vectorsAreFaster(pass)) {
        return BackEnd.VECTOR;
      }
      end = clock.getAsLong();
    }
    return ++stretches == MOST_STRETCHES ? BackEnd.SCALAR : null;
  }

  /** Returns a number of pixels up to one, so that in the end masks end in every way. */
  private int odd(int most) {
    calls++;
    return most - calls % Math.min(most, 64);
  }

  private boolean vectorsAreFaster(LongConsumer made) {
    return least(BackEnd.VECTOR, made) <= least(BackEnd.SCALAR, made);
  }

  private long least(BackEnd kernels, LongConsumer made) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < COMPARED; i++) {
      least = Math.min(least, time(kernels, made, pixels));
    }
    return least;
  }

  private long time(BackEnd kernels, LongConsumer made, int to) {
    backEnd = kernels;
    long start = clock.getAsLong();
    made.accept(to);
    return clock.getAsLong() - start;
  }
}
