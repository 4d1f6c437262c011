package dev.sorensen.internal;

import dev.sorensen.internal.KernelChoice.BackEnd;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Has the vector kernels of a pass compiled, and finds out whether they are the faster ones.
 *
 * <p>Meanwhile calls go on with scalar kernels, and should not be slower for it. So it rests as
 * much as it works: with two processors the compiler and it take one, and callers have the other.
 * That also leaves the compiler the time to compile again what calls run, where a first pass over
 * other masks has shown it a branch that it had left out.
 */
final class WarmUp {

  /** Pixels of the first calls: vectors that are not compiled may take 10 µs for each. */
  private static final int FIRST = 256;

  /**
   * A call is short that takes no longer than this, in nanoseconds, and twice what scalar kernels
   * need. After a short one the next has twice the pixels.
   */
  private static final long SHORT = 100_000;

  /** So many times as long as a short one, and the next one has few pixels again. */
  private static final int LONG = 20;

  /**
   * How long scalar kernels run first, in nanoseconds: on masks that end with any part of a vector,
   * which not all users have, and on short ones, which are what vectors leave to them. Where that
   * has them compiled anew, it is over before the compiler is busy with vectors.
   */
  private static final long SCALAR_FIRST = 5_000_000;

  /** How long it rests then, in nanoseconds, for the compiler to be done with that. */
  private static final long SETTLED = 50_000_000;

  /** How long it works before it rests, in nanoseconds. */
  private static final long SLICE = 500_000;

  /** So many passes over all of a half are made before back ends are compared, and then again. */
  private static final int BETWEEN_COMPARISONS = 100;

  private static final int COMPARED = 8;

  /** How long it goes on before it is another pass's turn, in nanoseconds. */
  private static final long STRETCH = 1_000_000_000L;

  /** After so many it is given up: a compiler that is busy may come to it late, but not so late. */
  private static final int MOST_STRETCHES = 10;

  private final Supplier<SamplePasses> samples;
  private final int pixels;
  private final Clock clock;

  /** The first pixel of the second half: what it has is drawn in another way. */
  private final int half;

  /** How many pixels a pass over a half may have. */
  private final int longest;

  private @Nullable SamplePasses made;
  private int length;
  private int calls;
  private int wholeHalves;
  private int stretches;

  /** What scalar kernels need for the longest pass, in nanoseconds. */
  private long scalarTime = Long.MAX_VALUE;

  private long worked;

  WarmUp(Supplier<SamplePasses> samples, int pixels, Clock clock) {
    this.samples = samples;
    this.pixels = pixels;
    this.half = pixels / 2 / Long.SIZE * Long.SIZE;
    this.longest = pixels - half;
    this.length = Math.min(FIRST, longest);
    this.clock = clock;
  }

  /** Goes on for a while; returns the back end to use from now on, or null if that is open. */
  @Nullable BackEnd goOn() {
    long start = clock.now();
    if (made == null) {
      made = samples.get();
      scalarFirst(made.pass());
    }
    while (clock.now() - start < STRETCH) {
      boolean isWhole = length == longest;
      setLength(timeHalf(made.ofVectors(), length));
      if (isWhole && ++wholeHalves % BETWEEN_COMPARISONS == 0 && vectorsAreFaster(made)) {
        return BackEnd.VECTOR;
      }
    }
    return ++stretches == MOST_STRETCHES ? BackEnd.SCALAR : null;
  }

  /** Decides on the next length from the time that the last took. */
  private void setLength(long time) {
    double isShort = SHORT + 2.0 * scalarTime * length / longest;
    if (time <= isShort) {
      length = Math.min(2 * length, longest);
    } else if (time > LONG * isShort) {
      length = Math.min(FIRST, longest);
    }
  }

  private void scalarFirst(SamplePasses.Range pass) {
    for (long time = 0; time < SCALAR_FIRST; ) {
      long whole = timeHalf(pass, longest);
      scalarTime = Math.min(scalarTime, whole);
      time += whole + timeHalf(pass, Math.min(Long.SIZE, longest));
    }
    clock.sleep(SETTLED);
  }

  private boolean vectorsAreFaster(SamplePasses made) {
    return least(made.ofVectors()) <= least(made.pass());
  }

  private long least(SamplePasses.Range pass) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < COMPARED; i++) {
      least = Math.min(least, time(pass, 0, pixels));
    }
    return least;
  }

  /**
   * Makes a pass over one half or the other.
   *
   * @param most how many pixels it may have: each call has another number, so that in the end masks
   *     end in every way
   */
  private long timeHalf(SamplePasses.Range pass, int most) {
    int from = calls++ % 2 == 0 ? 0 : half;
    return time(pass, from, from + most - calls / 2 % Math.min(most, Long.SIZE));
  }

  private long time(SamplePasses.Range pass, int from, int to) {
    long start = clock.now();
    pass.run(from, to);
    long time = clock.now() - start;
    worked += time;
    if (worked >= SLICE) {
      clock.sleep(worked);
      worked = 0;
    }
    return time;
  }
}
