package dev.sorensen.processor.kernel;

import dev.sorensen.RunEncoding;
import dev.sorensen.processor.model.ArrayElement;

/** One pass over a pair of masks. The kinds differ in what the loop steps over. */
public sealed interface Kernel {

  /** Returns the name of its method. */
  String name();

  /** Returns what it returns. */
  Result result();

  /** Indicators in words of 64 pixels: totals are bit counts. */
  record WordCounts(String name, Program program, Result result) implements Kernel {}

  /** Indicators by pixel, in elements of one type: totals are counts. */
  record PixelCounts(String name, ArrayElement element, Program program, Result result)
      implements Kernel {}

  /** Numbers by pixel, in elements of one type: totals are sums. */
  record PixelSums(String name, ArrayElement element, Program program, Result result)
      implements Kernel {}

  /** Two lists of runs: the total is the length that they share. */
  record RunMerge(String name, RunEncoding prediction, RunEncoding truth, Result result)
      implements Kernel {}
}
