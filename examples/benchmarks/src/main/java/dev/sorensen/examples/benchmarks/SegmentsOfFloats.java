package dev.sorensen.examples.benchmarks;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Soft sums of probabilities in memory segments. Before it is measured, the evaluator has met all
 * kinds of segments, so that the compiler can count on none of them.
 */
@Workload(
    kernel = "float × float in memory segments, soft Dice loss",
    bytesPerPixel = 8,
    tolerance = 1e-5)
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
public class SegmentsOfFloats {

  private static final int CALLS_BEFORE = 3_000;
  private static final int PIXELS_BEFORE = 1024;

  /** A prediction and a truth. */
  private record Segments(SegmentProbabilities prediction, SegmentProbabilities truth) {

    static Segments of(MemorySegment prediction, MemorySegment truth) {
      return new Segments(new SegmentProbabilities(prediction), new SegmentProbabilities(truth));
    }

    double loss() {
      return SegmentProbabilitiesDice.diceLoss(prediction, truth);
    }

    Segments start() {
      long bytes = Math.min(prediction.values().byteSize(), PIXELS_BEFORE * (long) Float.BYTES);
      return of(prediction.values().asSlice(0, bytes), truth.values().asSlice(0, bytes));
    }
  }

  /** The masks' size. */
  @Param({Sizes.SMALL, Sizes.IMAGE, Sizes.VOLUME, Sizes.PAST_CACHE})
  public String size;

  private float[] probabilities;
  private float[] softTruth;
  private Probabilities prediction;
  private Probabilities truth;
  private Segments offHeap;
  private Segments onHeap;
  private Segments mapped;

  /** Makes the masks and calls the evaluator with all kinds of them. */
  @Setup
  public void setUp() throws IOException {
    SoftPhantoms phantoms = new SoftPhantoms(Sizes.extents(SegmentsOfFloats.class, size), 1);
    probabilities = phantoms.probabilities();
    softTruth = phantoms.softTruth();
    prediction = new Probabilities(probabilities);
    truth = new Probabilities(softTruth);
    onHeap = Segments.of(MemorySegment.ofArray(probabilities), MemorySegment.ofArray(softTruth));
    offHeap = Segments.of(allocated(probabilities), allocated(softTruth));
    mapped = Segments.of(mapped(probabilities), mapped(softTruth));
    double sum = 0;
    for (int i = 0; i < CALLS_BEFORE; i++) {
      sum += onHeap.start().loss() + offHeap.start().loss() + mapped.start().loss();
    }
    if (Double.isNaN(sum)) {
      throw new IllegalStateException("a loss is NaN");
    }
  }

  /** The generated evaluator, on memory outside of the heap. */
  @Benchmark
  public double sorensen() {
    return offHeap.loss();
  }

  /** The generated evaluator, on arrays seen as segments. */
  @Benchmark
  public double heapSegment() {
    return onHeap.loss();
  }

  /** The generated evaluator, on a file mapped to memory. */
  @Benchmark
  public double mappedSegment() {
    return mapped.loss();
  }

  /** The evaluator that is generated for arrays. */
  @Benchmark
  public double array() {
    return ProbabilitiesDice.diceLoss(prediction, truth);
  }

  /** Loads the arrays. */
  @Benchmark
  public double read() {
    return FloatReads.or(probabilities) | FloatReads.or(softTruth);
  }

  private static MemorySegment allocated(float[] values) {
    MemorySegment source = MemorySegment.ofArray(values);
    return Arena.ofAuto().allocate(source.byteSize(), Float.BYTES).copyFrom(source);
  }

  private static MemorySegment mapped(float[] values) throws IOException {
    MemorySegment source = MemorySegment.ofArray(values);
    Path file = Files.createTempFile("floats", null);
    try (FileChannel channel = FileChannel.open(file, READ, WRITE, DELETE_ON_CLOSE)) {
      return channel.map(MapMode.READ_WRITE, 0, source.byteSize(), Arena.ofAuto()).copyFrom(source);
    }
  }
}
