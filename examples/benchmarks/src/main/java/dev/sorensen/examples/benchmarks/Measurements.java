package dev.sorensen.examples.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.ToDoubleFunction;

/** What the forks of each variant measured. */
final class Measurements {

  private final Map<Fork, List<Measurement>> byFork = new LinkedHashMap<>();

  void add(Fork fork, Measurement measurement) {
    byFork.computeIfAbsent(fork, key -> new ArrayList<>()).add(measurement);
  }

  /** Returns what was measured, in the order in which it first was. */
  SequencedSet<Fork> forks() {
    return new LinkedHashSet<>(byFork.keySet());
  }

  /** Returns the median time of a call over the forks, in nanoseconds. */
  double nanos(Fork fork) {
    return median(fork, Measurement::nanos);
  }

  /** Returns the median of what a call allocated, in bytes. */
  double bytes(Fork fork) {
    return median(fork, Measurement::bytes);
  }

  /** Returns the fastest fork's time, in nanoseconds. */
  double fastest(Fork fork) {
    return sorted(fork, Measurement::nanos)[0];
  }

  /** Returns the slowest fork's time, in nanoseconds. */
  double slowest(Fork fork) {
    double[] nanos = sorted(fork, Measurement::nanos);
    return nanos[nanos.length - 1];
  }

  private double median(Fork fork, ToDoubleFunction<Measurement> value) {
    double[] values = sorted(fork, value);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }

  private double[] sorted(Fork fork, ToDoubleFunction<Measurement> value) {
    return byFork.get(fork).stream().mapToDouble(value).sorted().toArray();
  }
}
