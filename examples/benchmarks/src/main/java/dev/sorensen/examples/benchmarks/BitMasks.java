package dev.sorensen.examples.benchmarks;

import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import org.apache.lucene.util.FixedBitSet;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.roaringbitmap.BitSetUtil;
import org.roaringbitmap.RoaringBitmap;

/** Packed masks of blobs, as ours and as peers have them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
public abstract class BitMasks {

  /** The masks' size. */
  @Param({Sizes.SMALL, Sizes.IMAGE, Sizes.VOLUME, Sizes.PAST_CACHE})
  public String size;

  long[] a;
  long[] b;
  LungBits prediction;
  LungBits truth;
  MemorySegment segmentA;
  MemorySegment segmentB;
  BitSet bitSetA;
  BitSet bitSetB;
  FixedBitSet fixedA;
  FixedBitSet fixedB;
  RoaringBitmap roaringA;
  RoaringBitmap roaringB;
  RoaringBitmap runsA;
  RoaringBitmap runsB;

  /** Makes the masks. */
  @Setup
  public void setUp() {
    Extents extents = Sizes.extents(getClass(), size);
    bitSetA = Phantoms.nearby(extents, 1);
    bitSetB = Phantoms.blobs(extents, 1);
    a = Phantoms.words(bitSetA, extents);
    b = Phantoms.words(bitSetB, extents);
    prediction = new LungBits(a, extents);
    truth = new LungBits(b, extents);
    segmentA = MemorySegment.ofArray(a);
    segmentB = MemorySegment.ofArray(b);
    fixedA = new FixedBitSet(a, extents.pixels());
    fixedB = new FixedBitSet(b, extents.pixels());
    roaringA = BitSetUtil.bitmapOf(a);
    roaringB = BitSetUtil.bitmapOf(b);
    runsA = roaringA.clone();
    runsA.runOptimize();
    runsB = roaringB.clone();
    runsB.runOptimize();
  }
}
