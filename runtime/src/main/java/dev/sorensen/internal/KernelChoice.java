package dev.sorensen.internal;

import java.lang.System.Logger.Level;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Chooses, for each block of a pass, between scalar and vector kernels.
 *
 * <p>Until the JVM's optimizing compiler has compiled it, vector code is hundreds of times slower
 * than scalar code, and a process that scores a few masks never gets that far. So a pass begins
 * with its scalar kernels. When they have taken a tenth of a second, another thread has the vector
 * kernels compiled, and once they are the faster ones, all blocks are theirs. Where they never are,
 * as on a machine that lacks an instruction, the scalar kernels remain.
 */
public final class KernelChoice {

  // A turn is one of these flags, or a time in nanoseconds with some of them for its lowest bits.
  private static final long VECTORS = 1;
  private static final long TIMED = 2;
  private static final long SAMPLED = 4;
  private static final long FLAGS = VECTORS | TIMED | SAMPLED;

  /** Of blocks with fewer pixels, one in {@link #SAMPLE} is timed. */
  private static final int ALWAYS_TIMED = 1 << 14;

  private static final int SAMPLE = 16;

  /** How long scalar kernels run before the vector kernels are warmed up, in nanoseconds. */
  private static final long PATIENCE = 100_000_000;

  /**
   * How often it is asked whether they have, in nanoseconds of theirs: first while calls are not
   * yet compiled by C2, which leaves out what it has never seen, and calls are slow until it has
   * compiled them again.
   */
  private static final long STEP = PATIENCE / 16;

  private static final WarmUpThread THREAD = new WarmUpThread();

  private final String pass;
  private final Supplier<SamplePasses> samples;
  private final int pixels;
  private final AtomicLong used = new AtomicLong();

  private boolean isWarmingUp;

  // Read without a lock: whoever sees an old value has one more block done as before.
  private @Nullable BackEnd chosen;

  /** What kernels are written in. */
  enum BackEnd {
    SCALAR(0),
    VECTOR(VECTORS);

    /** The turn of a block of which the time is of no interest. */
    final long turn;

    BackEnd(long turn) {
      this.turn = turn;
    }
  }

  /**
   * The choice of a pass.
   *
   * @param pass its name, for the log
   * @param samples makes masks up for passes over them
   * @param pixels how many those masks have
   */
  public KernelChoice(String pass, Supplier<SamplePasses> samples, int pixels) {
    this(pass, samples, pixels, VectorSupport.CHOSEN);
  }

  KernelChoice(String pass, Supplier<SamplePasses> samples, int pixels, @Nullable BackEnd chosen) {
    this.pass = pass;
    this.samples = samples;
    this.pixels = pixels;
    this.chosen = chosen;
  }

  /**
   * Returns what the next block is for.
   *
   * @param length how many pixels it has
   */
  public long next(int length) {
    BackEnd now = chosen;
    return now != null ? now.turn : nextOfScalar(length);
  }

  private static long nextOfScalar(int length) {
    boolean sampled = length < ALWAYS_TIMED;
    // Not counted: threads would wait for each other to write the count.
    if (sampled && ThreadLocalRandom.current().nextInt(SAMPLE) != 0) {
      return BackEnd.SCALAR.turn;
    }
    return (System.nanoTime() & ~FLAGS) | TIMED | (sampled ? SAMPLED : 0);
  }

  /** Returns whether a block is for the vector kernels. */
  public static boolean isForVectors(long turn) {
    return (turn & VECTORS) != 0;
  }

  /** Learns that a block is done. */
  public void done(long turn) {
    if ((turn & TIMED) != 0) {
      long time = System.nanoTime() - (turn & ~FLAGS);
      long counted = (turn & SAMPLED) != 0 ? SAMPLE * time : time;
      long now = used.addAndGet(counted);
      if (now / STEP != (now - counted) / STEP) {
        stepped(now);
      }
    }
  }

  private synchronized void stepped(long now) {
    if (now >= PATIENCE && !isWarmingUp) {
      isWarmingUp = true;
      WarmUp started = new WarmUp(samples, pixels, Clock.SYSTEM);
      THREAD.execute(() -> goOn(started));
    }
  }

  private void goOn(WarmUp running) {
    @Nullable BackEnd fastest = BackEnd.SCALAR;
    try {
      fastest = running.goOn();
    } catch (RuntimeException | LinkageError e) {
      VectorSupport.log().log(Level.WARNING, pass + ": scalar kernels, for the warm-up failed", e);
    }
    if (fastest == null) {
      THREAD.execute(() -> goOn(running));
    } else {
      finish(fastest);
    }
  }

  private void finish(BackEnd fastest) {
    VectorSupport.log().log(Level.DEBUG, "{0}: {1} kernels from now on", pass, fastest);
    chosen = fastest;
  }
}
