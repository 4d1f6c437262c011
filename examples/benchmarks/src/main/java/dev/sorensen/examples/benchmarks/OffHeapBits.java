package dev.sorensen.examples.benchmarks;

import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import org.openjdk.jmh.annotations.Benchmark;

/** Packed masks outside the heap. */
@Workload(kernel = "off-heap bits, Dice", bytesPerPixel = 0.25)
public class OffHeapBits extends OffHeapMasks<LungBitsSegment> {

  private long[] a;
  private long[] b;
  private LungBits prediction;
  private LungBits truth;

  @Override
  Pair<MemorySegment> arrays(BitSet maskA, BitSet maskB, Extents extents) {
    a = pixels(maskA, extents);
    b = pixels(maskB, extents);
    prediction = new LungBits(a, extents);
    truth = new LungBits(b, extents);
    return new Pair<>(MemorySegment.ofArray(a), MemorySegment.ofArray(b));
  }

  private static long[] pixels(BitSet mask, Extents extents) {
    return Phantoms.words(mask, extents);
  }

  @Override
  LungBitsSegment mask(MemorySegment segment, Extents extents) {
    return new LungBitsSegment(segment, extents);
  }

  @Override
  double dice(Pair<LungBitsSegment> pair) {
    return LungBitsSegmentDice.dice(pair.a(), pair.b());
  }

  /** The generated evaluator on arrays. */
  @Benchmark
  public double array() {
    return LungBitsDice.dice(prediction, truth);
  }

  /** Loads the arrays. */
  @Benchmark
  public double read() {
    return Reads.longs(a, b);
  }
}
