package dev.sorensen.examples.benchmarks;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The mean Dice coefficient of the classes of two label maps, one byte a pixel, by peers. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
public abstract class LabelMaps {

  private static final MethodHandle HISTOGRAM = Integers.labels("labels_histogram");
  private static final MethodHandle BOUNDARIES = Integers.labels("labels_boundaries_avx2");

  final int classes;
  byte[] a;
  byte[] b;
  MemorySegment segmentA;
  MemorySegment segmentB;
  private int[] histogram;

  LabelMaps(int classes) {
    this.classes = classes;
  }

  /** Sets both maps. */
  abstract void makeMaps();

  /** Makes the maps. */
  @Setup
  public void setUp() {
    makeMaps();
    segmentA = MemorySegment.ofArray(a);
    segmentB = MemorySegment.ofArray(b);
    histogram = new int[classes * classes];
  }

  /** Loads the labels. */
  @Benchmark
  public double read() {
    return Reads.bytes(a, b);
  }

  /** The loop that one writes: a joint histogram. */
  @Benchmark
  public double plainLoop() {
    Arrays.fill(histogram, 0);
    for (int i = 0; i < a.length; i++) {
      histogram[(a[i] & 255) * classes + (b[i] & 255)]++;
    }
    return Scores.meanDice(histogram, classes);
  }

  /** The same, with four tables. */
  @Benchmark
  @CFunction(library = Integers.LIBRARY, symbol = "labels_histogram")
  public double cHistogram() throws Throwable {
    return (double) HISTOGRAM.invokeExact(segmentA, segmentB, (long) a.length, classes);
  }

  /** Counts runs of equal pairs of labels. */
  @Benchmark
  @CFunction(library = Integers.LIBRARY, symbol = "labels_boundaries_avx2")
  public double cBoundaries() throws Throwable {
    return (double) BOUNDARIES.invokeExact(segmentA, segmentB, (long) a.length, classes);
  }
}
