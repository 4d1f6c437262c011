package dev.sorensen.internal;

import dev.sorensen.Overlap;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The overlaps of one prediction with one truth at many thresholds, from one pass over their
 * blocks.
 *
 * <p>It counts pixels by the bins of {@link ThresholdBins}. Where 64 in a row are in one bin, as
 * nearly everywhere in a map of probabilities, two bit counts serve all thresholds.
 */
public final class ThresholdSweep {

  /** With no more thresholds it takes less time to compare with all than to look for a few. */
  private static final int ALWAYS_COMPARED = 8;

  /**
   * With no more thresholds between the numbers of a word, it takes less time to compare all of
   * them with each than to look for the bin of each number. Measured on noise, with AVX-512.
   */
  private static final int MOST_COMPARED = 64;

  /** By threshold, in the order of the caller: the lowest bin of numbers above it. */
  private final int[] lowestAbove;

  private final ThresholdBins bins;
  private final SweptFloats floats;
  private final SweptDoubles doubles;

  /** By bin, pixels that count: first of the truth's background, then of its foreground. */
  private final long[] counts;

  private final int[] binOfEach = new int[Long.SIZE];

  /** The bin that the next numbers are expected to be in. */
  private int expected;

  private ThresholdSweep(double[] thresholds) {
    double[] sorted = sorted(thresholds);
    this.lowestAbove = new int[thresholds.length];
    for (int k = 0; k < thresholds.length; k++) {
      lowestAbove[k] = Arrays.binarySearch(sorted, thresholds[k]) + 1;
    }
    this.bins = new ThresholdBins(sorted);
    this.floats = new SweptFloats(bins);
    this.doubles = new SweptDoubles(bins);
    this.counts = new long[2 * bins.ofNan() + 2];
  }

  /**
   * Begins a sweep over probabilities.
   *
   * @throws IllegalArgumentException if a threshold is NaN
   */
  public static ThresholdSweep of(float[] thresholds) {
    return new ThresholdSweep(checked(thresholds));
  }

  /**
   * Begins a sweep over logits, with thresholds of their sigmoids.
   *
   * @throws IllegalArgumentException if a threshold is NaN
   */
  public static ThresholdSweep ofLogits(float[] thresholds) {
    double[] logits = checked(thresholds);
    for (int k = 0; k < logits.length; k++) {
      logits[k] = withoutSignOfZero(Thresholds.logit(logits[k]));
    }
    ThresholdSweep sweep = new ThresholdSweep(logits);
    for (int k = 0; k < logits.length; k++) {
      if (thresholds[k] < 0) {
        // The sigmoid of −∞, which is above no logit, is above it.
        sweep.lowestAbove[k] = 0;
      }
    }
    return sweep;
  }

  /** Begins a sweep to warm up with. */
  public static ThresholdSweep ofSamples() {
    double[] thresholds = new double[19];
    Arrays.setAll(thresholds, k -> (k + 1) / 20.0);
    return new ThresholdSweep(thresholds);
  }

  private static double[] checked(float[] thresholds) {
    Objects.requireNonNull(thresholds, "thresholds");
    double[] checked = new double[thresholds.length];
    for (int k = 0; k < thresholds.length; k++) {
      if (Float.isNaN(thresholds[k])) {
        throw new IllegalArgumentException("thresholds[" + k + "] is NaN");
      }
      checked[k] = withoutSignOfZero(thresholds[k]);
    }
    return checked;
  }

  /** −0 equals 0, but would be sorted before it. */
  private static double withoutSignOfZero(double threshold) {
    return threshold + 0.0;
  }

  private static double[] sorted(double[] thresholds) {
    double[] sorted = thresholds.clone();
    Arrays.sort(sorted);
    int different = 0;
    for (double threshold : sorted) {
      if (different == 0 || threshold > sorted[different - 1]) {
        sorted[different++] = threshold;
      }
    }
    return Arrays.copyOf(sorted, different);
  }

  /**
   * Counts a block of which all pixels count.
   *
   * @param foreground that of the truth, as bits; those past the last pixel may be anything
   */
  public void add(float[] values, int from, long[] foreground, int length, boolean vectors) {
    add(floats.of(values, vectors), from, foreground, null, length);
  }

  /** Counts a block of which all pixels count. */
  public void add(double[] values, int from, long[] foreground, int length, boolean vectors) {
    add(doubles.of(values, vectors), from, foreground, null, length);
  }

