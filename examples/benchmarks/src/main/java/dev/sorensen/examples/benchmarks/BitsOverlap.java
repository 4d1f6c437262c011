package dev.sorensen.examples.benchmarks;

import java.lang.invoke.MethodHandle;
import java.util.BitSet;
import org.apache.lucene.util.FixedBitSet;
import org.openjdk.jmh.annotations.Benchmark;
import org.roaringbitmap.RoaringBitmap;

/** An overlap of two packed masks with each of its counts, from which a score needs all. */
@Workload(kernel = "bits × bits, overlap", bytesPerPixel = 0.25)
public class BitsOverlap extends BitMasks {

  private static final MethodHandle PLAIN = Integers.masks("bits_f2_plain");
  private static final MethodHandle HARLEY_SEAL = Integers.masks("bits_f2_harley_seal");
  private static final MethodHandle AVX512 = Integers.masks("bits_f2_avx512");

  /** The generated evaluator. */
  @Benchmark
  public double sorensen() {
    return LungBitsDice.overlap(prediction, truth).fBeta(2);
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
    long sumA = 0;
    long sumB = 0;
    for (int i = 0; i < a.length; i++) {
      intersection += Long.bitCount(a[i] & b[i]);
      sumA += Long.bitCount(a[i]);
      sumB += Long.bitCount(b[i]);
    }
    return Scores.f2(intersection, sumA, sumB);
  }

  /** Counts by {@link BitSet}, which can intersect only in place: of a copy. */
  @Benchmark
  public double bitSet() {
    BitSet both = (BitSet) bitSetA.clone();
    both.and(bitSetB);
    return Scores.f2(both.cardinality(), bitSetA.cardinality(), bitSetB.cardinality());
  }

  /** Counts by {@link FixedBitSet}. */
  @Benchmark
  public double fixedBitSet() {
    return Scores.f2(
        FixedBitSet.intersectionCount(fixedA, fixedB), fixedA.cardinality(), fixedB.cardinality());
  }

  /** Counts by {@link RoaringBitmap}. */
  @Benchmark
  public double roaring() {
    return Scores.f2(
        RoaringBitmap.andCardinality(roaringA, roaringB),
        roaringA.getLongCardinality(),
        roaringB.getLongCardinality());
  }

  /** The same after {@link RoaringBitmap#runOptimize}. */
  @Benchmark
  public double roaringRuns() {
    return Scores.f2(
        RoaringBitmap.andCardinality(runsA, runsB),
        runsA.getLongCardinality(),
        runsB.getLongCardinality());
  }

  /** What a C compiler makes of the plain loop. */
  @Benchmark
  @CFunction(library = Integers.LIBRARY, symbol = "bits_f2_plain")
  public double cPlain() throws Throwable {
    return (double) PLAIN.invokeExact(segmentA, segmentB, (long) a.length);
  }

  /** Carry-save adders. */
  @Benchmark
  @CFunction(library = Integers.LIBRARY, symbol = "bits_f2_harley_seal")
  public double cHarleySeal() throws Throwable {
    return (double) HARLEY_SEAL.invokeExact(segmentA, segmentB, (long) a.length);
  }

  /** The popcount instruction of vectors. */
  @Benchmark
  @CFunction(library = Integers.LIBRARY, symbol = "bits_f2_avx512")
  public double cAvx512() throws Throwable {
    return (double) AVX512.invokeExact(segmentA, segmentB, (long) a.length);
  }
}
