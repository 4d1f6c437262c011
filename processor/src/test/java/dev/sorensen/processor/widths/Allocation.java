package dev.sorensen.processor.widths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/** What a method leaves on the heap once it is compiled: before, each vector is on the heap. */
final class Allocation {

  private Allocation() {}

  /**
   * Checks that a method allocates no more than so much for a large image.
   *
   * @param small a call for a small image, to have the method compiled soon
   * @param large a call for an image whose own size is far more than the limit
   */
  static void isAtMost(long limit, Runnable small, Runnable large) {
    assumeThat(System.getProperty("sorensen.vectorBits"))
        .as("so narrow, no kernel is compiled without boxes")
        .isNotEqualTo("64");
    long least = Long.MAX_VALUE;
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    for (int i = 0; least > limit && (i < 20_000 || System.nanoTime() < patience); i++) {
      small.run();
      if (i % 500 == 499) {
        least = Math.min(least, of(large));
      }
    }
    assertThat(least).isLessThanOrEqualTo(limit);
  }

  private static long of(Runnable call) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    call.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
