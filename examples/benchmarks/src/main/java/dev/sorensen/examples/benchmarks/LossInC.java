package dev.sorensen.examples.benchmarks;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * A C function of a prediction, a truth and the number of pixels, which returns a loss. To be fast,
 * a static final one: the call is then compiled into its caller.
 */
record LossInC(MethodHandle handle) {

  private static final FunctionDescriptor DESCRIPTOR =
      FunctionDescriptor.of(JAVA_DOUBLE, ADDRESS, ADDRESS, JAVA_LONG);

  static LossInC of(String library, String symbol) {
    return new LossInC(NativeCode.function(library, symbol, DESCRIPTOR));
  }

  double loss(MemorySegment prediction, MemorySegment truth, long pixels) {
    try {
      return (double) handle.invokeExact(prediction, truth, pixels);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
