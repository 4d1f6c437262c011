package dev.sorensen.examples.benchmarks;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.BitSet;
import org.apache.lucene.util.FixedBitSet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.roaringbitmap.BitSetUtil;
import org.roaringbitmap.RoaringBitmap;

/** The Dice coefficient of two packed masks. */
@Workload(kernel = "bits × bits, Dice", bytesPerPixel = 0.25)
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
public class BitsDice {

  private static final FunctionDescriptor DICE =
      FunctionDescriptor.of(JAVA_DOUBLE, ADDRESS, ADDRESS, JAVA_LONG);
  private static final MethodHandle PLAIN =
      NativeCode.function("integers", "bits_dice_plain", DICE);
  private static final MethodHandle HARLEY_SEAL =
      NativeCode.function("integers", "bits_dice_harley_seal", DICE);
  private static final MethodHandle POPCOUNT =
      NativeCode.function("integers", "bits_dice_popcount", DICE);

  /** The masks' size. */
  @Param({Sizes.SMALL, Sizes.IMAGE, Sizes.VOLUME, Sizes.PAST_CACHE})
  public String size;

  private long[] a;
  private long[] b;
  private LungBits prediction;
  private LungBits truth;
  private MemorySegment segmentA;
  private MemorySegment segmentB;
  private BitSet bitSetA;
  private BitSet bitSetB;
  private FixedBitSet fixedA;
  private FixedBitSet fixedB;
  private RoaringBitmap roaringA;
  private RoaringBitmap roaringB;
  private RoaringBitmap runsA;
  private RoaringBitmap runsB;

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

  /** The generated evaluator. */
  @Benchmark
  public double sorensen() {
    return LungBitsDice.dice(prediction, truth);
  }

  /** Loads the words. */
  @Benchmark
  public double read() {
    return Reads.longs(a, b);
  }

  /** The loop that one writes: two popcounts a word are enough for Dice. */
  @Benchmark
  public double plainLoop() {
    long intersection = 0;
    long sum = 0;
    for (int i = 0; i < a.length; i++) {
      intersection += Long.bitCount(a[i] & b[i]);
      sum += Long.bitCount(a[i]) + Long.bitCount(b[i]);
    }
    return dice(intersection, sum);
  }

  /** Counts by {@link BitSet}, which can intersect only in place: of a copy. */
  @Benchmark
  public double bitSet() {
    BitSet both = (BitSet) bitSetA.clone();
    both.and(bitSetB);
    return dice(both.cardinality(), (long) bitSetA.cardinality() + bitSetB.cardinality());
  }

  /** Counts by {@link FixedBitSet}. */
  @Benchmark
  public double fixedBitSet() {
    return dice(
        FixedBitSet.intersectionCount(fixedA, fixedB),
        (long) fixedA.cardinality() + fixedB.cardinality());
  }

  /** Counts by {@link RoaringBitmap}, which knows its cardinality. */
  @Benchmark
  public double roaring() {
    return dice(roaringA, roaringB);
  }

  /** The same after {@link RoaringBitmap#runOptimize}. */
  @Benchmark
  public double roaringRuns() {
    return dice(runsA, runsB);
  }

  /** What a C compiler makes of the plain loop. */
  @Benchmark
  @CFunction(library = "integers", symbol = "bits_dice_plain")
  public double cPlain() throws Throwable {
    return (double) PLAIN.invokeExact(segmentA, segmentB, (long) a.length);
  }

  /** Carry-save adders over AND and OR, by AVX2 intrinsics. */
  @Benchmark
  @CFunction(library = "integers", symbol = "bits_dice_harley_seal")
  public double cHarleySeal() throws Throwable {
    return (double) HARLEY_SEAL.invokeExact(segmentA, segmentB, (long) a.length);
  }

  /** The popcount instruction of AVX-512. */
  @Benchmark
  @CFunction(library = "integers", symbol = "bits_dice_popcount")
  public double cPopcount() throws Throwable {
    return (double) POPCOUNT.invokeExact(segmentA, segmentB, (long) a.length);
  }

  private static double dice(RoaringBitmap a, RoaringBitmap b) {
    return dice(
        RoaringBitmap.andCardinality(a, b), a.getLongCardinality() + b.getLongCardinality());
  }

  private static double dice(long intersection, long sum) {
    return 2.0 * intersection / sum;
  }
}
