package dev.sorensen.examples.benchmarks;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.invoke.MethodHandle;

/** The functions of {@code integers.c}. */
final class Integers {

  /** The name of the C file. */
  static final String LIBRARY = "integers";

  private Integers() {}

  /** Two masks and how many elements they have. */
  static MethodHandle masks(String symbol) {
    return function(symbol, FunctionDescriptor.of(JAVA_DOUBLE, ADDRESS, ADDRESS, JAVA_LONG));
  }

  /** The same, and a label or a number of classes. */
  static MethodHandle labels(String symbol) {
    return function(
        symbol, FunctionDescriptor.of(JAVA_DOUBLE, ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT));
  }

  /** Two masks of runs, each with the number of its counts. */
  static MethodHandle runs(String symbol) {
    return function(
        symbol, FunctionDescriptor.of(JAVA_DOUBLE, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG));
  }

  /** Two lists of masks of runs: counts, offsets and how many; the height, and the result. */
  static MethodHandle pairwise(String symbol) {
    return function(
        symbol,
        FunctionDescriptor.of(
            JAVA_DOUBLE,
            ADDRESS,
            ADDRESS,
            JAVA_LONG,
            ADDRESS,
            ADDRESS,
            JAVA_LONG,
            JAVA_LONG,
            ADDRESS));
  }

  private static MethodHandle function(String symbol, FunctionDescriptor descriptor) {
    return NativeCode.function(LIBRARY, symbol, descriptor);
  }
}
