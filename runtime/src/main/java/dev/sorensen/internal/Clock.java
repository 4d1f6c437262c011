package dev.sorensen.internal;

import java.util.concurrent.locks.LockSupport;

/** The time, and waiting for it to pass. */
interface Clock {

  /** The machine's. */
  Clock SYSTEM =
      new Clock() {
        @Override
        public long now() {
          return System.nanoTime();
        }

        @Override
        public void sleep(long nanos) {
          LockSupport.parkNanos(nanos);
        }
      };

  /** Returns nanoseconds since some moment. */
  long now();

  /** Returns after so many nanoseconds, or a little sooner or later. */
  void sleep(long nanos);
}
