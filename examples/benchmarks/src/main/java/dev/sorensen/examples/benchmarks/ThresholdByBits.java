package dev.sorensen.examples.benchmarks;

import java.lang.foreign.MemorySegment;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Pixels above a threshold, counted against bits. */
@Workload(kernel = "float above 1/2 × bits, Dice", bytesPerPixel = 4.125, tolerance = 1e-5)
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
public class ThresholdByBits {

  private static final LossInC VECTORS = LossInC.of("floats", "threshold_bits");
  private static final LossInC FAST_MATH = LossInC.of("fastmath", "threshold_bits");

  /** The masks' size. */
  @Param({Sizes.SMALL, Sizes.IMAGE, Sizes.VOLUME, Sizes.PAST_CACHE})
  public String size;

  float[] probabilities;
  long[] words;
  private int pixels;
  private Probabilities prediction;
  private TruthBits truth;
  private MemorySegment probabilitiesMemory;
  private MemorySegment wordsMemory;

  /** Makes the masks. */
  @Setup
  public void setUp() {
    Extents extents = Sizes.extents(ThresholdByBits.class, size);
    SoftPhantoms phantoms = new SoftPhantoms(extents, 1);
    pixels = extents.pixels();
    probabilities = phantoms.probabilities();
    words = phantoms.bits();
    prediction = new Probabilities(probabilities);
    truth = new TruthBits(words, pixels);
    probabilitiesMemory = MemorySegment.ofArray(probabilities);
    wordsMemory = MemorySegment.ofArray(words);
  }

  /** The generated evaluator. */
  @Benchmark
  public double sorensen() {
    return ProbabilitiesDice.dice(prediction, truth);
  }

  /** Loads both masks. */
  @Benchmark
  public double read() {
    return FloatReads.or(probabilities) | FloatReads.or(words);
  }

  /** Vectors by hand. */
  @Benchmark
  @CFunction(library = "floats", symbol = "threshold_bits")
  public double cVectors() {
    return VECTORS.loss(probabilitiesMemory, wordsMemory, pixels);
  }

  /** What a C compiler makes of plain loops. */
  @Benchmark
  @CFunction(library = "fastmath", symbol = "threshold_bits")
  public double cFastMath() {
    return FAST_MATH.loss(probabilitiesMemory, wordsMemory, pixels);
  }

  /** The loop that one writes. */
  @Benchmark
  public double plainLoop() {
    long intersection = 0;
    long predictionSize = 0;
    long truthSize = 0;
    for (int i = 0; i < pixels; i++) {
      int p = probabilities[i] > 0.5f ? 1 : 0;
      int t = (int) (words[i >>> 6] >>> i) & 1;
      intersection += p & t;
      predictionSize += p;
      truthSize += t;
    }
    return 2.0 * intersection / (predictionSize + truthSize);
  }
}
