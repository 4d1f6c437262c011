package dev.sorensen.examples.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The same masks in segments of all kinds. A kernel that has seen only one kind in its process may
 * be compiled for it alone, so all of them have been through it before anything is measured.
 *
 * @param <M> a mask of a segment
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
public abstract class OffHeapMasks<M> {

  /** Calls of each kind before measuring: enough for the compiler to have seen them. */
  private static final int MIXED_CALLS = 2000;

  /** Pixels of the masks of these calls. */
  private static final Extents MIXED = Extents.parse(Sizes.SMALL);

  /** The masks' size. */
  @Param({Sizes.SMALL, Sizes.IMAGE, Sizes.VOLUME})
  public String size;

  private Pair<M> nativeMasks;
  private Pair<M> heapMasks;
  private Pair<M> mappedMasks;

  /** Makes arrays of two masks, keeps them and returns segments of them. */
  abstract Pair<MemorySegment> arrays(BitSet maskA, BitSet maskB, Extents extents);

  /** Makes a mask of a segment. */
  abstract M mask(MemorySegment segment, Extents extents);

  /** Calls the generated evaluator. */
  abstract double dice(Pair<M> pair);

  /** Makes the masks, and lets small ones of each kind through the kernel, in turn. */
  @Setup
  public void setUp() {
    makeMasks(MIXED);
    double sum = 0;
    for (int i = 0; i < MIXED_CALLS; i++) {
      sum += dice(nativeMasks) + dice(heapMasks) + dice(mappedMasks);
    }
    if (!(sum > 0)) {
      throw new IllegalStateException("masks that do not overlap");
    }
    makeMasks(Sizes.extents(getClass(), size));
  }

  private void makeMasks(Extents extents) {
    Pair<MemorySegment> arrays =
        arrays(Phantoms.nearby(extents, 1), Phantoms.blobs(extents, 1), extents);
    heapMasks = masks(arrays, extents);
    nativeMasks = masks(new Pair<>(copyOutside(arrays.a()), copyOutside(arrays.b())), extents);
    mappedMasks = masks(new Pair<>(copyToFile(arrays.a()), copyToFile(arrays.b())), extents);
  }

  private Pair<M> masks(Pair<MemorySegment> segments, Extents extents) {
    return new Pair<>(mask(segments.a(), extents), mask(segments.b(), extents));
  }

  private static MemorySegment copyOutside(MemorySegment array) {
    return Arena.ofAuto().allocate(array.byteSize(), Long.BYTES).copyFrom(array);
  }

  private static MemorySegment copyToFile(MemorySegment array) {
    try {
      Path file = Files.createTempFile("mask", ".raw");
      try (FileChannel channel =
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE)) {
        return channel
            .map(FileChannel.MapMode.READ_WRITE, 0, array.byteSize(), Arena.ofAuto())
            .copyFrom(array);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The generated evaluator on memory outside the heap. */
  @Benchmark
  public double sorensen() {
    return dice(nativeMasks);
  }

  /** The generated evaluator on segments of arrays. */
  @Benchmark
  public double heapSegment() {
    return dice(heapMasks);
  }

  /** The generated evaluator on mapped files. */
  @Benchmark
  public double mappedSegment() {
    return dice(mappedMasks);
  }
}
