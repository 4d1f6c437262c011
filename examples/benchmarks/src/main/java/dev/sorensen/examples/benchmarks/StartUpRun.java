package dev.sorensen.examples.benchmarks;

import java.util.function.DoubleSupplier;

/**
 * A process that scores from its first moment on: it prints how long the first call took, how many
 * calls it had made after a tenth of a second, one second and all, and how long a call took at the
 * end, in nanoseconds.
 */
final class StartUpRun {

  private StartUpRun() {}

  /**
   * Runs.
   *
   * @param args a task, a size, and seconds
   */
  public static void main(String[] args) {
    DoubleSupplier calls = StartUpTask.valueOf(args[0]).calls(Extents.parse(args[1]));
    // Scalar kernels say so in the log, and the log takes longer to start than they do.
    System.getLogger("start-up").log(System.Logger.Level.INFO, "ready");
    long all = Long.parseLong(args[2]) * 1_000_000_000;
    double sink = 0;
    long start = System.nanoTime();
    sink += calls.getAsDouble();
    long first = System.nanoTime() - start;
    long count = 1;
    long soon = 0;
    long second = 0;
    long lateCount = 0;
    long lateStart = 0;
    long time = first;
    while (time < all) {
      sink += calls.getAsDouble();
      count++;
      time = System.nanoTime() - start;
      soon = time <= 100_000_000 ? count : soon;
      second = time <= 1_000_000_000 ? count : second;
      if (lateCount == 0 && time > all * 3 / 4) {
        lateCount = count;
        lateStart = time;
      }
    }
    long perCall = lateCount == count ? time : (time - lateStart) / (count - lateCount);
    System.out.println(
        first + " " + soon + " " + second + " " + count + " " + perCall + " " + sink);
  }
}
