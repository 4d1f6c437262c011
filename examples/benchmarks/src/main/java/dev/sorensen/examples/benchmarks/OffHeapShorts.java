package dev.sorensen.examples.benchmarks;

import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import org.openjdk.jmh.annotations.Benchmark;

/** Label maps of 16 bits a pixel outside the heap. */
@Workload(kernel = "off-heap shorts, one label", bytesPerPixel = 4)
public class OffHeapShorts extends OffHeapMasks<LungShortsSegment> {

  private short[] a;
  private short[] b;
  private LungShortLabel prediction;
  private LungShortLabel truth;

  @Override
  Pair<MemorySegment> arrays(BitSet maskA, BitSet maskB, Extents extents) {
    a = pixels(maskA, extents);
    b = pixels(maskB, extents);
    prediction = new LungShortLabel(a);
    truth = new LungShortLabel(b);
    return new Pair<>(MemorySegment.ofArray(a), MemorySegment.ofArray(b));
  }

  private static short[] pixels(BitSet mask, Extents extents) {
    return Phantoms.widened(Phantoms.labelled(mask, extents, LungShortLabel.LABEL));
  }

  @Override
  LungShortsSegment mask(MemorySegment segment, Extents extents) {
    return new LungShortsSegment(segment);
  }

  @Override
  double dice(Pair<LungShortsSegment> pair) {
    return LungShortsSegmentDice.dice(pair.a(), pair.b());
  }

  /** The generated evaluator on arrays. */
  @Benchmark
  public double array() {
    return LungShortLabelDice.dice(prediction, truth);
  }

  /** Loads the arrays. */
  @Benchmark
  public double read() {
    return Reads.shorts(a, b);
  }
}
