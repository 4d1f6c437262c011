package dev.sorensen.internal;

import dev.sorensen.Overlap;
import java.util.concurrent.RecursiveTask;

/** Splits the pixels of a pair among the threads of the common pool. */
public final class ParallelOverlap {

  /** A whole number of words, and long enough that a fork costs little beside it. */
  private static final long GRAIN = 1L << 20;

  private ParallelOverlap() {}

  /** Counts the pixels from {@code from}, a multiple of 64, to before {@code to}. */
  @FunctionalInterface
  public interface RangeKernel {
    /** Returns the overlap of a range of pixels. */
    Overlap overlap(long from, long to);
  }

  /** Returns the overlap of all pixels. */
  public static Overlap of(long pixels, RangeKernel kernel) {
    return pixels <= GRAIN ? kernel.overlap(0, pixels) : new Task(0, pixels, kernel).invoke();
  }

  private static final class Task extends RecursiveTask<Overlap> {

    private static final long serialVersionUID = 1L;

    private final long from;
    private final long to;
    private final transient RangeKernel kernel;

    Task(long from, long to, RangeKernel kernel) {
      this.from = from;
      this.to = to;
      this.kernel = kernel;
    }

    @Override
    protected Overlap compute() {
      if (to - from <= GRAIN) {
        return kernel.overlap(from, to);
      }
      long grains = (to - from + GRAIN - 1) / GRAIN;
      long middle = from + grains / 2 * GRAIN;
      Task upper = new Task(middle, to, kernel);
      upper.fork();
      Overlap lower = new Task(from, middle, kernel).compute();
      return lower.plus(upper.join());
    }
  }
}
