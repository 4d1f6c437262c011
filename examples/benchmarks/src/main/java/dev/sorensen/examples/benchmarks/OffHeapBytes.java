package dev.sorensen.examples.benchmarks;

import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import org.openjdk.jmh.annotations.Benchmark;

/** Masks of bytes outside the heap. */
@Workload(kernel = "off-heap bytes, non-zero", bytesPerPixel = 2)
public class OffHeapBytes extends OffHeapMasks<LungBytesSegment> {

  private byte[] a;
  private byte[] b;
  private LungBytes prediction;
  private LungBytes truth;

  @Override
  Pair<MemorySegment> arrays(BitSet maskA, BitSet maskB, Extents extents) {
    a = pixels(maskA, extents);
    b = pixels(maskB, extents);
    prediction = new LungBytes(a);
    truth = new LungBytes(b);
    return new Pair<>(MemorySegment.ofArray(a), MemorySegment.ofArray(b));
  }

  private static byte[] pixels(BitSet mask, Extents extents) {
    return Phantoms.bytes(mask, extents);
  }

  @Override
  LungBytesSegment mask(MemorySegment segment, Extents extents) {
    return new LungBytesSegment(segment);
  }

  @Override
  double dice(Pair<LungBytesSegment> pair) {
    return LungBytesSegmentDice.dice(pair.a(), pair.b());
  }

  /** The generated evaluator on arrays. */
  @Benchmark
  public double array() {
    return LungBytesDice.dice(prediction, truth);
  }

  /** Loads the arrays. */
  @Benchmark
  public double read() {
    return Reads.bytes(a, b);
  }
}
