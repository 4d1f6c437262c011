package dev.sorensen.examples.benchmarks;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * A C function like {@link LossInC} that writes the gradient as well. To be fast, a static final
 * one: the call is then compiled into its caller.
 */
record GradientInC(MethodHandle handle) {

  private static final FunctionDescriptor DESCRIPTOR =
      FunctionDescriptor.of(JAVA_DOUBLE, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS);

  static GradientInC of(String library, String symbol) {
    return new GradientInC(NativeCode.function(library, symbol, DESCRIPTOR));
  }

  double lossAndGradient(
      MemorySegment prediction, MemorySegment truth, long pixels, MemorySegment gradient) {
    try {
      return (double) handle.invokeExact(prediction, truth, pixels, gradient);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
