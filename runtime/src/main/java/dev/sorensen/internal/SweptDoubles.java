package dev.sorensen.internal;

/** Doubles among thresholds. */
final class SweptDoubles implements SweptNumbers {

  private final ThresholdBins bins;
  private double[] values = {};
  private boolean vectors;

  SweptDoubles(ThresholdBins bins) {
    this.bins = bins;
  }

  /** Makes these the numbers of another block, and says whether to compare them in vectors. */
  SweptDoubles of(double[] block, boolean inVectors) {
    values = block;
    vectors = inVectors;
    return this;
  }

  @Override
  public boolean inVectors() {
    return vectors;
  }

  @Override
  public int words(int bin, int from, int words) {
    if (bin == bins.ofNan()) {
      return 0;
    }
    double least = bin == 0 ? Double.NEGATIVE_INFINITY : Math.nextUp(bins.threshold(bin - 1));
    double most = bins.threshold(bin);
    return vectors
        ? VectorSweep.words(values, from, words, least, most)
        : scalarWords(from, words, least, most);
  }

  private int scalarWords(int from, int words, double least, double most) {
    int i = from;
    int end = from + (words << 6);
    while (i < end && values[i] >= least && values[i] <= most) {
      i++;
    }
    return (i - from) >>> 6;
  }

  @Override
  public int bin(int index) {
    return bins.of(values[index]);
  }

  @Override
  public void bins(int from, int count, int[] into) {
    for (int i = 0; i < count; i++) {
      into[i] = bins.of(values[from + i]);
    }
  }

  @Override
  public int lowest(int from) {
    return bins.of(VectorSweep.least(values, from));
  }

  @Override
  public int highest(int from) {
    return bins.of(VectorSweep.most(values, from));
  }

  @Override
  public long notNan(int from) {
    return VectorSweep.notNan(values, from);
  }

  @Override
  public long above(int bin, int from) {
    return VectorSweep.above(values, from, bins.threshold(bin));
  }
}