  /**
   * Counts a block.
   *
   * @param foreground that of the truth, as bits, and among the pixels that count
   * @param counted which pixels count
   */
  public void add(
      float[] values, int from, long[] foreground, long[] counted, int length, boolean vectors) {
    add(floats.of(values, vectors), from, foreground, counted, length);
  }

  /** Counts a block. */
  public void add(
      double[] values, int from, long[] foreground, long[] counted, int length, boolean vectors) {
    add(doubles.of(values, vectors), from, foreground, counted, length);
  }

  private void add(
      SweptNumbers numbers, int from, long[] foreground, long @Nullable [] counted, int length) {
    int words = length >>> 6;
    int word = 0;
    while (word < words) {
      int alike = numbers.words(expected, from + (word << 6), words - word);
      addExpected(foreground, counted, word, word + alike);
      word += alike;
      if (word < words) {
        long valid = counted == null ? -1 : counted[word];
        addWord(numbers, from + (word << 6), foreground[word], valid);
        word++;
      }
    }
    int rest = length & 63;
    if (rest != 0) {
      long valid = -1L >>> -rest;
      long actual = foreground[words] & valid;
      addEach(
          numbers,
          from + (words << 6),
          rest,
          actual,
          counted == null ? valid : counted[words] & valid);
    }
  }

  /** Counts words of which all numbers are in the bin that was expected. */
  private void addExpected(long[] foreground, long @Nullable [] counted, int from, int to) {
    long actual = 0;
    long valid = (long) (to - from) << 6;
    for (int word = from; word < to; word++) {
      actual += Long.bitCount(foreground[word]);
    }
    if (counted != null) {
      valid = 0;
      for (int word = from; word < to; word++) {
        valid += Long.bitCount(counted[word]);
      }
    }
    count(expected, actual, valid);
  }

  /** Counts 64 pixels of which not all are in the bin that was expected. */
  private void addWord(SweptNumbers numbers, int from, long actual, long valid) {
    if (numbers.inVectors()) {
      boolean all = bins.highest() <= ALWAYS_COMPARED;
      int low = all ? 0 : numbers.lowest(from);
      int high = all ? bins.highest() : numbers.highest(from);
      if (high - low <= MOST_COMPARED) {
        addCompared(numbers, from, low, high, actual, valid);
        expected = numbers.bin(from + 63);
        return;
      }
    }
    addEach(numbers, from, 64, actual, valid);
  }

  /** Counts 64 pixels, each in one of some bins or NaN: compares all with what is between bins. */
  private void addCompared(
      SweptNumbers numbers, int from, int low, int high, long actual, long valid) {
    long above = numbers.notNan(from);
    countWord(bins.ofNan(), ~above, actual, valid);
    for (int bin = low; bin < high; bin++) {
      long aboveBin = numbers.above(bin, from);
      countWord(bin, above & ~aboveBin, actual, valid);
      above = aboveBin;
    }
    countWord(high, above, actual, valid);
  }

  private void countWord(int bin, long inBin, long actual, long valid) {
    count(bin, Long.bitCount(inBin & actual), Long.bitCount(inBin & valid));
  }

  private void count(int bin, long actual, long valid) {
    counts[2 * bin] += valid - actual;
    counts[2 * bin + 1] += actual;
  }

  /** Counts up to 64 pixels one by one. */
  private void addEach(SweptNumbers numbers, int from, int count, long actual, long valid) {
    numbers.bins(from, count, binOfEach);
    for (int i = 0; i < count; i++) {
      int truth = (int) (actual >>> i) & 1;
      counts[2 * binOfEach[i] + truth] += (valid >>> i) & 1;
    }
    expected = binOfEach[count - 1];
  }

  /** Returns the overlap at each threshold, in the order of the caller. */
  public Overlap[] overlaps() {
    // By bin: of pixels in it or in a higher one, NaN apart.
    long[] both = new long[bins.ofNan() + 1];
    long[] predicted = new long[bins.ofNan() + 1];
    for (int bin = bins.highest(); bin >= 0; bin--) {
      both[bin] = both[bin + 1] + counts[2 * bin + 1];
      predicted[bin] = predicted[bin + 1] + counts[2 * bin] + counts[2 * bin + 1];
    }
    long actualNan = counts[2 * bins.ofNan() + 1];
    long truth = both[0] + actualNan;
    long pixels = predicted[0] + counts[2 * bins.ofNan()] + actualNan;
    Overlap[] overlaps = new Overlap[lowestAbove.length];
    for (int k = 0; k < overlaps.length; k++) {
      int bin = lowestAbove[k];
      overlaps[k] = new Overlap(both[bin], predicted[bin], truth, pixels);
    }
    return overlaps;
  }
}
