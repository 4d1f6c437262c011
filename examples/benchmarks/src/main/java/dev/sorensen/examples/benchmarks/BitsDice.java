package dev.sorensen.examples.benchmarks;

import java.lang.invoke.MethodHandle;
import java.util.BitSet;
import org.apache.lucene.util.FixedBitSet;
import org.openjdk.jmh.annotations.Benchmark;
import org.roaringbitmap.RoaringBitmap;

/** The Dice coefficient of two packed masks. */
@Workload(kernel = "bits × bits, Dice", bytesPerPixel = 0.25)
public class BitsDice extends BitMasks {

  private static final MethodHandle PLAIN = Integers.masks("bits_dice_plain");
  private static final MethodHandle HARLEY_SEAL = Integers.masks("bits_dice_harley_seal");
  private static final MethodHandle AVX512 = Integers.masks("bits_dice_avx512");

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

  /** The loop that one writes. */
  @Benchmark
  public double plainLoop() {
    long intersection = 0;
    long sum = 0;
    for (int i = 0; i < a.length; i++) {
      intersection += Long.bitCount(a[i] & b[i]);
      sum += Long.bitCount(a[i]) + Long.bitCount(b[i]);
    }
    return Scores.dice(intersection, sum);
  }

  /** Counts by {@link BitSet}, which can intersect only in place: of a copy. */
  @Benchmark
  public double bitSet() {
    BitSet both = (BitSet) bitSetA.clone();
    both.and(bitSetB);
    return Scores.dice(both.cardinality(), (long) bitSetA.cardinality() + bitSetB.cardinality());
  }

  /** Counts by {@link FixedBitSet}. */
  @Benchmark
  public double fixedBitSet() {
    return Scores.dice(
        FixedBitSet.intersectionCount(fixedA, fixedB),
        (long) fixedA.cardinality() + fixedB.cardinality());
  }

  /** Counts by {@link RoaringBitmap}. */
  @Benchmark
  public double roaring() {
    return Scores.dice(
        RoaringBitmap.andCardinality(roaringA, roaringB),
        roaringA.getLongCardinality() + roaringB.getLongCardinality());
  }

  /** The same after {@link RoaringBitmap#runOptimize}. */
  @Benchmark
  public double roaringRuns() {
    return Scores.dice(
        RoaringBitmap.andCardinality(runsA, runsB),
        runsA.getLongCardinality() + runsB.getLongCardinality());
  }

  /** What a C compiler makes of the plain loop. */
  @Benchmark
  @CFunction(library = Integers.LIBRARY, symbol = "bits_dice_plain")
  public double cPlain() throws Throwable {
    return (double) PLAIN.invokeExact(segmentA, segmentB, (long) a.length);
  }

  /** Carry-save adders. */
  @Benchmark
  @CFunction(library = Integers.LIBRARY, symbol = "bits_dice_harley_seal")
  public double cHarleySeal() throws Throwable {
    return (double) HARLEY_SEAL.invokeExact(segmentA, segmentB, (long) a.length);
  }

  /** The popcount instruction of vectors. */
  @Benchmark
  @CFunction(library = Integers.LIBRARY, symbol = "bits_dice_avx512")
  public double cAvx512() throws Throwable {
    return (double) AVX512.invokeExact(segmentA, segmentB, (long) a.length);
  }
}
